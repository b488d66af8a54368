package org.candor.breach;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.NoticeEvent.RegulatorNotified;
import org.candor.events.ObligationEvent.ObligationsComputed;
import org.candor.events.Topic;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** Business associates: the register, their clocks, who notifies, and the entity as a business associate itself. */
@QuarkusTest
@OnRealPlatform
class AssociateTest {

    @Test
    void keepsARegisterWithTheTermsOfTheContracts() {
        Story story = Story.asked();
        String key = UUID.randomUUID().toString();
        Response first = add(story, key, "Copper Kettle Billing", false, "5");
        Response again = add(story, key, "Copper Kettle Billing", false, "5");
        first.then().statusCode(201).header("Location", containsString("/business-associates/"));
        assertThat(again.jsonPath().getString("associateId"))
                .isEqualTo(first.jsonPath().getString("associateId"));
        String path = "/business-associates/" + first.jsonPath().getString("associateId");
        String etag = story.as("auditor")
                .get(path)
                .then()
                .statusCode(200)
                .body("terms.contractDays", equalTo(5))
                .extract()
                .header("ETag");
        String changed = terms("Copper Kettle Billing", true, "null");
        story.as("privacy-officer").body(changed).put(path).then().statusCode(428);
        story.as("privacy-officer")
                .header("If-Match", etag)
                .body(changed)
                .put(path)
                .then()
                .statusCode(200)
                .body("terms.agent", equalTo(true))
                .body("terms.contractDays", equalTo(null));
        story.as("privacy-officer")
                .header("If-Match", etag)
                .body(changed)
                .put(path)
                .then()
                .statusCode(412);
        story.as("privacy-officer")
                .header("If-Match", "*")
                .body(changed.replace("\"contractFrom\"", "\"contractUntil\": \"2019-01-01\", \"contractFrom\""))
                .put(path)
                .then()
                .statusCode(422);
        String other = Tokens.subject("other")
                .roles("privacy-officer")
                .entities("another-city")
                .signed();
        given().auth().oauth2(other).get(path).then().statusCode(404);
        given().auth()
                .oauth2(other)
                .get("/business-associates")
                .then()
                .body("items.terms.name", not(hasItem("Copper Kettle Billing")));
        given().auth()
                .oauth2(other)
                .contentType(ContentType.JSON)
                .body("{\"entityId\": \"" + Story.CITY + "\", \"terms\": " + changed + "}")
                .post("/business-associates")
                .then()
                .statusCode(404);
    }

    @Test
    void listsTheRegisterPageByPage() {
        Story story = Story.asked();
        add(story, null, "First Mailer", false, "null").then().statusCode(201);
        add(story, null, "Second Mailer", false, "null").then().statusCode(201);
        JsonPath page = story.as("counsel").get("/business-associates?limit=1").jsonPath();
        assertThat(page.getString("items[0].terms.name")).isEqualTo("Second Mailer");
        story.as("counsel")
                .get("/business-associates?limit=1&cursor=" + page.getString("next"))
                .then()
                .body("items[0].terms.name", equalTo("First Mailer"));
    }

