package org.candor.investigation.insider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.investigation.Desk.HEAD;
import static org.candor.investigation.Desk.INVESTIGATOR;
import static org.candor.investigation.Desk.PRIVACY;
import static org.candor.investigation.Desk.SECURITY;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.candor.events.CaseEvent.ReadersRestricted;
import org.candor.events.Topic;
import org.candor.investigation.Desk;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** Policy S4 over HTTP. */
@QuarkusTest
@OnRealPlatform
class InsiderTeamTest {

    private static Map<String, Object> team(String... members) {
        return Map.of("members", List.of(members), "reason", "Exports at night with an employee's account");
    }

    @Test
    void fromTheMomentOfTheTeamOnlyItsMembersReadTheCase() {
        Desk desk = Desk.reported().triaged(false);
        desk.get(HEAD, "").statusCode(200);
        desk.get(PRIVACY, "/insider-team").statusCode(200).body("members", empty());
        desk.change("PUT", PRIVACY, "/insider-team", "", team(PRIVACY, SECURITY, INVESTIGATOR))
                .statusCode(200)
                .body("setBy", equalTo(PRIVACY));

        desk.get(HEAD, "").statusCode(404);
        desk.get(HEAD, "/timeline").statusCode(404);
        Desk.as(HEAD).get("/cases?limit=200").then().body("items.incidentId", not(hasItem(desk.incident.toString())));
        desk.get(INVESTIGATOR, "").statusCode(200);
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            ReadersRestricted fact =
                    cases.await(ReadersRestricted.class, one -> one.incidentId().equals(desk.incident));
            assertThat(fact.readers()).containsExactlyInAnyOrder(PRIVACY, SECURITY, INVESTIGATOR);
        }
    }

    /** Intake may have made a record before it heard of the team, and a record of an earlier team may come late. */
    @Test
    void noLateRoutingRecordOpensTheCaseAgain() {
        Desk desk = Desk.reported().triaged(false);
        desk.change("PUT", PRIVACY, "/insider-team", "", team(PRIVACY, SECURITY, INVESTIGATOR))
                .statusCode(200);
        routed(desk, Routing.open(desk.incident, Desk.ENTITY).version(5), 5);
        desk.get(HEAD, "").statusCode(404);
        desk.get(INVESTIGATOR, "").statusCode(200);
        desk.get(PRIVACY, "").statusCode(200);

        desk.change("PUT", PRIVACY, "/insider-team", "", team(PRIVACY, SECURITY))
                .statusCode(200);
        routed(
                desk,
                Routing.open(desk.incident, Desk.ENTITY)
                        .restrictedTo(PRIVACY, SECURITY, INVESTIGATOR)
                        .version(6),
                6);
        desk.get(INVESTIGATOR, "").statusCode(404);
        desk.get(SECURITY, "").statusCode(200);
        // An older one changes nothing.
        routed(desk, Routing.open(desk.incident, Desk.ENTITY).version(4), 6);
        desk.get(INVESTIGATOR, "").statusCode(404);
        desk.get(HEAD, "").statusCode(404);
        Desk.as(HEAD).get("/worklists/counts").then().statusCode(200);
    }

    @Test
    void aLiftedTeamLeavesTheCaseToItsRolesAgainAndItsReasonInTheTimeline() {
        Desk desk = Desk.reported().triaged(false);
        Map<String, String> why = Map.of("reason", "It was the nightly backup");
        desk.change("POST", PRIVACY, "/insider-team", "/lifting", why)
                .statusCode(409)
                .body("code", equalTo("NO_TEAM"));
        desk.change("PUT", PRIVACY, "/insider-team", "", team(PRIVACY, SECURITY, INVESTIGATOR))
                .statusCode(200);
        desk.change("POST", INVESTIGATOR, "/insider-team", "/lifting", why).statusCode(403);
        desk.change("POST", HEAD, "/insider-team", "/lifting", why).statusCode(404);
        Desk.as(PRIVACY)
                .contentType("application/json")
                .body(why)
                .post("/cases/" + desk.incident + "/insider-team/lifting")
                .then()
                .statusCode(428);
        desk.change("POST", SECURITY, "/insider-team", "/lifting", why)
                .statusCode(200)
                .body("members", empty());

        desk.get(HEAD, "").statusCode(200);
        desk.get(SECURITY, "/timeline")
                .statusCode(200)
                .body("entries.find { it.kind == 'insider-team-lifted' }.reason", equalTo("It was the nightly backup"))
                .body("entries.find { it.kind == 'insider-team-lifted' }.actor", equalTo(SECURITY));
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            cases.await(
                    ReadersRestricted.class,
                    one -> one.incidentId().equals(desk.incident)
                            && one.readers().isEmpty());
        }
    }

    private static void routed(Desk desk, Routing record, int newest) {
        String inbox = "select count(*) from inbox where topic = 'intake.routing.v1' and subject = ?";
        String subject = desk.incident.toString();
        long before = Database.number(inbox, subject);
        record.send();
        await().atMost(Duration.ofSeconds(20)).until(() -> Database.number(inbox, subject) > before);
        assertThat(Database.number("select version from incident_routing where incident_id = ?", desk.incident))
                .isEqualTo(newest);
    }

    @Test
    void bothOfficersBelongToItAndOnlyTheySetItUp() {
        Desk desk = Desk.reported().triaged(false);
        desk.change("PUT", PRIVACY, "/insider-team", "", team(PRIVACY))
                .statusCode(409)
                .body("code", equalTo("OFFICERS_MISSING"))
                .body("missing", equalTo(List.of("member.SECURITY_OFFICER")));
        desk.change("PUT", HEAD, "/insider-team", "", team(PRIVACY, SECURITY, HEAD))
                .statusCode(403)
                .body("code", equalTo("NOT_IN_CHARGE"));
        desk.get(HEAD, "").statusCode(200);
    }
}
