package org.candor.audit.trail.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final UUID FIRST = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("f1930000-0000-7000-8000-000000000002");

    @Test
    void hasExactlyOneFormInBytes() {
        assertThat(closing("privacy-officer", List.of(SECOND, FIRST, SECOND)).bytes())
                .asString(UTF_8)
                .isEqualTo("""
                        candor-entry/1
                        id=01930000-0000-7000-8000-000000000001
                        topic=investigation.case.v1
                        type=org.candor.investigation.case-closed.v1
                        source=/investigation
                        sequence=12
                        subject=01930000-0000-7000-8000-000000000001
                        incidents=01930000-0000-7000-8000-000000000001 f1930000-0000-7000-8000-000000000002
                        entity=larkspur-falls
                        drill=false
                        actor=privacy-officer
                        correlation=c-1
                        time=2026-11-21T10:15:30.123456Z
                        received=2026-11-21T10:15:31Z
                        sha256=f1cf02e01bb71df627877a3a48645ad5ee812c440db9e39e8b652c3ae76de041
                        data=22
                        {"concludedOn":"2026"}""");
    }

    @Test
    void isReadBackAsItWasWritten() {
        Entry entry = closing("señora-oficial", List.of());
        assertThat(Entry.read(entry.bytes())).isEqualTo(entry);
        assertThat(Entry.read(entry.bytes()).incidents()).isEmpty();
        assertThat(Entry.read(entry.bytes()).actor()).isEqualTo("señora-oficial");
    }

    @Test
    void letsNoValueAddALine() {
        Entry entry = closing("x\ndrill=true\u0000\u0085", List.of(FIRST));
        assertThat(entry.actor()).isEqualTo("x\ufffddrill=true\ufffd\ufffd");
        assertThat(Entry.read(entry.bytes())).isEqualTo(entry);
    }

    @Test
    void readsNothingThatItWouldNotHaveWritten() {
        byte[] good = closing("privacy-officer", List.of(FIRST, SECOND)).bytes();
        Random random = new Random(1);
        for (int i = 0; i < 400; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(7));
            assertReadsAsWrittenOrNotAtAll(bad);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Entry.read(new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Entry.read("candor-entry/1\n".getBytes(UTF_8)));
    }

    private static void assertReadsAsWrittenOrNotAtAll(byte[] bytes) {
        try {
            assertThat(Entry.read(bytes).bytes()).isEqualTo(bytes);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).isNotNull();
        }
    }

    private static Entry closing(String actor, List<UUID> incidents) {
        return new Entry(
                FIRST,
                "investigation.case.v1",
                "org.candor.investigation.case-closed.v1",
                "/investigation",
                12,
                FIRST.toString(),
                incidents,
                "larkspur-falls",
                false,
                actor,
                "c-1",
                Instant.parse("2026-11-21T10:15:30.123456789Z"),
                Instant.parse("2026-11-21T10:15:31Z"),
                "{\"concludedOn\":\"2026\"}".getBytes(UTF_8));
    }
}
