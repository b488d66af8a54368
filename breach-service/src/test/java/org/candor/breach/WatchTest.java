package org.candor.breach;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.NoticeEvent.CountsOffered;
import org.candor.events.NoticeEvent.RosterImported;
import org.candor.events.ObligationEvent.HoldEnded;
import org.candor.events.Topic;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time does to a breach: holds end, standing still alarms, and whoever sends asks first. */
@QuarkusTest
@OnRealPlatform
class WatchTest {

    /** Noon of 21 May in Chicago, the day after the oral statement. */
    private static final Instant MAY = Instant.parse("2026-05-21T17:00:00Z");

    private static final LocalDate ENDS = LocalDate.of(2026, 6, 19);

    private static final String HELD = Story.COMPLETE
            .formatted("HIGH")
            .replace(
                    "\"notice\": {",
                    "\"notice\": {\"lawEnforcementDelays\": [{\"form\": \"ORAL\", \"statedOn\": \"2026-05-20\","
                            + " \"ground\": \"IMPEDE_INVESTIGATION\", \"official\": \"Det. B. Sample\"}], ");

    @Inject
    MutableClock clock;

    @BeforeEach
    void stopInMay() {
        clock.set(MAY);
    }

    @AfterEach
    void runAgain() {
        clock.reset();
    }

    @Test
    void givesNoClearanceWhileLawEnforcementHoldsAndGivesItOnTheDayTheHoldEnds() {
        Story story = Story.asked().breach();
        ask(story, "INDIVIDUAL_NOTICE").body("answer", equalTo("CLEAR")).body("asOf", equalTo("2026-05-21"));
        story.put(HELD).then().statusCode(200);
        ask(story, "INDIVIDUAL_NOTICE")
                .body("answer", equalTo("HELD"))
                .body("heldUntil", equalTo(ENDS.toString()))
                .body("why", containsString("164.412"))
                .body("timeZone", equalTo("America/Chicago"));
        ask(story, "STATE_REGULATOR_NOTICE").body("answer", equalTo("CLEAR"));
        ask(story, "SUBSTITUTE_NOTICE").body("answer", equalTo("NOT_OWED"));
        // One second before midnight of 18 June in Chicago, and the second of midnight.
        clock.set(Instant.parse("2026-06-19T04:59:59Z"));
        ask(story, "INDIVIDUAL_NOTICE").body("answer", equalTo("HELD"));
        clock.set(Instant.parse("2026-06-19T05:00:00Z"));
        ask(story, "INDIVIDUAL_NOTICE").body("answer", equalTo("CLEAR")).body("asOf", equalTo(ENDS.toString()));
    }

    @Test
    void givesClearanceOnlyToAServiceThatHasTheScopeOfThisEdge() {
        Story story = Story.asked().breach();
        given().auth()
                .oauth2(Tokens.of("service"))
                .get(story.breachPath("/clearance?kind=INDIVIDUAL_NOTICE"))
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        given().auth()
                .oauth2(service("audit.documents"))
                .get(story.breachPath("/clearance?kind=INDIVIDUAL_NOTICE"))
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(service("breach.clearance"))
                .get("/breaches/" + UUID.randomUUID() + "/clearance?kind=INDIVIDUAL_NOTICE")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(service("breach.clearance"))
                .get(story.breachPath("/clearance"))
                .then()
                .statusCode(422);
    }