    @Test
    void countsTheClocksOfLawPolicyAndContractWithTheirLateness() {
        Story story = Story.asked().breach();
        String id = associate(story, "Quill Records", false, "5");
        know(story, id, "{\"at\": \"2026-04-01\"}")
                .then()
                .statusCode(200)
                .body("[0].clocks[0].source", equalTo("CONTRACT"));
        know(story, id, "{\"at\": \"2026-04-01\", \"toldEntityAt\": \"2026-04-13\"}")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].clocks", hasSize(3))
                .body("[0].clocks.source", equalTo(List.of("CONTRACT", "POLICY", "LAW")))
                .body("[0].clocks.due", equalTo(List.of("2026-04-06", "2026-04-11", "2026-05-31")))
                .body("[0].clocks.daysLate", equalTo(List.of(7, 2, 0)))
                .body("[0].clocks.alarms", equalTo(List.of(true, false, false)));
        // No agent: it counts from its telling, which is after the clerk knew.
        story.as("privacy-officer")
                .get(story.path(""))
                .then()
                .body("discovery.on", equalTo("2026-04-06"))
                .body("discovery.candidates", hasSize(3))
                .body("discovery.candidates[1].replaced", equalTo(true));
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            assertThat(probe.await(
                                    DeadlineMet.class,
                                    fact -> story.incidentId.equals(fact.incidentId()) && fact.daysLate() == 7)
                            .metOn())
                    .isEqualTo(LocalDate.of(2026, 4, 13));
        }
    }

    @Test
    void takesAnAgentsKnowledgeForTheEntitysOwn() {
        Story story = Story.asked().breach();
        know(story, associate(story, "Inner Office", true, "null"), "{\"at\": \"2026-04-02\"}")
                .then()
                .statusCode(200);
        story.as("privacy-officer").get(story.path("")).then().body("discovery.on", equalTo("2026-04-02"));
        story.obligations().then().body("obligations.find { it.key == 'US-INDIVIDUAL' }.due", equalTo("2026-06-01"));
    }

    @Test
    void letsOnlyOneNotifySoThatPeopleGetOneNotice() {
        Story story = Story.asked().breach();
        String one = associate(story, "One Mailer", false, "null");
        String two = associate(story, "Two Mailer", false, "null");
        know(story, one, "{\"at\": \"2026-04-08\"}").then().statusCode(200);
        know(story, two, "{\"at\": \"2026-04-08\"}").then().statusCode(200);
        notifier(story, one, "BUSINESS_ASSOCIATE")
                .then()
                .statusCode(200)
                .body("find { it.name == 'One Mailer' }.notifier", equalTo("BUSINESS_ASSOCIATE"))
                .body("find { it.name == 'One Mailer' }.notifierReason", equalTo("It has the addresses."));
        story.as("privacy-officer")
                .body(Map.of("notifier", "ENTITY", "reason", "Seen by nobody."))
                .put(story.breachPath("/business-associates/" + one + "/notifier"))
                .then()
                .statusCode(428);
        notifier(story, two, "BUSINESS_ASSOCIATE").then().statusCode(409).body("code", equalTo("ONE_NOTIFIER"));
        notifier(story, two, "ENTITY").then().statusCode(200);
        notifier(story, UUID.randomUUID().toString(), "ENTITY").then().statusCode(404);
    }

    @Test
    void reviewsTheRelationshipAfterAllNotices() {
        Story story = Story.asked().breach();
        String id = associate(story, "Late Mailer", false, "5");
        know(story, id, "{\"at\": \"2026-04-08\"}").then().statusCode(200);
        review(story, id)
                .then()
                .statusCode(409)
                .body("code", equalTo("NOTICES_OPEN"))
                .body("missing", hasItem("INDIVIDUAL_NOTICE"));
        JsonPath duties = story.obligations().jsonPath();
        for (String key :
                duties.<String>getList("obligations.findAll { it.kind != 'BUSINESS_ASSOCIATE_NOTICE' }.obligationId")) {
            story.as("privacy-officer")
                    .header("If-Match", story.etag())
                    .body("{\"completedOn\": \"2026-05-04\"}")
                    .post(story.breachPath("/obligations/" + key + "/completion"))
                    .then()
                    .statusCode(200);
        }
        review(story, id)
                .then()
                .statusCode(200)
                .body("[0].review.legalAction", equalTo("None."))
                .body("[0].reviewedBy", equalTo("counsel"));
        review(story, id).then().statusCode(409).body("code", equalTo("ANSWERED_ALREADY"));
    }

    @Test
    void tellsEachCoveredEntityWhoseInformationItHeldAsABusinessAssociate() {
        Story story = Story.asked();
        story.put(Story.COMPLETE
                        .formatted("HIGH")
                        .replace("\"notice\": {", "\"notice\": {\"capacity\": \"BUSINESS_ASSOCIATE\", "))
                .then()
                .statusCode(200);
        story.conclude("{\"outcome\": \"REPORTABLE_BREACH\"}").then().statusCode(200);
        String first = name(story, "Harbor Clinic", 400)
                .then()
                .statusCode(201)
                .extract()
                .path("[0].affectedId");
        String second =
                name(story, "Meadow Plan", 212).then().statusCode(201).extract().path("[1].affectedId");
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            DeadlineSet deadline =
                    probe.await(DeadlineSet.class, fact -> fact.deadlineId().equals(UUID.fromString(first)));
            assertThat(deadline.dueOn()).isEqualTo(LocalDate.of(2026, 6, 5));
            assertThat(deadline.title()).doesNotContain("Harbor");
            told(story, first, "2026-05-04").then().statusCode(200);
            story.obligations().then().body("obligations.find { it.key == 'US-BA-OWN' }.completedOn", equalTo(null));
            told(story, second, "2026-06-06").then().statusCode(200).body("[1].toldOn", equalTo("2026-06-06"));
            assertThat(probe.await(DeadlineMet.class, fact -> fact.deadlineId().equals(UUID.fromString(second)))
                            .daysLate())
                    .isEqualTo(1);
        }
        story.obligations()
                .then()
                .body("obligations.find { it.key == 'US-BA-OWN' }.completedOn", equalTo("2026-06-06"));
        told(story, second, "2026-06-06").then().statusCode(409);
        told(story, UUID.randomUUID().toString(), "2026-06-06").then().statusCode(404);
        told(story, first, "2026-04-01").then().statusCode(422);
        story.as("auditor")
                .get(story.breachPath("/covered-entities"))
                .then()
                .statusCode(200)
                .body("name", equalTo(List.of("Harbor Clinic", "Meadow Plan")))
                .body("[0].namedAt", notNullValue());
    }

    @Test
    void movesTheNoticeToACoveredEntityWithTheDiscovery() {
        Story story = Story.asked();
        story.put(Story.COMPLETE
                        .formatted("HIGH")
                        .replace("\"notice\": {", "\"notice\": {\"capacity\": \"BUSINESS_ASSOCIATE\", "))
                .then()
                .statusCode(200);
        story.conclude("{\"outcome\": \"REPORTABLE_BREACH\"}").then().statusCode(200);
        UUID id = UUID.fromString(name(story, "Harbor Clinic", 400)
                .then()
                .statusCode(201)
                .extract()
                .path("[0].affectedId"));
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body("{\"knowledge\": {\"by\": \"WORKFORCE\", \"at\": \"2026-04-02\"}}")
                .post(story.path("/knowledge"))
                .then()
                .statusCode(200);
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            probe.await(
                    DeadlineSet.class,
                    fact -> fact.deadlineId().equals(id) && fact.dueOn().equals(LocalDate.of(2026, 6, 1)));
        }
    }

    @Test
    void owesNoNoticeToAnotherCoveredEntityWhereTheEntityIsOneItself() {
        Story story = Story.asked().breach();
        String id =
                name(story, "Harbor Clinic", 4).then().statusCode(201).extract().path("[0].affectedId");
        told(story, id, "2026-05-04").then().statusCode(409).body("code", equalTo("NOT_AS_BUSINESS_ASSOCIATE"));
    }

    @Test
    void marksWhatABusinessAssociateGivesAndKeepsTheDutyUntilThereIsProof() {
        Story story = Story.asked().breach();
        String one = associate(story, "Proof Mailer", false, "null");
        know(story, one, "{\"at\": \"2026-04-08\"}").then().statusCode(200);
        String letters =
                story.obligations().jsonPath().getString("obligations.find { it.key == 'US-INDIVIDUAL' }.obligationId");
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            notifier(story, one, "BUSINESS_ASSOCIATE").then().statusCode(200);
            DeadlineSet again = probe.await(
                    DeadlineSet.class,
                    fact -> fact.deadlineId().equals(UUID.fromString(letters))
                            && fact.title().contains("record the proof"));
            assertThat(again.dueOn()).isEqualTo(LocalDate.of(2026, 6, 5));
            ObligationsComputed computed = probe.await(
                    ObligationsComputed.class,
                    fact -> fact.incidentId().equals(story.incidentId)
                            && fact.obligations().stream().anyMatch(duty -> duty.delegatedTo() != null));
            assertThat(computed.obligations().stream()
                            .filter(duty -> UUID.fromString(one).equals(duty.delegatedTo()))
                            .map(duty -> duty.kind().name()))
                    .containsExactlyInAnyOrder("INDIVIDUAL_NOTICE", "MEDIA_NOTICE");
        }
        story.obligations()
                .then()
                .body("obligations.find { it.key == 'US-INDIVIDUAL' }.delegation.associateId", equalTo(one))
                .body("obligations.find { it.key == 'US-INDIVIDUAL' }.delegation.reason", containsString("III.A.4.b"))
                .body("obligations.find { it.key == 'US-INDIVIDUAL' }.completedOn", equalTo(null))
                .body("obligations.find { it.key == 'US-HHS' }.delegation", equalTo(null));
        clearance(story, "INDIVIDUAL_NOTICE").then().body("answer", equalTo("DELEGATED"));
        clearance(story, "HHS_NOTICE").then().body("answer", equalTo("CLEAR"));
        complete(story, letters, Map.of("completedOn", "2026-05-04"))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/proof"));
        complete(story, letters, Map.of("completedOn", "2026-05-04", "proof", "Its affidavit of mailing."))
                .then()
                .statusCode(200)
                .body("obligations.find { it.key == 'US-INDIVIDUAL' }.completedOn", equalTo("2026-05-04"))
                .body("words[0].what", equalTo("DONE"))
                .body("words[0].said", equalTo("Its affidavit of mailing."));
        notifier(story, one, "ENTITY").then().statusCode(200);
        story.obligations().then().body("obligations.delegation", everyItem(nullValue()));
    }

    @Test
    void keepsEveryVersionOfTheRegisterAndFlagsWhoWasNotUnderContract() {
        Story story = Story.asked().breach();
        String id = associate(story, "Old Mailer", false, "5");
        story.as("privacy-officer")
                .header("If-Match", "*")
                .body(terms("Old Mailer", false, "10")
                        .replace("\"contractFrom\"", "\"contractUntil\": \"2026-03-31\", \"contractFrom\""))
                .put("/business-associates/" + id)
                .then()
                .statusCode(200);
        story.as("auditor")
                .get("/business-associates/" + id + "/history")
                .then()
                .statusCode(200)
                .body("terms.contractDays", equalTo(List.of(5, 10)))
                .body("version", equalTo(List.of(0, 1)))
                .body("writtenBy", equalTo(List.of("privacy-officer", "privacy-officer")));
        know(story, id, "{\"at\": \"2026-04-08\"}")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("[0].contract.out", equalTo(true))
                .body("[0].contract.why", containsString("2026-04-06"));
    }

    @Test
    void followsTheNoticeToACoveredEntityThatNotificationTellsAndTakesAWrongOneBack() {
        Story story = Story.asked();
        story.put(Story.COMPLETE
                        .formatted("HIGH")
                        .replace("\"notice\": {", "\"notice\": {\"capacity\": \"BUSINESS_ASSOCIATE\", "))
                .then()
                .statusCode(200);
        story.conclude("{\"outcome\": \"REPORTABLE_BREACH\"}").then().statusCode(200);
        String id = name(story, "Harbor Clinic", 400)
                .then()
                .statusCode(201)
                .extract()
                .path("[0].affectedId");
        LocalDate day = LocalDate.of(2026, 5, 4);
        story.tell(Topic.NOTICE, new RegulatorNotified(story.incidentId, UUID.fromString(id), "WI", day));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> story.as("counsel")
                        .get(story.breachPath("/covered-entities"))
                        .then()
                        .body("[0].toldOn", equalTo("2026-05-04"))
                        .body("[0].toldHow", equalTo("NOTICE")));
        story.obligations().then().body("obligations[0].completedOn", equalTo("2026-05-04"));
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            story.as("privacy-officer")
                    .body(Map.of("reason", "The letter went to the wrong clinic."))
                    .post(story.breachPath("/covered-entities/" + id + "/notice/withdrawal"))
                    .then()
                    .statusCode(200)
                    .body("[0].toldOn", equalTo(null));
            probe.awaitRecords(DeadlineSet.class, fact -> fact.deadlineId().equals(UUID.fromString(id)), 2);
        }
        story.obligations()
                .then()
                .body("obligations[0].completedOn", equalTo(null))
                .body("words.said", hasItem("The letter went to the wrong clinic."));
        story.as("privacy-officer")
                .body(Map.of("reason", "Again."))
                .post(story.breachPath("/covered-entities/" + id + "/notice/withdrawal"))
                .then()
                .statusCode(409)
                .body("code", equalTo("NOT_DONE"));
        String duty = story.obligations().jsonPath().getString("obligations[0].obligationId");
        complete(story, duty, Map.of("completedOn", "2026-05-06")).then().statusCode(200);
        story.as("counsel")
                .get(story.breachPath("/covered-entities"))
                .then()
                .body("[0].toldOn", equalTo("2026-05-06"))
                .body("[0].toldHow", equalTo("DUTY"));
        name(story, "Second Clinic", 4).then().statusCode(201);
        story.obligations().then().body("obligations[0].completedOn", equalTo(null));
        story.as("counsel")
                .get(story.breachPath("/covered-entities"))
                .then()
                .body("toldOn", equalTo(java.util.Arrays.asList("2026-05-06", null)));
    }

    private static Response complete(Story story, String id, Map<String, String> body) {
        return story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body(body)
                .post(story.breachPath("/obligations/" + id + "/completion"));
    }

    private static Response clearance(Story story, String kind) {
        String service = Tokens.subject("service-account-notification")
                .roles("service")
                .entities()
                .claim("scope", "openid breach.clearance")
                .signed();
        return given().auth().oauth2(service).get(story.breachPath("/clearance?kind=" + kind));
    }

    private static Response name(Story story, String name, int people) {
        return story.as("privacy-officer")
                .body(Map.of("name", name, "individuals", people))
                .post(story.breachPath("/covered-entities"));
    }

    private static Response told(Story story, String id, String day) {
        return story.as("privacy-officer")
                .body(Map.of("toldOn", day))
                .post(story.breachPath("/covered-entities/" + id + "/notice"));
    }

    private static Response know(Story story, String id, String knowledge) {
        return story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body("{\"knowledge\": " + knowledge + ", \"how\": \"A call.\"}")
                .put(story.breachPath("/business-associates/" + id));
    }

    private static Response notifier(Story story, String id, String who) {
        return story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body(Map.of("notifier", who, "reason", "It has the addresses."))
                .put(story.breachPath("/business-associates/" + id + "/notifier"));
    }

    private static Response review(Story story, String id) {
        return story.as("counsel")
                .body(Map.of("mitigation", "Done.", "legalAction", "None.", "complianceReview", "In autumn."))
                .post(story.breachPath("/business-associates/" + id + "/review"));
    }

    private static String associate(Story story, String name, boolean agent, String days) {
        return add(story, null, name, agent, days)
                .then()
                .statusCode(201)
                .extract()
                .path("associateId");
    }

    private static Response add(Story story, String key, String name, boolean agent, String days) {
        String body = "{\"entityId\": \"" + Story.CITY + "\", \"terms\": " + terms(name, agent, days) + "}";
        var request = story.as("privacy-officer").body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/business-associates");
    }

    private static String terms(String name, boolean agent, String days) {
        return "{\"name\": \"" + name + "\", \"agent\": " + agent + ", \"contractDays\": " + days
                + ", \"templateVersion\": \"2024-1\", \"reportsEveryUse\": true, \"contractFrom\": \"2024-01-01\"}";
    }
}
