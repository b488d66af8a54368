package org.candor.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.NoticeEvent.MisaddressedMailingDetected;
import org.candor.events.NoticeEvent.NoticesSent;
import org.candor.events.NoticeMethod;
import org.candor.events.OfficerRole;
import org.candor.events.RetentionEvent.DisposalOrdered;
import org.candor.events.RetentionEvent.KeyDestroyed;
import org.candor.events.Topic;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Peers;
import org.candor.test.Peers.Answer;
import org.candor.test.Pictures;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** What an officer can show: why a duty is due, which law counsel has to check, and which breach came of which. */
@QuarkusTest
@OnRealPlatform
class RecordTest {

    private static final String DAY_60 = "2026-06-05";
    private static final LocalDate LETTERS = LocalDate.of(2026, 4, 24);

    @Test
    void explainsADutyWithFactsRuleReasonAndEveryEarlierVersion() {
        Story story = Story.asked().breach();
        story.tell(
                Topic.NOTICE,
                new NoticesSent(story.incidentId, Map.of(NoticeMethod.FIRST_CLASS_MAIL, 612L), LETTERS, LETTERS));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> LETTERS.toString().equals(duty(story, "US-HHS").get("due")));
        String id = (String) duty(story, "US-HHS").get("obligationId");
        story.as("auditor")
                .get(story.breachPath("/obligations/" + id + "/explanation"))
                .then()
                .statusCode(200)
                .body("obligation.citation", equalTo("45 CFR 164.408(b)"))
                .body("obligation.says", containsString("together with the individuals"))
                .body("obligation.readIn", notNullValue())
                .body("obligation.verified", notNullValue())
                .body("obligation.readings[0].other", notNullValue())
                .body("facts.individuals.total", equalTo(612))
                .body("facts.sent.individualFirst", equalTo(LETTERS.toString()))
                .body("owed", equalTo(true))
                .body("versions", hasSize(2))
                .body("versions[0].due", equalTo(DAY_60))
                .body("versions[1].due", equalTo(LETTERS.toString()))
                .body("versions[1].because", containsString("notices went out"))
                .body("disclaimer", containsString("Not legal advice"));
        byte[] page = story.as("counsel")
                .get(story.breachPath("/obligations/" + id + "/explanation.pdf"))
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(new String(page, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        Pictures.save("explanation", page);
        story.as("counsel")
                .get(story.breachPath("/obligations/" + UUID.randomUUID() + "/explanation"))
                .then()
                .statusCode(404);
    }

    @Test
    void explainsADutyThatHasFallenAway() {
        Story story = Story.asked().breach();
        String id = (String) duty(story, "US-MEDIA-WI").get("obligationId");
        story.put(Story.COMPLETE.formatted("HIGH").replace("505", "500")).then().statusCode(200);
        story.as("privacy-officer")
                .get(story.breachPath("/obligations/" + id + "/explanation"))
                .then()
                .statusCode(200)
                .body("owed", equalTo(false))
                .body("obligation.due", equalTo(DAY_60))
                .body("versions.owed", equalTo(List.of(true, false)))
                .body("versions[1].because", containsString("residents of WI: was 505, is now 500"));
    }

    @Test
    void givesEachDutyItsLimitAndTheOrganisationsTarget() {
        Story story = Story.asked().breach();
        Map<String, Object> letters = duty(story, "US-INDIVIDUAL");
        assertThat(letters).containsEntry("due", DAY_60).containsEntry("target", "2026-05-06");
        assertThat(letters.get("must").toString()).contains("postal address").contains("types of unsecured PHI");
        assertThat(letters.get("mustNot").toString()).contains("waiver of rights");
        assertThat(duty(story, "IL-REG-HHS")).containsEntry("target", "2026-06-12");
    }

    @Test
    void opensATaskForCounselWhereNoRuleComputesTheLaw() {
        Story story = Story.asked();
        story.put(Story.COMPLETE.formatted("HIGH").replace("\"IL\": 104", "\"MA\": 104"))
                .then()
                .statusCode(200);
        story.conclude("{\"outcome\": \"REPORTABLE_BREACH\"}").then().statusCode(200);
        story.as("counsel")
                .get(story.breachPath("/counsel-tasks"))
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].jurisdiction", equalTo("MA"))
                .body("[0].statute", containsString("93H"))
                .body("[0].known", containsString("any resident"))
                .body("[0].source", notNullValue())
                .body("[0].verified", notNullValue())
                .body("[0].due", equalTo("2026-05-06"));
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            DeadlineSet task = probe.await(
                    DeadlineSet.class,
                    fact -> story.incidentId.equals(fact.incidentId())
                            && fact.kind().equals("COUNSEL_CHECK"));
            assertThat(task.role()).isEqualTo(OfficerRole.COUNSEL);
            assertThat(task.title())
                    .startsWith("Counsel must check the law of Massachusetts")
                    .contains("policy and not of law");
            story.as("counsel")
                    .body(Map.of("note", "Letter and OCABR: see memo."))
                    .post(story.breachPath("/counsel-tasks/MA/answer"))
                    .then()
                    .statusCode(200)
                    .body("[0].answeredBy", equalTo("counsel"))
                    .body("[0].note", equalTo("Letter and OCABR: see memo."));
            probe.await(DeadlineMet.class, fact -> fact.deadlineId().equals(task.deadlineId()));
        }
        story.as("counsel")
                .body(Map.of("note", "Again."))
                .post(story.breachPath("/counsel-tasks/MA/answer"))
                .then()
                .statusCode(409);
        story.as("counsel")
                .body(Map.of("note", "None."))
                .post(story.breachPath("/counsel-tasks/OH/answer"))
                .then()
                .statusCode(404);
    }

    @Test
    void opensATaskForCounselForWhatAComputedStateAsksWithoutADay() {
        Story story = Story.asked();
        story.put(Story.COMPLETE
                        .formatted("HIGH")
                        .replace("\"IL\": 104", "\"CO\": 104")
                        .replace("\"notice\": {", "\"notice\": {\"statePersonalInformation\": [\"CO\"], "))
                .then()
                .statusCode(200);
        story.conclude("{\"outcome\": \"REPORTABLE_BREACH\", \"reason\": \"Counsel sees to Colorado.\"}")
                .then()
                .statusCode(200);
        story.as("counsel")
                .get(story.breachPath("/counsel-tasks"))
                .then()
                .statusCode(200)
                .body("jurisdiction", equalTo(List.of("CO")))
                .body("[0].known", containsString("24-73-103"))
                .body("[0].dueBy", equalTo("POLICY"));
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            DeadlineSet task = probe.await(
                    DeadlineSet.class,
                    fact -> story.incidentId.equals(fact.incidentId())
                            && fact.kind().equals("COUNSEL_CHECK"));
            assertThat(task.role()).isEqualTo(OfficerRole.COUNSEL);
            assertThat(task.citation()).contains("6-1-716");
        }
    }

    @Test
    void dropsATaskForCounselWhenNobodyLivesThereAfterAll() {
        Story story = Story.asked();
        String ohio = Story.COMPLETE.formatted("HIGH").replace("\"IL\": 104", "\"OH\": 104");
        story.put(ohio).then().statusCode(200);
        story.conclude("{\"outcome\": \"REPORTABLE_BREACH\"}").then().statusCode(200);
        story.put(Story.COMPLETE.formatted("HIGH")).then().statusCode(200);
        story.as("privacy-officer")
                .get(story.breachPath("/counsel-tasks"))
                .then()
                .body("", hasSize(0));
    }

    @Test
    void listsTheOpenDutiesOfAllBreachesByTheirDueDay() {
        Story story = Story.asked().breach();
        String all = "/obligations?dueThrough=2026-06-12&limit=200&kind=STATE_REGULATOR_NOTICE&jurisdiction=IL";
        JsonPath page =
                story.as("auditor").get(all).then().statusCode(200).extract().jsonPath();
        assertThat(page.getList("items.incidentId")).contains(story.incidentId.toString());
        assertThat(page.getList("items.due", String.class)).isSorted();
        story.as("auditor")
                .get("/obligations?dueThrough=2026-06-11&limit=200&jurisdiction=IL")
                .then()
                .body("items.incidentId", not(hasItem(story.incidentId.toString())));
        JsonPath first = story.as("auditor").get("/obligations?limit=1").jsonPath();
        JsonPath second = story.as("auditor")
                .get("/obligations?limit=1&cursor=" + first.getString("next"))
                .jsonPath();
        assertThat(second.getString("items[0].obligationId")).isNotEqualTo(first.getString("items[0].obligationId"));
        story.as("auditor").get("/obligations?jurisdiction=XX").then().statusCode(400);
        story.as("auditor").get("/obligations?dueThrough=soon").then().statusCode(400);
        story.as("auditor").get("/obligations?limit=0").then().statusCode(422);
    }

    @Test
    void showsNoDutyOfABreachToWhoeverIsRecused() {
        Story story = Story.asked().breach();
        story.routing().recusing("security-officer").version(2).send();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> story.as("security-officer").get(story.path("")).statusCode() == 404);
        story.as("security-officer")
                .get("/obligations?limit=200&kind=STATE_REGULATOR_NOTICE")
                .then()
                .statusCode(200)
                .body("items.incidentId", not(hasItem(story.incidentId.toString())));
        for (String path : List.of(
                "/counsel-tasks", "/idle-alarms", "/business-associates", "/covered-entities", "/obligations")) {
            story.as("security-officer").get(story.breachPath(path)).then().statusCode(404);
        }
        story.as("security-officer").get(story.path("/worksheets")).then().statusCode(404);
        String id = (String) duty(story, "US-HHS").get("obligationId");
        story.as("security-officer")
                .get(story.breachPath("/obligations/" + id + "/explanation.pdf"))
                .then()
                .statusCode(404);
    }

    @Test
    void keepsEverySignedEditionOfTheWorksheet() {
        Story story = Story.asked().breach();
        byte[] first = story.as("counsel").get(story.path("/worksheet.pdf")).asByteArray();
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body("{\"reason\": \"The vendor wrote back.\"}")
                .post(story.path("/reopening"))
                .then()
                .statusCode(200);
        story.put(Story.COMPLETE.formatted("LOW")).then().statusCode(200);
        story.conclude("{\"outcome\": \"POLICY_VIOLATION_ONLY\", \"followUp\": {"
                        + "\"discipline\": {\"needed\": false, \"reason\": \"A slip.\"},"
                        + "\"policyRevision\": {\"needed\": true, \"reason\": \"Ask twice.\"},"
                        + "\"retraining\": {\"needed\": true, \"reason\": \"All clerks.\"}}}")
                .then()
                .statusCode(200);
        story.as("counsel")
                .get(story.path("/worksheets"))
                .then()
                .statusCode(200)
                .body("edition", equalTo(List.of(1, 2)))
                .body("[0].signedBy", equalTo("privacy-officer"))
                .body("[0].sha256", notNullValue());
        assertThat(story.as("counsel").get(story.path("/worksheets/1.pdf")).asByteArray())
                .isEqualTo(first);
        assertThat(story.as("counsel").get(story.path("/worksheets/2.pdf")).asByteArray())
                .isNotEqualTo(first);
        story.as("counsel").get(story.path("/worksheets/3.pdf")).then().statusCode(404);
    }

    @Test
    void makesLettersToWrongPeopleANewBreachLinkedToItsParent() {
        Story parent = Story.asked().breach();
        parent.tell(Topic.NOTICE, new MisaddressedMailingDetected(parent.incidentId, 37, LETTERS));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        parent.obligations().jsonPath().getList("misaddressed").size() == 1);
        String mailing = parent.obligations().jsonPath().getString("misaddressed[0].mailingId");
        Story child = Story.asked();
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            DeadlineSet report = probe.await(
                    DeadlineSet.class,
                    fact -> parent.incidentId.equals(fact.incidentId())
                            && fact.kind().equals("MISADDRESSED_LETTERS"));
            assertThat(report.dueOn()).isEqualTo(LETTERS.plusDays(1));
            link(parent, mailing, parent.incidentId).then().statusCode(422).body("code", equalTo("NOT_A_NEW_BREACH"));
            link(parent, mailing, UUID.randomUUID()).then().statusCode(404);
            link(parent, mailing, child.incidentId)
                    .then()
                    .statusCode(200)
                    .body("linkedIncidentId", equalTo(child.incidentId.toString()));
            probe.await(DeadlineMet.class, fact -> fact.deadlineId().equals(report.deadlineId()));
        }
        link(parent, mailing, child.incidentId).then().statusCode(409).body("code", equalTo("LINKED_ALREADY"));
        parent.as("privacy-officer")
                .body(Map.of("incidentId", child.incidentId.toString()))
                .post(parent.breachPath("/misaddressed/" + mailing + "/link"))
                .then()
                .statusCode(428);
        child.obligations().then().body("parentIncidentId", equalTo(parent.incidentId.toString()));
        child.as("privacy-officer")
                .get(child.path(""))
                .then()
                .body("discovery.candidates", hasSize(2))
                .body("discovery.candidates.at", hasItem(LETTERS.toString()));
    }

    @Test
    void namesTheOtherBreachToNobodyWhoIsRecusedFromIt() {
        Story parent = Story.asked().breach();
        parent.tell(Topic.NOTICE, new MisaddressedMailingDetected(parent.incidentId, 37, LETTERS));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        parent.obligations().jsonPath().getList("misaddressed").size() == 1);
        Story child = Story.asked();
        link(parent, parent.obligations().jsonPath().getString("misaddressed[0].mailingId"), child.incidentId)
                .then()
                .statusCode(200)
                .body("linked", equalTo(true));
        assertThat(child.as("security-officer")
                        .get(child.breachPath("/obligations"))
                        .asString())
                .contains(parent.incidentId.toString());

        parent.routing().recusing("security-officer").version(2).send();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> parent.as("security-officer").get(parent.path("")).statusCode() == 404);
        for (String path : List.of(child.breachPath("/obligations"), child.path(""))) {
            assertThat(child.as("security-officer")
                            .get(path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .doesNotContain(parent.incidentId.toString());
        }

        child.routing().recusing("counsel").version(2).send();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> child.as("counsel").get(child.path("")).statusCode() == 404);
        parent.as("counsel")
                .get(parent.breachPath("/obligations"))
                .then()
                .statusCode(200)
                .body("misaddressed[0].linked", equalTo(true))
                .body("misaddressed[0].linkedIncidentId", equalTo(null));
    }

    @Test
    void takesAnOfficersWordThatLettersWentAstrayOnce() {
        Story story = Story.asked().breach();
        Map<String, Object> seen = Map.of("people", 3, "detectedOn", "2026-04-20");
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            story.as("privacy-officer")
                    .header("Idempotency-Key", key)
                    .body(seen)
                    .post(story.breachPath("/misaddressed"))
                    .then()
                    .statusCode(201)
                    .body("people", equalTo(3));
        }
        story.obligations().then().body("misaddressed", hasSize(1));
        story.as("privacy-officer")
                .body(Map.of("people", 3, "detectedOn", "2026-04-01"))
                .post(story.breachPath("/misaddressed"))
                .then()
                .statusCode(422)
                .body("errors.field", hasItems("/detectedOn"));
    }

    private static Response link(Story parent, String mailing, UUID child) {
        return parent.as("privacy-officer")
                .header("If-Match", parent.etag())
                .body(Map.of("incidentId", child.toString()))
                .post(parent.breachPath("/misaddressed/" + mailing + "/link"));
    }

    private static Map<String, Object> duty(Story story, String key) {
        return story.obligations().jsonPath().getMap("obligations.find { it.key == '" + key + "' }");
    }

    /** 45 CFR 164.414(b), 164.530(j)(1)(iv). */
    @Test
    void handsTheSignedWorksheetToAudit() {
        Peers.answer("/audit/documents", Answer.of(201));
        Story story = Story.asked().breach();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Peers.asked("/audit/documents").stream()
                        .anyMatch(request -> request.body().contains(story.incidentId.toString())
                                && request.body().contains("BREACH_WORKSHEET")
                                && request.body().contains("edition-1")
                                && request.body().contains("%PDF-")));
    }

    /** 45 CFR 164.530(j): when its time is over, nothing of the incident can be read here any more. */
    @Test
    void disposesOfAnIncidentAndSaysSo() {
        Story story = Story.asked().breach();
        UUID incident = story.incidentId;
        Facts.send(Topic.RETENTION, Facts.sample(Topic.RETENTION, DisposalOrdered.class, incident), "larkspur-falls");
        try (TopicProbe probe = TopicProbe.on(Topic.RETENTION)) {
            KeyDestroyed destroyed =
                    probe.await(KeyDestroyed.class, told -> told.incidentId().equals(incident));
            assertThat(destroyed.service()).isEqualTo("breach");
            assertThat(destroyed.keyFound()).isTrue();
        }
        story.as("privacy-officer").get(story.breachPath("")).then().statusCode(404);
    }
}