    @Test
    void announcesTheEndOfAHoldAheadAndTellsItWhenItComes() {
        Story story = Story.asked().breach();
        story.put(HELD).then().statusCode(200);
        story.obligations()
                .then()
                .body("holds", hasSize(1))
                .body("holds[0].counts", equalTo(true))
                .body("holds[0].through", equalTo(ENDS.toString()))
                .body("holds[0].ground", equalTo("IMPEDE_INVESTIGATION"))
                .body("holds[0].why", containsString("30 days"))
                .body("holds[0].holds", hasItem("INDIVIDUAL_NOTICE"));
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            DeadlineSet ahead = probe.await(DeadlineSet.class, fact -> is(story, fact, "HOLD_END"));
            assertThat(ahead.dueOn()).isEqualTo(ENDS);
            probe.never(HoldEnded.class, fact -> fact.incidentId().equals(story.incidentId), Duration.ofSeconds(2));
            clock.set(Instant.parse("2026-06-19T05:00:00Z"));
            assertThat(probe.await(HoldEnded.class, fact -> fact.incidentId().equals(story.incidentId))
                            .endedOn())
                    .isEqualTo(ENDS);
            probe.await(DeadlineMet.class, fact -> fact.deadlineId().equals(ahead.deadlineId()));
        }
    }

    @Test
    void tellsThatAHoldEndedWhenItsStatementIsTakenBack() {
        Story story = Story.asked().breach();
        story.put(HELD).then().statusCode(200);
        story.put(Story.COMPLETE.formatted("HIGH")).then().statusCode(200);
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            assertThat(probe.await(HoldEnded.class, fact -> fact.incidentId().equals(story.incidentId))
                            .endedOn())
                    .isEqualTo(LocalDate.of(2026, 5, 21));
            probe.await(DeadlineCancelled.class, fact -> story.incidentId.equals(fact.incidentId()));
        }
        ask(story, "INDIVIDUAL_NOTICE").body("answer", equalTo("CLEAR"));
    }

    @Test
    void asksForAReasonWhenEverythingIsThereAndNothingMoves() {
        Story story = Story.asked().breach();
        clock.set(MAY.plus(Duration.ofDays(7)).minusSeconds(60));
        assertThat(alarms(story)).isEmpty();
        clock.set(MAY.plus(Duration.ofDays(7)));
        await().atMost(Duration.ofSeconds(20)).until(() -> alarms(story).size() == 1);
        String alarm = (String) alarms(story).getFirst().get("alarmId");
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            DeadlineSet deadline = probe.await(DeadlineSet.class, fact -> is(story, fact, "UNREASONABLE_DELAY"));
            assertThat(deadline.dueOn()).isEqualTo(LocalDate.of(2026, 5, 29));
            answer(story, alarm, "The print house moved.")
                    .statusCode(200)
                    .body("[0].answeredBy", equalTo("privacy-officer"));
            probe.await(DeadlineMet.class, fact -> fact.deadlineId().equals(UUID.fromString(alarm)));
        }
        answer(story, alarm, "Again.").statusCode(409).body("code", equalTo("ANSWERED_ALREADY"));
        answer(story, UUID.randomUUID().toString(), "None.").statusCode(404);
        story.as("auditor")
                .get(story.breachPath("/idle-alarms"))
                .then()
                .statusCode(200)
                .body("[0].reason", equalTo("The print house moved."));
    }

    @Test
    void countsTheWorkOfTheCampaignAsMovement() {
        Story story = Story.asked().breach();
        clock.set(MAY.plus(Duration.ofDays(5)));
        story.tell(Topic.NOTICE, new RosterImported(story.incidentId, "0".repeat(64), 612, 0, clock.instant()));
        clock.set(MAY.plus(Duration.ofDays(5)));
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        clock.set(MAY.plus(Duration.ofDays(8)));
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(5))
                .until(() -> alarms(story).isEmpty());
    }

    @Test
    void countsARosterThatDiffersAsMovementToo() {
        Story story = Story.asked().breach();
        clock.set(MAY.plus(Duration.ofDays(5)));
        story.tell(
                Topic.NOTICE,
                new CountsOffered(story.incidentId, 611, Map.of("WI", 505L), 0, 0, MAY.plus(Duration.ofDays(5))));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> story.obligations().jsonPath().getBoolean("offerDiffers"));
        clock.set(MAY.plus(Duration.ofDays(8)));
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(5))
                .until(() -> alarms(story).isEmpty());
    }

    @Test
    void countsTheTimeFromTheEndOfTheHold() {
        Story story = Story.asked().breach();
        story.put(HELD).then().statusCode(200);
        Instant end = Instant.parse("2026-06-19T05:00:00Z");
        clock.set(end.plus(Duration.ofDays(6)));
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(5))
                .until(() -> alarms(story).isEmpty());
        clock.set(end.plus(Duration.ofDays(7)));
        await().atMost(Duration.ofSeconds(20)).until(() -> alarms(story).size() == 1);
        assertThat(alarms(story).getFirst()).containsEntry("idleSince", end.toString());
    }

    @Test
    void watchesABreachWhoseQuestionIsOpenAgain() {
        Story story = Story.asked().breach();
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body("{\"reason\": \"The vendor wrote back.\"}")
                .post(story.path("/reopening"))
                .then()
                .statusCode(200);
        clock.set(MAY.plus(Duration.ofDays(7)));
        await().atMost(Duration.ofSeconds(20)).until(() -> alarms(story).size() == 1);
    }

    @Test
    void neverAlarmsWhileLawEnforcementHolds() {
        Story story = Story.asked().breach();
        story.put(HELD).then().statusCode(200);
        clock.set(MAY.plus(Duration.ofDays(20)));
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(5))
                .until(() -> alarms(story).isEmpty());
    }

    @Test
    void alarmsOfARosterThatCountsOtherwiseUntilItsCountsAreAdopted() {
        Story story = Story.asked().breach();
        story.tell(
                Topic.NOTICE,
                new CountsOffered(
                        story.incidentId, 611, Map.of("WI", 505L), 0, 0, Instant.parse("2026-05-21T18:00:00Z")));
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            DeadlineSet open = probe.await(DeadlineSet.class, fact -> is(story, fact, "COUNTS_DIFFER"));
            assertThat(open.dueOn()).isEqualTo(LocalDate.of(2026, 5, 24));
            story.as("privacy-officer")
                    .header("If-Match", story.etag())
                    .post(story.breachPath("/counts/adoption"))
                    .then()
                    .statusCode(200);
            probe.await(DeadlineMet.class, fact -> fact.deadlineId().equals(open.deadlineId()));
        }
    }

    @Test
    void endsTheAlarmOfTheRosterWhenTheFactsCountTheSame() {
        Story story = Story.asked().breach();
        story.tell(
                Topic.NOTICE,
                new CountsOffered(
                        story.incidentId, 611, Map.of("WI", 505L), 0, 0, Instant.parse("2026-05-21T18:00:00Z")));
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            DeadlineSet open = probe.await(DeadlineSet.class, fact -> is(story, fact, "COUNTS_DIFFER"));
            story.put(Story.COMPLETE.formatted("HIGH").replace("612", "611").replace(", \"IL\": 104", ""))
                    .then()
                    .statusCode(200);
            probe.await(DeadlineCancelled.class, fact -> fact.deadlineId().equals(open.deadlineId()));
        }
    }

    private static boolean is(Story story, DeadlineSet fact, String kind) {
        return story.incidentId.equals(fact.incidentId()) && fact.kind().equals(kind);
    }

    private static List<Map<String, Object>> alarms(Story story) {
        return story.as("privacy-officer")
                .get(story.breachPath("/idle-alarms"))
                .jsonPath()
                .getList("$");
    }

    private static ValidatableResponse answer(Story story, String alarm, String reason) {
        return story.as("privacy-officer")
                .body(Map.of("reason", reason))
                .post(story.breachPath("/idle-alarms/" + alarm + "/reason"))
                .then();
    }

    private static ValidatableResponse ask(Story story, String kind) {
        return given().auth()
                .oauth2(service("breach.clearance"))
                .get(story.breachPath("/clearance?kind=" + kind))
                .then()
                .statusCode(200);
    }

    private static String service(String scope) {
        return Tokens.subject("service-account-notification")
                .roles("service")
                .entities()
                .claim("scope", "openid " + scope)
                .signed();
    }
}
