package org.candor.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.test.MutableClock;
import org.junit.jupiter.api.Test;

class IdsTest {

    private final MutableClock clock = new MutableClock();
    private final Ids ids = new Ids(clock);

    @Test
    void theFirst48BitsAreTheMillisecondsThenVersionAndVariant() {
        for (Instant instant : List.of(
                Instant.EPOCH, Instant.parse("2026-03-02T15:04:05.678Z"), Instant.parse("9999-12-31T00:00:00Z"))) {
            clock.set(instant);
            UUID id = ids.next();
            assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(instant.toEpochMilli());
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void idsOfLaterMillisecondsSortLater() {
        clock.set(Instant.parse("2026-03-02T15:04:05Z"));
        List<String> made = Stream.generate(() -> {
                    clock.advance(Duration.ofMillis(1));
                    return ids.next().toString();
                })
                .limit(2_000)
                .toList();
        assertThat(made).isSorted();
    }

    @Test
    void idsOfOneMillisecondDifferInEveryRandomBit() {
        clock.set(Instant.parse("2026-03-02T15:04:05Z"));
        long high = 0;
        long low = 0;
        UUID first = ids.next();
        Set<UUID> all = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            UUID id = ids.next();
            all.add(id);
            high |= id.getMostSignificantBits() ^ first.getMostSignificantBits();
            low |= id.getLeastSignificantBits() ^ first.getLeastSignificantBits();
        }
        assertThat(all).hasSize(2_000);
        assertThat(high).isEqualTo(0xFFFL);
        assertThat(low).isEqualTo(0x3FFF_FFFF_FFFF_FFFFL);
    }
}
