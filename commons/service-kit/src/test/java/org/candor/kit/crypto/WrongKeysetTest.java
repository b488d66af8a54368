package org.candor.kit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.kit.ledger.Calls.ENTITY;
import static org.candor.kit.ledger.Calls.entry;
import static org.candor.kit.ledger.Calls.eventually;
import static org.candor.kit.ledger.Calls.officer;
import static org.candor.kit.ledger.Calls.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.test.Database;
import org.candor.test.Management;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.junit.jupiter.api.Test;

/** A service comes up with the keyset of another installation: it answers nothing, keeps nothing, and says so. */
@QuarkusTest
@OnRealPlatform(service = "stranger")
@WithTestResource(WrongKeysetTest.ForeignKeys.class)
class WrongKeysetTest {

    private static final String NARRATIVE = "Zephyrine Quackenbush was in room 12";

    public static final class ForeignKeys implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of("ledger.foreign-keys", "true");
        }

        @Override
        public void stop() {
            // Nothing was started.
        }
    }

    @Test
    void isNotReadyReadsNothingAndWritesNothingUntilItHasTheRightOne() {
        Management.get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'keys' }.status", equalTo("DOWN"));
        UUID incident = UUID.randomUUID();

        isAway(post(entry(incident, NARRATIVE)));
        isAway(officer().get("/entries/" + sealedBefore(incident)));

        assertThat(Database.number("select count(*) from vault.data_key where incident_id = ?", incident))
                .isZero();
        String hex = HexFormat.of().formatHex("Quackenbush".getBytes(UTF_8));
        for (String table : List.of("ledger_entry", "outbox", "inbox", "dead_letter", "idempotent_answer")) {
            assertThat(Database.rows("select t::text as row from " + table + " t")
                            .toString())
                    .doesNotContain("Quackenbush")
                    .doesNotContain(hex);
        }
        factsWaitForTheRightKeyset();
    }

    /** Facts wait; with the right keyset, which has the same effect as taking away what the foreign one wrapped, they are applied. */
    private static void factsWaitForTheRightKeyset() {
        UUID incident = UUID.randomUUID();
        Routing.open(incident, ENTITY).send();
        await().during(Duration.ofSeconds(6)).atMost(Duration.ofSeconds(30)).until(WrongKeysetTest::nothingCame);

        Database.execute("delete from vault.installation_key");

        eventually()
                .until(() ->
                        Database.number("select count(*) from incident_routing where incident_id = ?", incident) == 1);
        assertThat(Database.number("select count(*) from dead_letter where record_key = ?", incident.toString()))
                .isZero();
        Management.get("/q/health/ready").then().statusCode(200);
    }

    private static boolean nothingCame() {
        return Database.number("select (select count(*) from inbox) + (select count(*) from dead_letter)") == 0;
    }

    private static UUID sealedBefore(UUID incident) {
        UUID id = UUID.randomUUID();
        Database.execute(
                "insert into incident_routing values (?, ?, false, 1, '{\"officers\": []}', '{}', '{}')",
                incident,
                ENTITY);
        Database.execute("insert into ledger_entry values (?, ?, 'A title', 'x', 'x', 'x', now(), 0)", id, incident);
        return id;
    }

    private static void isAway(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "60")
                .body("code", equalTo("KEYS_UNAVAILABLE"));
    }
}
