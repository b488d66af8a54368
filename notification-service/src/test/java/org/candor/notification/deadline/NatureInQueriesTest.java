package org.candor.notification.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.candor.notification.Surroundings;
import org.candor.notification.deadline.decision.Nature;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** The board and the month ask the database for what the rule says of each duty. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class NatureInQueriesTest {

    @Test
    void aQueryTellsDutiesApartAsTheRuleDoes() {
        for (String service : List.of("audit", "breach", "intake", "investigation", "notification")) {
            for (String kind : List.of("ACCOUNTING_OF_DISCLOSURES", "ACCOUNTING_TO_COMPLETE", "POLICY_REVIEW")) {
                assertThat(programme(UUID.randomUUID(), service, kind))
                        .isEqualTo(Nature.of(true, service, kind) == Nature.PROGRAMME);
                assertThat(programme(null, service, kind))
                        .isEqualTo(Nature.of(false, service, kind) == Nature.PROGRAMME);
            }
        }
    }

    private static boolean programme(UUID incident, String service, String kind) {
        return (Boolean) Database.rows(
                        "select" + Deadline.PROGRAMME + "as programme"
                                + " from (select cast(? as uuid) as incident_id, cast(? as text) as service, cast(? as text) as kind) d",
                        incident == null ? null : incident.toString(),
                        service,
                        kind)
                .getFirst()
                .get("programme");
    }
}
