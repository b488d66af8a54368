package org.candor.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.ObligationEvent.NotifierDecided;
import org.candor.events.ObligationEvent.SenderKind;
import org.candor.events.Samples;
import org.candor.events.Topic;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** One notice set: which covered entity, or a business associate for it, tells whom (policy III.A.4.b). */
@QuarkusTest
@OnRealPlatform
class NoticePlanTest {

    private static final String AS_BUSINESS_ASSOCIATE = Story.COMPLETE
            .formatted("HIGH")
            .replace("\"notice\": {", "\"notice\": {\"capacity\": \"BUSINESS_ASSOCIATE\", ");

    @Test
    void countsEachPersonOnceAndTellsWhoGivesHowManyNotices() {
        Story story = Story.asked().breach();
        String clinic = name(story, "Harbor Clinic", 100, null);
        String own = story.incidentId.toString();
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            plan(
                            story,
                            choices(own, by("THIS_ENTITY", null), clinic, by("COVERED_ENTITY", clinic)),
                            shared(own, clinic, 12, null))
                    .then()
                    .statusCode(200)
                    .body("complete", equalTo(false))
                    .body("open", hasSize(1));
            plan(
                            story,
                            choices(own, by("THIS_ENTITY", null), clinic, by("COVERED_ENTITY", clinic)),
                            shared(own, clinic, 12, by("THIS_ENTITY", null)))
                    .then()
                    .statusCode(200)
                    .body("edition", equalTo(2))
                    .body("complete", equalTo(true))
                    .body("people", equalTo(700))
                    .body("senders.notices", equalTo(List.of(612, 88)))
                    .body("coveredEntities.name", equalTo(List.of("City of Larkspur Falls", "Harbor Clinic")))
                    .body("reason", equalTo("People know the city."));
            NotifierDecided told = probe.await(
                    NotifierDecided.class, fact -> fact.incidentId().equals(story.incidentId) && fact.edition() == 2);
            assertThat(told.complete()).isTrue();
            assertThat(told.people()).isEqualTo(700);
            assertThat(told.senders().getFirst().kind()).isEqualTo(SenderKind.THIS_ENTITY);
            assertThat(told.senders().stream()
                            .mapToLong(sender -> sender.notices())
                            .sum())
                    .isEqualTo(700);
        }
        story.obligations().then().body("obligations.delegation", everyItem(nullValue()));
    }

    @Test
    void leavesItsOwnPeopleToAnotherAndKeepsTheDutyUntilThereIsProof() {
        Story story = Story.asked().breach();
        String clinic = name(story, "Harbor Clinic", 100, null);
        String own = story.incidentId.toString();
        plan(story, choices(own, by("COVERED_ENTITY", clinic), clinic, by("COVERED_ENTITY", clinic)), "[]")
                .then()
                .statusCode(200)
                .body("senders.notices", equalTo(List.of(712)));
        story.obligations()
                .then()
                .body("obligations.find { it.key == 'US-INDIVIDUAL' }.delegation.by", equalTo("NOTICE_PLAN"))
                .body("obligations.find { it.key == 'US-INDIVIDUAL' }.delegation.associateId", equalTo(clinic))
                .body("obligations.find { it.key == 'US-INDIVIDUAL' }.completedOn", nullValue())
                .body("obligations.find { it.key == 'US-HHS' }.delegation", nullValue());
        plan(story, choices(own, by("THIS_ENTITY", null), clinic, by("COVERED_ENTITY", clinic)), "[]")
                .then()
                .statusCode(200);
        story.obligations().then().body("obligations.delegation", everyItem(nullValue()));
    }

    @Test
    void bindsTheOwnBreachOfAnotherLegalEntityWhichThenDecidesNothingItself() {
        Story leading = Story.asked().breach();
        Story other = Story.askedOf("harbor-clinic").breach();
        String clinic = name(leading, "Harbor Clinic", 612, other.incidentId);
        String own = leading.incidentId.toString();
        plan(leading, choices(own, by("THIS_ENTITY", null), clinic, by("THIS_ENTITY", null)), "[]")
                .then()
                .statusCode(200)
                .body("senders", hasSize(1))
                .body("senders[0].notices", equalTo(1224))
                .body("coveredEntities[1].letters", nullValue());
        other.obligations()
                .then()
                .body("obligations.find { it.key == 'US-INDIVIDUAL' }.delegation.by", equalTo("NOTICE_PLAN"))
                .body("history.last().because", containsString("notice plan"));
        other.as("privacy-officer")
                .get(other.breachPath("/notice-plan"))
                .then()
                .body("plannedElsewhere", equalTo(true));
        plan(other, choices(other.incidentId.toString(), by("THIS_ENTITY", null)), "[]")
                .then()
                .statusCode(409)
                .body("code", equalTo("PLANNED_ELSEWHERE"));
        post(leading, "Again", 5, other.incidentId).then().statusCode(409).body("code", equalTo("PLANNED_ELSEWHERE"));
        Story third = Story.askedOf("meadow-plan");
        post(other, "Meadow Plan", 5, third.incidentId).then().statusCode(409);
        post(third, "City", 5, leading.incidentId).then().statusCode(409);
        plan(leading, choices(own, by("THIS_ENTITY", null), clinic, by("COVERED_ENTITY", clinic)), "[]")
                .then()
                .statusCode(200);
        other.obligations().then().body("obligations.delegation", everyItem(nullValue()));
    }

    @Test
    void hidesTheOtherBreachFromWhoeverMayNotSeeIt() {
        Story leading = Story.asked().breach();
        Story other = Story.askedOf("harbor-clinic");
        name(leading, "Harbor Clinic", 612, other.incidentId);
        other.routing().recusing("counsel").version(2).send();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> other.as("counsel").get(other.path("")).statusCode() == 404);
        String list = leading.breachPath("/covered-entities");
        leading.as("counsel").get(list).then().statusCode(200).body("[0].incidentId", nullValue());
        leading.as("auditor").get(list).then().body("[0].incidentId", equalTo(other.incidentId.toString()));
    }

    @Test
    void refusesAnOwnBreachThatIsNoneOfAnotherEntity() {
        Story story = Story.asked().breach();
        Story same = Story.asked();
        post(story, "Ourselves", 5, same.incidentId)
                .then()
                .statusCode(422)
                .body("code", equalTo("NOT_ANOTHER_ENTITYS"));
        post(story, "Nobody", 5, UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void asABusinessAssociateTakesNoticesOnAndKeepsTheProof() {
        Story story = Story.asked();
        story.put(AS_BUSINESS_ASSOCIATE).then().statusCode(200);
        story.conclude("{\"outcome\": \"REPORTABLE_BREACH\"}").then().statusCode(200);
        String clinic = name(story, "Harbor Clinic", 400, null);
        String health = name(story, "Meadow Plan", 212, null);
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            plan(story, choices(clinic, by("THIS_ENTITY", null), health, by("COVERED_ENTITY", clinic)), "[]")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("PLAN_REFUSED"))
                    .body("errors.field", hasItem("/senders/1/by"))
                    .body("errors.message", hasItem("SENDER_LEAVES_ITS_OWN_TO_ANOTHER"));
            plan(
                            story,
                            choices(clinic, by("THIS_ENTITY", null), health, by("COVERED_ENTITY", health)),
                            shared(clinic, health, 10, by("THIS_ENTITY", null)))
                    .then()
                    .statusCode(200)
                    .body("complete", equalTo(true))
                    .body("people", equalTo(602))
                    .body("senders.notices", equalTo(List.of(400, 202)))
                    .body("coveredEntities.size()", equalTo(2))
                    .body("coveredEntities[0].letters.due", equalTo("2026-06-05"));
            DeadlineSet taken = probe.await(
                    DeadlineSet.class,
                    fact -> story.incidentId.equals(fact.incidentId())
                            && fact.kind().equals("NOTICES_FOR_OTHER"));
            assertThat(taken.dueOn()).isEqualTo(LocalDate.of(2026, 6, 5));
            given(story, health, "2026-06-06").then().statusCode(404);
            given(story, clinic, "2026-04-01").then().statusCode(422);
            given(story, clinic, "2026-06-06")
                    .then()
                    .statusCode(200)
                    .body("coveredEntities[0].letters.givenOn", equalTo("2026-06-06"))
                    .body("coveredEntities[0].letters.proof", equalTo("Mailing statement."));
            assertThat(probe.await(DeadlineMet.class, fact -> fact.deadlineId().equals(taken.deadlineId()))
                            .daysLate())
                    .isEqualTo(1);
            given(story, clinic, "2026-06-06").then().statusCode(409);
        }
    }

    @Test
    void givesBackWhatItHasTakenOnWhenThePlanChanges() {
        Story story = Story.asked().breach();
        String clinic = name(story, "Harbor Clinic", 100, null);
        String own = story.incidentId.toString();
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            plan(story, choices(own, by("THIS_ENTITY", null), clinic, by("THIS_ENTITY", null)), "[]")
                    .then()
                    .statusCode(200);
            DeadlineSet taken = probe.await(
                    DeadlineSet.class,
                    fact -> story.incidentId.equals(fact.incidentId())
                            && fact.kind().equals("NOTICES_FOR_OTHER"));
            story.as("privacy-officer")
                    .header("If-Match", story.etag())
                    .body("{\"knowledge\": {\"by\": \"WORKFORCE\", \"at\": \"2026-04-02\"}}")
                    .post(story.path("/knowledge"))
                    .then()
                    .statusCode(200);
            probe.await(
                    DeadlineSet.class,
                    fact -> fact.deadlineId().equals(taken.deadlineId())
                            && fact.dueOn().equals(LocalDate.of(2026, 6, 1)));
            plan(story, choices(own, by("THIS_ENTITY", null), clinic, by("COVERED_ENTITY", clinic)), "[]")
                    .then()
                    .statusCode(200);
            probe.await(DeadlineCancelled.class, fact -> fact.deadlineId().equals(taken.deadlineId()));
        }
    }

    @Test
    void letsABusinessAssociateTellThisEntitysPeopleAndFollowsALaterDecisionOnItAlone() {
        Story story = Story.asked().breach();
        String mailer = associate(story);
        String clinic = name(story, "Harbor Clinic", 100, null);
        String own = story.incidentId.toString();
        plan(
                        story,
                        choices(own, by("BUSINESS_ASSOCIATE", mailer), clinic, by("BUSINESS_ASSOCIATE", mailer)),
                        shared(own, clinic, 12, null))
                .then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("senders.notices", equalTo(List.of(700)));
        story.as("counsel")
                .get(story.breachPath("/business-associates"))
                .then()
                .body("[0].notifier", equalTo("BUSINESS_ASSOCIATE"));
        story.obligations()
                .then()
                .body("obligations.find { it.key == 'US-INDIVIDUAL' }.delegation.associateId", equalTo(mailer));
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body(Map.of("notifier", "ENTITY", "reason", "It has no paper."))
                .put(story.breachPath("/business-associates/" + mailer + "/notifier"))
                .then()
                .statusCode(200);
        story.as("auditor")
                .get(story.breachPath("/notice-plan"))
                .then()
                .body("coveredEntities[0].by.kind", equalTo("THIS_ENTITY"))
                .body("complete", equalTo(false))
                .body("open", hasSize(1));
        plan(story, choices(own, by("COVERED_ENTITY", clinic), clinic, by("COVERED_ENTITY", clinic)), "[]")
                .then()
                .statusCode(200);
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body(Map.of("notifier", "BUSINESS_ASSOCIATE", "reason", "It has paper."))
                .put(story.breachPath("/business-associates/" + mailer + "/notifier"))
                .then()
                .statusCode(409)
                .body("code", equalTo("NOTICE_PLAN_DECIDES"));
    }

    @Test
    void saysWhereAPlanNoLongerFits() {
        Story story = Story.asked().breach();
        String clinic = name(story, "Harbor Clinic", 100, null);
        String own = story.incidentId.toString();
        plan(
                        story,
                        choices(own, by("THIS_ENTITY", null), clinic, by("THIS_ENTITY", null)),
                        shared(own, clinic, 60, null))
                .then()
                .statusCode(200);
        story.put(Story.COMPLETE
                        .formatted("HIGH")
                        .replace("{\"total\": 612, \"byJurisdiction\": {\"WI\": 505, \"IL\": 104}}", "{\"total\": 50}"))
                .then()
                .statusCode(200);
        story.as("auditor")
                .get(story.breachPath("/notice-plan"))
                .then()
                .body("complete", equalTo(false))
                .body("faults[0].why", equalTo("SHARED_OVER_COUNT"))
                .body("people", nullValue());
    }

    @Test
    void asksForTheVersionAndForTheRole() {
        Story story = Story.asked().breach();
        String body = body(choices(story.incidentId.toString(), by("THIS_ENTITY", null)), "[]");
        String path = story.breachPath("/notice-plan");
        story.as("privacy-officer").body(body).put(path).then().statusCode(428);
        story.as("counsel").header("If-Match", "*").body(body).put(path).then().statusCode(403);
        story.as("workforce").get(path).then().statusCode(403);
        RestAssured.given().get(path).then().statusCode(401);
        story.as("privacy-officer")
                .header("If-Match", "*")
                .body(body(
                        choices(
                                story.incidentId.toString(),
                                by("THIS_ENTITY", null),
                                story.incidentId.toString(),
                                by("THIS_ENTITY", null)),
                        "[]"))
                .put(path)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/senders/1/coveredEntity"));
    }

    @Test
    void hasTheShapeOfTheSample() throws JsonProcessingException {
        Story story = Story.asked().breach();
        String clinic = name(story, "Harbor Clinic", 100, null);
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            plan(
                            story,
                            choices(
                                    story.incidentId.toString(),
                                    by("THIS_ENTITY", null),
                                    clinic,
                                    by("COVERED_ENTITY", clinic)),
                            "[]")
                    .then()
                    .statusCode(200);
            JsonNode told = json(probe.awaitRecord(
                            NotifierDecided.class, fact -> fact.incidentId().equals(story.incidentId))
                    .json());
            JsonNode sample = json(Samples.of(Topic.OBLIGATION, NotifierDecided.class));
            assertThat(names(told)).isEqualTo(names(sample));
            assertThat(names(told.at("/senders/0"))).isEqualTo(names(sample.at("/senders/0")));
        }
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static Response plan(Story story, String senders, String shared) {
        return story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body(body(senders, shared))
                .put(story.breachPath("/notice-plan"));
    }

    private static String body(String senders, String shared) {
        return "{\"senders\": " + senders + ", \"shared\": " + shared + ", \"reason\": \"People know the city.\"}";
    }

    /** Covered entity and sender in turn. */
    private static String choices(String... turns) {
        StringBuilder list = new StringBuilder("[");
        for (int i = 0; i < turns.length; i += 2) {
            list.append(i == 0 ? "" : ", ")
                    .append("{\"coveredEntity\": \"")
                    .append(turns[i])
                    .append("\", \"by\": ")
                    .append(turns[i + 1])
                    .append('}');
        }
        return list.append(']').toString();
    }

    private static String by(String kind, String id) {
        return "{\"kind\": \"" + kind + "\"" + (id == null ? "" : ", \"id\": \"" + id + "\"") + "}";
    }

    private static String shared(String one, String other, int people, String by) {
        return "[{\"between\": [\"" + one + "\", \"" + other + "\"], \"individuals\": " + people
                + (by == null ? "" : ", \"by\": " + by) + "}]";
    }

    private static String name(Story story, String name, int people, UUID incident) {
        Response response = post(story, name, people, incident);
        response.then().statusCode(201);
        return response.jsonPath().getString("[-1].affectedId");
    }

    private static Response post(Story story, String name, int people, UUID incident) {
        String own = incident == null ? "" : ", \"incidentId\": \"" + incident + "\"";
        return story.as("privacy-officer")
                .body("{\"name\": \"" + name + "\", \"individuals\": " + people + own + "}")
                .post(story.breachPath("/covered-entities"));
    }

    private static Response given(Story story, String affected, String day) {
        return story.as("privacy-officer")
                .body(Map.of("givenOn", day, "proof", "Mailing statement."))
                .post(story.breachPath("/notice-plan/" + affected + "/letters"));
    }

    private static String associate(Story story) {
        String id = story.as("privacy-officer")
                .body("{\"entityId\": \"" + Story.CITY + "\", \"terms\": {\"name\": \"Plan Mailer\", \"agent\": false,"
                        + " \"reportsEveryUse\": true, \"contractFrom\": \"2024-01-01\"}}")
                .post("/business-associates")
                .then()
                .statusCode(201)
                .extract()
                .path("associateId");
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body("{\"knowledge\": {\"at\": \"2026-04-08\"}}")
                .put(story.breachPath("/business-associates/" + id))
                .then()
                .statusCode(200);
        return id;
    }
}
