package org.candor.kit.crypto;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.kit.ledger.Calls.ENTITY;
import static org.candor.kit.ledger.Calls.as;
import static org.candor.kit.ledger.Calls.eventually;
import static org.candor.kit.ledger.Calls.officer;
import static org.candor.kit.ledger.Calls.write;
import static org.hamcrest.Matchers.equalTo;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The master key is changed while the service runs; the data stays as it is. */
@QuarkusTest
@OnRealPlatform(service = "rotating")
@WithTestResource(RotationTest.TwoKeys.class)
class RotationTest {

    private static final String KEYSET = "test.keyset";
    private static final String PATH = "/operations/keys/rewrap";
    private static final String NARRATIVE = "Zoë Ångström, room 12, was told";

    /** A keyset whose new key wraps, beside the old one. */
    public static final class TwoKeys implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            try {
                String json = Keysets.json(Keysets.rotated(Keysets.one()));
                System.setProperty(KEYSET, json);
                return Map.of(
                        "candor.keyset-file", "",
                        "candor.keyset", json,
                        "candor.rewrap.batch", "3",
                        "candor.rewrap.look", "1s");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void stop() {
            System.clearProperty(KEYSET);
        }
    }

    private KeysetHandle both;
    private Keyset old;
    private final Map<UUID, UUID> entries = new LinkedHashMap<>();

    @BeforeEach
    void nineIncidentsOfTheTimeBefore() {
        both = keysOfTheService();
        old = new Keyset(oldAlone(both));
        Database.execute("delete from vault.rewrap");
        for (int i = 0; i < 9; i++) {
            UUID incident = UUID.randomUUID();
            entries.put(incident, write(incident, NARRATIVE));
            byte[] owner = IncidentVault.owner(incident);
            wrapped(incident, old.wrap(new Keyset(both).unwrap(wrapped(incident), owner), owner));
        }
    }

    @Test
    void wrapsEveryKeyAnewAndLeavesTheDataAlone() throws GeneralSecurityException {
        UUID incident = entries.keySet().iterator().next();
        Routing.open(incident, ENTITY).send();
        String before = data();
        installationKeys(old);
        assertThat(wraps(old.primary())).isGreaterThanOrEqualTo(10);

        operator("POST").statusCode(202).body("running", equalTo(true));
        eventually().untilAsserted(() -> operator("GET").statusCode(200).body("running", equalTo(false)));

        assertThat(wraps(old.primary())).isZero();
        assertThat(data()).isEqualTo(before);
        Keyset reduced = new Keyset(Keysets.reduced(both));
        entries.forEach((each, entry) -> {
            byte[] key = reduced.unwrap(wrapped(each), IncidentVault.owner(each));
            assertThat(new IncidentCipher(key).read("ledger_entry.narrative", entry, narrative(entry)))
                    .isEqualTo(NARRATIVE);
        });
        byte[] index = (byte[]) Database.rows("select wrapped from vault.installation_key where name = 'blind-index'")
                .getFirst()
                .get("wrapped");
        assertThat(reduced.unwrap(index, "blind-index".getBytes(UTF_8))).hasSize(32);
        eventually()
                .untilAsserted(() -> officer()
                        .get("/entries/" + entries.get(incident))
                        .then()
                        .statusCode(200)
                        .body("narrative", equalTo(NARRATIVE)));
        try (TopicProbe probe = TopicProbe.on(Topic.ACCESS)) {
            AccessRecorded record =
                    probe.await(AccessRecorded.class, access -> access.action().equals("rewrap-keys"));
            assertThat(record.actor()).isEqualTo("operator");
            assertThat(record.incidentIds()).isEmpty();
        }
    }

    /** What a crash leaves: some batches are committed, and the one on its way is not. */
    @Test
    void goesOnAfterABatchThatWasBrokenOff() {
        List<UUID> inOrder = entries.keySet().stream()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        breakOffAt(inOrder.get(4));
        operator("POST").statusCode(202);
        eventually().until(() -> inOrder.stream().anyMatch(this::isNew));
        operator("GET").body("running", equalTo(true));
        assertThat(isNew(inOrder.get(4))).isFalse();
        assertThat(wraps(old.primary())).isPositive();

        Database.execute("drop trigger broken on vault.data_key");
        eventually().untilAsserted(() -> operator("GET").body("running", equalTo(false)));
        assertThat(inOrder).allMatch(this::isNew);
    }

