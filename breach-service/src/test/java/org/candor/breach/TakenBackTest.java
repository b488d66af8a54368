package org.candor.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.AssessmentEvent.AssessmentOpened;
import org.candor.events.CaseEvent.AssessmentReason;
import org.candor.events.CaseEvent.BreachAssessmentRequested;
import org.candor.events.CaseEvent.Knowledge;
import org.candor.events.CaseEvent.KnownBy;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.NoticeEvent.NoticesSent;
import org.candor.events.NoticeMethod;
import org.candor.events.Topic;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** What was concluded or recorded and was wrong: taken back with a reason, and nothing of it is lost. */
@QuarkusTest
@OnRealPlatform
class TakenBackTest {

    @Test
    void opensAConcludedQuestionAgainWhenTheCaseAsksItAgain() {
        Story story = Story.asked();
        story.put(Story.COMPLETE.formatted("LOW")).then().statusCode(200);
        story.conclude(Story.NO_BREACH).then().statusCode(200).body("state", equalTo("NOTHING_OWED"));
        askAgain(story, KnownBy.AGENT);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> story.as("privacy-officer")
                        .get(story.path(""))
                        .then()
                        .body("state", equalTo("PRESUMED"))
                        .body("edition", equalTo(2))
                        .body("reopenings", hasSize(1))
                        .body("reopenings[0].cause", equalTo("CASE"))
                        .body("reopenings[0].reason", containsString("The case was reopened"))
                        .body("discovery.candidates", hasSize(2))
                        .body("commands", hasItem("conclusion")));
        try (TopicProbe assessments = TopicProbe.on(Topic.ASSESSMENT);
                TopicProbe obligations = TopicProbe.on(Topic.OBLIGATION)) {
            assessments.awaitRecords(
                    AssessmentOpened.class, fact -> fact.incidentId().equals(story.incidentId), 2);
            obligations.awaitRecords(
                    DeadlineSet.class,
                    fact -> story.incidentId.equals(fact.incidentId())
                            && fact.kind().equals("BREACH_ASSESSMENT"),
                    2);
        }
    }

    @Test
    void keepsTheDutiesWhileTheQuestionIsAskedAgain() {
        Story story = Story.asked().breach();
        askAgain(story, KnownBy.WORKFORCE);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> story.as("privacy-officer")
                        .get(story.path(""))
                        .then()
                        .body("state", equalTo("PRESUMED"))
                        // The clerk's knowledge is known already: nothing is told a second time.
                        .body("discovery.candidates", hasSize(1)));
        story.obligations().then().body("obligations", hasSize(4));
    }

    @Test
    void takesTheNewsIntoAQuestionThatIsOpen() {
        Story story = Story.asked();
        askAgain(story, KnownBy.AGENT);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> story.as("privacy-officer")
                        .get(story.path(""))
                        .then()
                        .body("edition", equalTo(1))
                        .body("reopenings", hasSize(0))
                        .body("discovery.candidates", hasSize(2)));
    }

    @Test
    void keepsTheReasonOfAnOfficerWhoReopens() {
        Story story = Story.asked().breach();
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body("{\"reason\": \"The vendor wrote back.\"}")
                .post(story.path("/reopening"))
                .then()
                .statusCode(200)
                .body("reopenings[0].cause", equalTo("OFFICER"))
                .body("reopenings[0].reason", equalTo("The vendor wrote back."));
    }

    @Test
    void takesAWrongCompletionBackAndSetsTheDeadlineAgain() {
        Story story = Story.asked().breach();
        String report = id(story, "US-HHS");
        complete(story, report, Map.of("completedOn", "2026-05-02", "trackingNumber", "BR-9"))
                .then()
                .statusCode(200);
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            probe.await(DeadlineMet.class, fact -> fact.deadlineId().equals(UUID.fromString(report)));
            takeBack(story, report, "It was another breach that was entered.")
                    .then()
                    .statusCode(200)
                    .body("trackingNumber", equalTo(null))
                    .body("submittedOn", equalTo(null))
                    .body("words.what", equalTo(List.of("DONE", "TAKEN_BACK")))
                    .body("words[1].said", equalTo("It was another breach that was entered."))
                    .body("words[1].day", equalTo("2026-05-02"))
                    .body("obligations.find { it.key == 'US-HHS' }.completedOn", equalTo(null))
                    .body("history[-1].changes.what", hasItem("OPEN_AGAIN"))
                    .body("history[-1].because", containsString("it was wrong that US-HHS"));
            probe.awaitRecords(DeadlineSet.class, fact -> fact.deadlineId().equals(UUID.fromString(report)), 2);
        }
        takeBack(story, report, "Again.").then().statusCode(409).body("code", equalTo("NOT_DONE"));
        takeBack(story, UUID.randomUUID().toString(), "Unknown.").then().statusCode(404);
        story.as("privacy-officer")
                .body(Map.of("reason", "Seen by nobody."))
                .post(story.breachPath("/obligations/" + report + "/completion/withdrawal"))
                .then()
                .statusCode(428);
    }

    @Test
    void letsLettersStandThatWereSent() {
        Story story = Story.asked().breach();
        LocalDate day = LocalDate.of(2026, 4, 24);
        story.tell(
                Topic.NOTICE, new NoticesSent(story.incidentId, Map.of(NoticeMethod.FIRST_CLASS_MAIL, 612L), day, day));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> story.obligations()
                        .then()
                        .body("obligations.find { it.key == 'US-INDIVIDUAL' }.completedOn", equalTo("2026-04-24")));
        takeBack(story, id(story, "US-INDIVIDUAL"), "They lie in the cellar.")
                .then()
                .statusCode(409)
                .body("code", equalTo("TOLD_OTHERWISE"));
        story.obligations().then().body("words", hasSize(0));
    }

    private static void askAgain(Story story, KnownBy by) {
        story.tell(
                Topic.CASE,
                new BreachAssessmentRequested(
                        story.incidentId,
                        Story.CITY,
                        null,
                        List.of(new Knowledge(by, Story.LEARNED)),
                        Story.LEARNED.plus(Duration.ofDays(9)),
                        2,
                        AssessmentReason.CASE_REOPENED));
    }

    private static String id(Story story, String key) {
        String id =
                story.obligations().jsonPath().getString("obligations.find { it.key == '" + key + "' }.obligationId");
        assertThat(id).isNotNull();
        return id;
    }

    private static Response complete(Story story, String id, Map<String, String> body) {
        return story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body(body)
                .post(story.breachPath("/obligations/" + id + "/completion"));
    }

    private static Response takeBack(Story story, String id, String reason) {
        return story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body(Map.of("reason", reason))
                .post(story.breachPath("/obligations/" + id + "/completion/withdrawal"));
    }
}
