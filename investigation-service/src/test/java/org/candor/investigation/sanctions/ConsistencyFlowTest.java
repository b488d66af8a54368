package org.candor.investigation.sanctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.Desk.HEAD;
import static org.candor.investigation.Desk.PRIVACY;
import static org.candor.investigation.Desk.SECURITY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.investigation.Desk;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** Like cases, like outcomes, in numbers (policy R10.a). */
@QuarkusTest
@OnRealPlatform
class ConsistencyFlowTest {

    private static final String ROOT = "/sanctions";
    private static final String INTENT = "MALICIOUS";
    private static final String CONDUCT = "LOSS_OF_AVAILABILITY";
    private static final String GROUPS = "groups.findAll { it.conduct == '" + CONDUCT + "' && it.intent == '" + INTENT
            + "' && it.earlier == '%s' }.";

    private static void ruled(String subject, String measure) {
        ruled(CONDUCT, subject, measure);
    }

    private static void ruled(String conduct, String subject, String measure) {
        Desk desk = Desk.reported().triaged(false);
        desk.send("POST", Desk.as(PRIVACY), ROOT, Map.of("readers", List.of(PRIVACY, SECURITY, HEAD)), "*")
                .then()
                .statusCode(201);
        Map<String, Object> person = new HashMap<>(Map.of(
                "relation", "WORKFORCE",
                "conduct", conduct,
                "intent", INTENT,
                "name", "Robin Vance",
                "subject", subject));
        List<String> ids = desk.change("POST", PRIVACY, ROOT, "/persons", person)
                .statusCode(201)
                .extract()
                .path("persons.id");
        String about = "/persons/" + ids.getLast();
        Map<String, Object> ruling = Map.of("measure", measure, "reason", "As it is", "differsBecause", "As it was");
        desk.change(
                        "POST",
                        PRIVACY,
                        ROOT,
                        about + "/statement",
                        Map.of(
                                "how",
                                "DECLINED",
                                "at",
                                Instant.now().minusSeconds(5).toString(),
                                "text",
                                "No"))
                .statusCode(200);
        desk.change(
                        "POST",
                        PRIVACY,
                        ROOT,
                        about + "/protection-check",
                        Map.of("reason", "None", "whistleBlower", false, "crimeVictim", false, "complaint", false))
                .statusCode(200);
        desk.change("POST", SECURITY, ROOT, about + "/proposal", Map.of("measure", measure, "reason", "As it is"))
                .statusCode(200);
        desk.change("POST", HEAD, ROOT, about + "/ruling", ruling).statusCode(200);
    }

    @Test
    void groupsOfFiveAreShownWithTheirOutliersAndWithoutAnybody() {
        String robin = "robin-" + UUID.randomUUID();
        ruled(robin, "WARNING");
        for (int other = 0; other < 3; other++) {
            ruled("somebody-" + UUID.randomUUID(), "WARNING");
        }
        read().body(GROUPS.formatted("NONE") + "size()", equalTo(0));
        ruled("somebody-" + UUID.randomUUID(), "TERMINATION");
        // His second one: the group of those who were sanctioned before has one decision and stays hidden.
        ruled(robin, "SUSPENSION");
        read().body(GROUPS.formatted("NONE") + "decided", equalTo(List.of(5)))
                .body(GROUPS.formatted("NONE") + "usual", equalTo(List.of("WARNING")))
                .body(GROUPS.formatted("NONE") + "outcomes[0].measure", equalTo(List.of("WARNING", "TERMINATION")))
                .body(GROUPS.formatted("NONE") + "outcomes[0].count", equalTo(List.of(4, 1)))
                .body(GROUPS.formatted("NONE") + "outcomes[0].outlier", equalTo(List.of(false, true)))
                .body(GROUPS.formatted("ONE") + "size()", equalTo(0))
                .body("smallestGroup", equalTo(5));
        Desk.as(HEAD)
                .get("/sanctions/consistency.csv")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(containsString("workforce," + CONDUCT + "," + INTENT + ",NONE,5,WARNING,TERMINATION,1,"))
                .body(not(containsString("robin")))
                .body(not(containsString("Vance")));
    }

    /** What recognises a person in several records is keyed, and who has no account has none. */
    @Test
    void anAccountStandsInNoRecordInPlainText() {
        String robin = "robin-" + UUID.randomUUID();
        ruled("OTHER_VIOLATION", robin, "WARNING");
        assertThat(Database.rows("select encode(account_index, 'escape') as shown from sanction_person"
                        + " where account_index is not null"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("shown").toString()).doesNotContain("robin"));
    }

    private static ValidatableResponse read() {
        return Desk.as(HEAD).get("/sanctions/consistency").then().statusCode(200);
    }
}
