package org.candor.kit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.kit.ledger.Calls.ENTITY;
import static org.candor.kit.ledger.Calls.eventually;
import static org.candor.kit.ledger.Calls.officer;
import static org.candor.kit.ledger.Calls.write;
import static org.hamcrest.Matchers.equalTo;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealPlatform
class SealedTest {

    private static final String NARRATIVE = "Zoë Ångström, room 12, was told";

    @Inject
    BlindIndex index;

    private final UUID incident = UUID.randomUUID();
    private UUID entry;

    @BeforeEach
    void writeAnEntryThatMayBeSeen() {
        entry = write(incident, NARRATIVE);
        Routing.open(incident, ENTITY).send();
        eventually().until(() -> officer().get("/entries/" + entry).statusCode() == 200);
    }

    @Test
    void whatWasSealedIsReadAgainAndStandsNowhereInTheDatabase() {
        officer().get("/entries/" + entry).then().body("narrative", equalTo(NARRATIVE));

        String hex = HexFormat.of().formatHex("ngstr".getBytes(UTF_8));
        for (String table : List.of("ledger_entry", "outbox", "inbox", "vault.data_key", "idempotent_answer")) {
            String rows =
                    Database.rows("select t::text as row from " + table + " t").toString();
            assertThat(rows).doesNotContain("ngstr").doesNotContain(hex);
        }
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTime() {
        UUID other = write(incident, NARRATIVE);

        assertThat(sealed(entry, "narrative")).isNotEqualTo(sealed(other, "narrative"));
        assertThat(sealed(entry, "narrative")).isNotEqualTo(sealed(entry, "aside"));
    }

    @Test
    void aValueOfAnotherRowIsRefusedAlsoOfTheSameIncident() {
        UUID other = write(incident, "Another narrative");
        put(entry, "narrative", sealed(other, "narrative"));

        isRefused();
    }

    @Test
    void aValueOfAnotherColumnIsRefused() {
        put(entry, "narrative", sealed(entry, "aside"));

        isRefused();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12, 20, -1})
    void aChangedByteIsRefused(int place) {
        byte[] changed = sealed(entry, "narrative");
        changed[place < 0 ? changed.length + place : place] ^= 1;
        put(entry, "narrative", changed);

        isRefused();
    }

    @Test
    void aValueThatWasCutOffIsRefused() {
        put(entry, "narrative", Arrays.copyOf(sealed(entry, "narrative"), 5));
        isRefused();
        put(entry, "narrative", new byte[0]);
        isRefused();
    }

    @Test
    void theDataKeyOfAnotherIncidentDoesNotFit() {
        UUID other = UUID.randomUUID();
        write(other, "Another narrative");
        Database.execute(
                "update vault.data_key set wrapped = (select wrapped from vault.data_key where incident_id = ?)"
                        + " where incident_id = ?",
                other,
                incident);

        isRefused();
    }

    @Test
    void aKeyThatAnotherKeysetWrappedCannotBeUnwrapped() throws GeneralSecurityException {
        AeadConfig.register();
        Aead stranger = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        byte[] wrapped = stranger.encrypt(new byte[32], ("incident/" + incident).getBytes(UTF_8));
        Database.execute("update vault.data_key set wrapped = ? where incident_id = ?", wrapped, incident);

        officer()
                .get("/entries/" + entry)
                .then()
                .statusCode(503)
                .header("Retry-After", "60")
                .body("code", equalTo("KEYS_UNAVAILABLE"));
    }

    @Test
    void withoutItsDataKeyNothingOfAnIncidentCanBeRead() {
        Database.execute("delete from vault.data_key where incident_id = ?", incident);

        isRefused();
    }

    @Test
    void aDataKeyStandsWrappedAndOncePerIncident() {
        write(incident, "Another narrative");

        List<Map<String, Object>> keys =
                Database.rows("select wrapped from vault.data_key where incident_id = ?", incident);
        assertThat(keys).hasSize(1);
        assertThat((byte[]) keys.getFirst().get("wrapped")).hasSizeGreaterThan(32 + 12 + 16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NARRATIVE,
                "zoë ångström, ROOM 12, was told",
                "Zoe\u0308 A\u030Angstro\u0308m, room 12, was told",
                "  Zoë Ångström, room 12, was told ",
                "Zoë Ångström, room \uFF11\uFF12, was told"
            })
    void theBlindIndexFindsWhatIsTheSameButForCaseAndComposition(String variant) {
        assertThat(found(variant)).contains(entry.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë Ångström", "Zoe Angstrom, room 12, was told", " ", "%"})
    void theBlindIndexFindsNothingElse(String other) {
        assertThat(found(other)).doesNotContain(entry.toString());
    }

    @Test
    void theBlindIndexIsKeyedAndDiffersFromFieldToField() throws GeneralSecurityException {
        byte[] stored = sealed(entry, "finder");
        assertThat(stored).isEqualTo(index.of("narrative", NARRATIVE)).hasSize(32);
        assertThat(index.of("name", NARRATIVE)).isNotEqualTo(stored);
        assertThat(index.of("narrativ", "e" + NARRATIVE)).isNotEqualTo(stored);
        String plain = NARRATIVE.toLowerCase(Locale.ROOT);
        assertThat(MessageDigest.getInstance("SHA-256").digest(plain.getBytes(UTF_8)))
                .isNotEqualTo(stored);
    }

    private static String found(String narrative) {
        return officer()
                .queryParam("narrative", narrative)
                .get("/entries/found")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private void isRefused() {
        String answer = officer()
                .get("/entries/" + entry)
                .then()
                .statusCode(500)
                .body("code", equalTo("INTERNAL"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("ngstr");
    }

    private static byte[] sealed(UUID id, String column) {
        return (byte[]) Database.rows("select " + column + " as value from ledger_entry where id = ?", id)
                .getFirst()
                .get("value");
    }

    private static void put(UUID id, String column, byte[] value) {
        Database.execute("update ledger_entry set " + column + " = ? where id = ?", value, id);
    }
}
