package org.candor.investigation.insider;

import static org.awaitility.Awaitility.await;
import static org.candor.investigation.Desk.INVESTIGATOR;
import static org.candor.investigation.Desk.PRIVACY;
import static org.candor.investigation.Desk.SECURITY;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.candor.investigation.Desk;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.junit.jupiter.api.Test;

/** R-09, N-10: who broke the glass at intake reads the case for a time, though he is in no team; a recused one never does. */
@QuarkusTest
@OnRealPlatform
class ExceptionTest {

    private static final Instant LATER = Instant.now().plus(Duration.ofHours(1));

    @Test
    void readsTheCaseOfATeamUntilItsTimeHasCome() {
        Desk desk = Desk.reported().triaged(false);
        desk.change(
                        "PUT",
                        PRIVACY,
                        "/insider-team",
                        "",
                        Map.of("members", List.of(PRIVACY, SECURITY), "reason", "Exports at night"))
                .statusCode(200);
        desk.get(INVESTIGATOR, "").statusCode(404);

        restricted(desk)
                .excepting(INVESTIGATOR, LATER)
                .excepting("counsel", LATER)
                .recusing("counsel")
                .version(2)
                .send();
        seenBy(desk, INVESTIGATOR, 200);
        desk.get("counsel", "").statusCode(404);
        desk.get(Desk.HEAD, "").statusCode(404);

        restricted(desk)
                .excepting(INVESTIGATOR, Instant.now().minusSeconds(1))
                .version(3)
                .send();
        seenBy(desk, INVESTIGATOR, 404);
    }

    private static Routing restricted(Desk desk) {
        return Routing.open(desk.incident, Desk.ENTITY).restrictedTo(PRIVACY, SECURITY);
    }

    private static void seenBy(Desk desk, String role, int status) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> desk.get(role, "").statusCode(status));
    }
}
