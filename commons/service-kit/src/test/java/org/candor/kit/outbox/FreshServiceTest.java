package org.candor.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.kit.ledger.Calls.entry;
import static org.candor.kit.ledger.Calls.officer;
import static org.candor.kit.ledger.Calls.publish;
import static org.candor.kit.ledger.Calls.write;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.UUID;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** A service with an empty database, in which the relay never polls: whatever leaves was woken. */
@QuarkusTest
@TestProfile(FreshServiceTest.WithoutPolling.class)
@OnRealPlatform(service = "fresh")
class FreshServiceTest {

    public static final class WithoutPolling implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("candor.relay.poll", "10h");
        }
    }

    private final UUID incident = UUID.randomUUID();

    @Test
    void theCommitWakesTheRelay() {
        publish(incident, 0, 3, false).then().statusCode(204);
        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            probe.awaitRecords(CaseReopened.class, fact -> fact.incidentId().equals(incident), 3);
        }
    }

    @Test
    void aTransactionThatIsRolledBackTakesNoKeyOfTheInstallationWithIt() {
        officer()
                .contentType(ContentType.JSON)
                .queryParam("thenFail", true)
                .body(entry(incident, "Zoë Ångström"))
                .post("/entries")
                .then()
                .statusCode(409);
        UUID id = write(incident, "Zoë Ångström");

        assertThat(Database.number("select count(*) from vault.installation_key"))
                .isEqualTo(1);
        assertThat(Database.number("select count(*) from ledger_entry")).isEqualTo(1);
        officer()
                .queryParam("narrative", "ZOË ÅNGSTRÖM")
                .get("/entries/found")
                .then()
                .body("id", hasItem(id.toString()));
    }
}