    @Test
    void whatCannotBeOpenedIsLeftAndSaid() throws GeneralSecurityException {
        UUID foreign = entries.keySet().iterator().next();
        Keyset stranger = new Keyset(Keysets.one());
        wrapped(foreign, stranger.wrap(new byte[32], IncidentVault.owner(foreign)));
        byte[] left = wrapped(foreign);

        operator("POST").statusCode(202);
        eventually().untilAsserted(() -> operator("GET").body("running", equalTo(false)));

        operator("GET").body("unreadable", equalTo(1));
        assertThat(wrapped(foreign)).isEqualTo(left);
        List<Map<String, Object>> keys = operator("GET").extract().path("keys");
        assertThat(keys)
                .filteredOn(key ->
                        key.get("keyId").equals(Long.toString(stranger.primary().id())))
                .singleElement()
                .satisfies(key -> assertThat(key)
                        .containsEntry("inKeyset", false)
                        .containsEntry("primary", false)
                        .containsEntry("wraps", 1));
        Database.execute("delete from vault.data_key where incident_id = ?", foreign);
    }

    @Test
    void aSecondOrderIsTheSameAndOneOfAReplicaWithAnOlderKeysetIsNotCarriedOutHere() {
        Database.execute(
                "insert into vault.rewrap (id, to_key, asked_at) values (?, ?, now())",
                UUID.randomUUID(),
                old.primary().id());
        operator("GET").body("running", equalTo(true));
        assertThat(entries.keySet()).noneMatch(this::isNew);

        operator("POST").statusCode(202);
        operator("POST").statusCode(202);
        assertThat(Database.number(
                        "select count(*) from vault.rewrap where to_key <> ?",
                        old.primary().id()))
                .isOne();
        eventually().untilAsserted(() -> operator("GET").body("running", equalTo(false)));
        assertThat(entries.keySet()).allMatch(this::isNew);
    }

    @Test
    void isTheOperatorsAlone() {
        given().get(PATH).then().statusCode(401);
        given().post(PATH).then().statusCode(401);
        as("privacy-officer").get(PATH).then().statusCode(403);
        as("administrator").post(PATH).then().statusCode(403);
    }

    private static ValidatableResponse operator(String method) {
        return as("operator").request(method, PATH).then();
    }

    private static void breakOffAt(UUID incident) {
        Database.execute("""
                create or replace function broken() returns trigger language plpgsql as
                $$ begin if new.incident_id = '%s' then raise exception 'broken off'; end if; return new; end $$
                """.formatted(incident));
        Database.execute(
                "create trigger broken before update on vault.data_key for each row execute function broken()");
    }

    private static void installationKeys(Keyset to) {
        Keyset now = new Keyset(keysOfTheService());
        Database.rows("select name, wrapped from vault.installation_key").forEach(row -> {
            byte[] owner = row.get("name").toString().getBytes(UTF_8);
            Database.execute(
                    "update vault.installation_key set wrapped = ? where name = ?",
                    to.wrap(now.unwrap((byte[]) row.get("wrapped"), owner), owner),
                    row.get("name"));
        });
    }

    private boolean isNew(UUID incident) {
        return new Keyset(both).primary().wrapped(wrapped(incident));
    }

    private static int wraps(MasterKey key) {
        return operator("GET").extract().path("keys.find { it.keyId == '%d' }.wraps".formatted(key.id()));
    }

    private static String data() {
        return Database.rows("select e::text as row from ledger_entry e order by id")
                .toString();
    }

    private static byte[] narrative(UUID entry) {
        return (byte[]) Database.rows("select narrative from ledger_entry where id = ?", entry)
                .getFirst()
                .get("narrative");
    }

    private static byte[] wrapped(UUID incident) {
        return (byte[]) Database.rows("select wrapped from vault.data_key where incident_id = ?", incident)
                .getFirst()
                .get("wrapped");
    }

    private static void wrapped(UUID incident, byte[] wrapped) {
        Database.execute("update vault.data_key set wrapped = ? where incident_id = ?", wrapped, incident);
    }

    private static KeysetHandle keysOfTheService() {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(System.getProperty(KEYSET), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeysetHandle oldAlone(KeysetHandle both) {
        KeysetHandle.Entry entry = Stream.of(both.getAt(0), both.getAt(1))
                .filter(one -> !one.isPrimary())
                .findFirst()
                .orElseThrow();
        try {
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(entry.getKey())
                            .withFixedId(entry.getId())
                            .makePrimary())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
