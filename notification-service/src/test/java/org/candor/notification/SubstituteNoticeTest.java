package org.candor.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.approved;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.importing;
import static org.candor.notification.Fixtures.individuals;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.roster;
import static org.candor.notification.Fixtures.tell;
import static org.candor.notification.Fixtures.today;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.NoticeEvent.NoticesSent;
import org.candor.events.NoticeEvent.PostingEnded;
import org.candor.events.NoticeEvent.PostingResumed;
import org.candor.events.NoticeEvent.PostingSuspended;
import org.candor.events.NoticeEvent.RegulatorNotified;
import org.candor.events.NoticeMethod;
import org.candor.events.ObligationEvent.Obligation;
import org.candor.events.ObligationKind;
import org.candor.events.Topic;
import org.candor.notification.document.Chromium;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Substitute notice (45 CFR 164.404(d)(2)) through HTTP, Kafka and the scheduler. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class SubstituteNoticeTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    MutableClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void aPostingStandsNinetyDaysAndNoDayLess() {
        UUID incident = posted();
        String path = "/campaigns/" + incident + "/posting";
        Response posting = officer().get(path);
        posting.then()
                .body("state", equalTo("UP"))
                .body("keepThrough", equalTo(today().plusDays(90).toString()));

        end(incident, posting).then().statusCode(409).body("code", equalTo("POSTING_MUST_STAND"));
        officer().post(path + "/end").then().statusCode(428);
        clock.advance(Duration.ofDays(91));
        try (TopicProbe facts = TopicProbe.on(Topic.NOTICE)) {
            DeadlineSet stands = facts.await(
                    DeadlineSet.class,
                    fact -> incident.equals(fact.incidentId()) && fact.kind().equals("POSTING_STANDS"));
            facts.await(DeadlineMet.class, fact -> fact.deadlineId().equals(stands.deadlineId()));
            page(incident).then().statusCode(200);
            end(incident, officer().get(path)).then().statusCode(200).body("state", equalTo("ENDED"));
            facts.await(PostingEnded.class, fact -> fact.incidentId().equals(incident));
        }
        page(incident).then().statusCode(404);
        end(incident, officer().get(path)).then().statusCode(409).body("code", equalTo("ALREADY_DONE"));
    }

    @Test
    void aHoldTakesThePostingDownAndItsEndPutsItUpAgain() {
        UUID incident = posted();
        LocalDate begun = today();
        clock.advance(Duration.ofDays(10));
        tell(incident, false, 2, individuals(null), conspicuous(begun.plusDays(40)));

        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get("/campaigns/" + incident + "/posting")
                        .then()
                        .body("state", equalTo("DOWN"))
                        .body("keepThrough", nullValue())
                        .body("heldUntil", equalTo(begun.plusDays(40).toString())));
        page(incident).then().statusCode(404);
        given().get(slug(incident) + ".json").then().statusCode(404);
        given().get(slug(incident) + ".js").then().statusCode(404);
        end(incident, officer().get("/campaigns/" + incident + "/posting"))
                .then()
                .statusCode(409)
                .body("code", equalTo("NOTICE_HELD"));
        officer().get("/campaigns/" + incident + "/toll-free-line").then().body("checkDue", nullValue());

        clock.advance(Duration.ofDays(30));
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get("/campaigns/" + incident + "/posting")
                        .then()
                        .body("state", equalTo("UP"))
                        .body("keepThrough", equalTo(begun.plusDays(40 + 80).toString())));
        page(incident).then().statusCode(200);
        officer()
                .get("/campaigns/" + incident + "/toll-free-line")
                .then()
                .body("activeThrough", equalTo(begun.plusDays(40 + 80).toString()))
                .body("checkDue", notNullValue());
        try (TopicProbe facts = TopicProbe.on(Topic.NOTICE)) {
            ContractsTest.assertLikeItsSample(
                    Topic.NOTICE,
                    facts.await(
                            PostingSuspended.class, fact -> fact.incidentId().equals(incident)),
                    facts.awaitRecord(
                                    PostingSuspended.class,
                                    fact -> fact.incidentId().equals(incident))
                            .json());
            PostingResumed resumed =
                    facts.await(PostingResumed.class, fact -> fact.incidentId().equals(incident));
            assertThat(resumed.keepThrough()).isEqualTo(begun.plusDays(120));
            facts.await(DeadlineCancelled.class, fact -> incident.equals(fact.incidentId()));
        }
    }

    @Test
    void theNoticeIsThereAsPageAsJsonAndAsScriptInTwoLanguagesWithoutCookies() throws Exception {
        UUID incident = posted();
        for (String language : List.of("en", "es")) {
            Response page = given().queryParam("lang", language).get(slug(incident));
            assertThat(page.getCookies()).isEmpty();
            assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(Chromium.violations(page.asString())).isEmpty();
            Chromium.picture("posting-page-" + language, page.asString(), 900, 1500);
            Chromium.picture("posting-page-narrow-" + language, page.asString(), 500, 1900);
        }
        Response json = given().queryParam("lang", "es").get(slug(incident) + ".json");
        json.then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .body("language", equalTo("es-US"))
                .body("tollFree", equalTo("+18005550142"))
                .body("sections", hasSize(5))
                .body("sections[0].blocks[0].paragraph", containsString("archivo"));
        assertThat(json.getCookies()).isEmpty();
        Response script = given().get(slug(incident) + ".js");
        script.then().statusCode(200).contentType(containsString("javascript"));
        assertThat(script.getCookies()).isEmpty();
        assertThat(script.asString()).contains("credentials: 'omit'").doesNotContain("document.cookie", "localStorage");

        String address = io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port + "/notification"
                + slug(incident) + ".js";
        String home = "<!DOCTYPE html><html lang=\"en\"><head><title>City</title></head><body><main><h1>City</h1>"
                + "<script src=\"" + address + "\" data-lang=\"es\"></script></main></body></html>";
        String shown = Chromium.text(home);
        assertThat(shown).contains("candor-notice", "Qué pasó", "1-800-555-0142");
        Chromium.picture("posting-embedded", home, 900, 1200);
    }

    @Test
    void theLineIsCheckedAndStaysDueUntilItAnswers() {
        UUID incident = posted();
        String path = "/campaigns/" + incident + "/toll-free-line";
        officer()
                .get(path)
                .then()
                .body("number", equalTo("+18005550142"))
                .body("activeThrough", equalTo(today().plusDays(90).toString()))
                .body("checkDue", equalTo(today().plusDays(1).toString()));

        check(incident, today(), false)
                .then()
                .statusCode(201)
                .body("checkDue", equalTo(today().plusDays(1).toString()));
        check(incident, today(), true)
                .then()
                .statusCode(201)
                .body("checks.answered", equalTo(List.of(false, true)))
                .body("checkDue", equalTo(today().plusDays(30).toString()));
        check(incident, today().plusDays(1), true).then().statusCode(422).body("code", equalTo("DAY_IN_THE_FUTURE"));
        try (TopicProbe facts = TopicProbe.on(Topic.NOTICE)) {
            List<?> set = facts.awaitRecords(
                    DeadlineSet.class,
                    fact -> incident.equals(fact.incidentId()) && fact.kind().equals("TOLL_FREE_CHECK"),
                    2);
            assertThat(set).hasSize(2);
            facts.await(DeadlineMet.class, fact -> incident.equals(fact.incidentId()));
        }
    }

    @Test
    void theLineAnswersYesOrNoToItsStaffAFewTimesAMinute() {
        UUID incident = posted();
        importing(incident, roster()).then().statusCode(200);
        // A stranger at the telephone is told nothing, not even that there is a line.
        lookUp("agent-7", incident, "Ana", "Vega", "61101").then().statusCode(404);
        officer()
                .contentType("application/json")
                .body(List.of("agent-7"))
                .put("/campaigns/" + incident + "/toll-free-line/staff")
                .then()
                .statusCode(200)
                .body("$", equalTo(List.of("agent-7")));

        await().atMost(SOON)
                .untilAsserted(() -> lookUp("agent-7", incident, "ANA", "Véga", "61101-4321")
                        .then()
                        .statusCode(200)
                        .body("mayBeIncluded", equalTo(true))
                        .body("size()", equalTo(1)));
        lookUp("agent-7", incident, "Ana", "Vega", "54901").then().body("mayBeIncluded", equalTo(false));
        lookUp("agent-7", incident, "Ana", "Nobody", null).then().statusCode(422);
        Response last = lookUp("agent-7", incident, "Ana", "Vega", "61101");
        for (int i = 0; i < 6 && last.statusCode() == 200; i++) {
            last = lookUp("agent-7", incident, "Ana", "Vega", "61101");
        }
        last.then().statusCode(429).body("code", equalTo("TOO_MANY_REQUESTS"));
        // Until the first of the minute counts no more.
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
        clock.advance(Duration.ofMinutes(2));
        lookUp("agent-7", incident, "Ana", "Vega", "61101").then().statusCode(200);
        officer().get("/campaigns/" + incident + "/substitute-notice").then().body("lookUps", equalTo(6));
    }

    @Test
    void badAddressesOfTheLivingAreCountedAndNextOfKinAreNot() {
        UUID incident = breach(false, individuals(null), conspicuous(null));
        importing(
                        incident,
                        roster()
                                + "P-26,Otto,Lost,5 Ash Street,,Larkspur Falls,WI,54901,no,,,no,,en,,yes,Rosa Lost,6 Ash Street,,Larkspur Falls,WI,60601\n")
                .then()
                .statusCode(200);

        officer()
                .get("/campaigns/" + incident + "/substitute-notice")
                .then()
                .statusCode(200)
                .body("undeliverableLiving", equalTo(10))
                .body("undeliverableNextOfKin", equalTo(1))
                .body("method", equalTo("CONSPICUOUS"));
    }

    @Test
    void fewerThanTenAreCalledAndATenthAsksForThePosting() {
        UUID incident = breach(false, individuals(null), alternative());
        importing(incident, roster()).then().statusCode(200);
        approved(incident, "telephone-script", "en");
        String path = "/campaigns/" + incident + "/telephone-tasks";
        add(incident, "SUBSTITUTE").then().statusCode(200).body("added", equalTo(10));
        add(incident, "SUBSTITUTE").then().body("added", equalTo(0));
        add(incident, "URGENT").then().statusCode(409).body("code", equalTo("NO_SUCH_DUTY"));
        List<String> tasks = officer()
                .queryParam("state", "OPEN")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        officer()
                .get(path + "/" + tasks.getFirst())
                .then()
                .body("script", containsString("May I speak with "))
                .body("script", containsString("WHAT HAPPENED"));

        call(incident, tasks.getFirst(), "NO_ANSWER").then().statusCode(201).body("state", equalTo("OPEN"));
        call(incident, tasks.getFirst(), "GIVEN_UP").then().statusCode(422);
        tasks.forEach(
                task -> call(incident, task, "REACHED").then().statusCode(201).body("state", equalTo("DONE")));
        call(incident, tasks.getFirst(), "REACHED").then().statusCode(409).body("code", equalTo("ALREADY_DONE"));
        officer()
                .get(path + "/" + tasks.getFirst())
                .then()
                .body("attempts", equalTo(2))
                .body("calls.outcome", equalTo(List.of("NO_ANSWER", "REACHED")));
        substituteDuty(incident).body("duties.find { it.kind == 'SUBSTITUTE_NOTICE' }.state", equalTo("DONE"));
        try (TopicProbe facts = TopicProbe.on(Topic.NOTICE)) {
            List<?> told = facts.awaitRecords(
                    NoticesSent.class,
                    fact -> fact.incidentId().equals(incident)
                            && fact.counts().equals(Map.of(NoticeMethod.TELEPHONE, 1L)),
                    10);
            assertThat(told).hasSize(10);
        }

        tell(incident, false, 2, individuals(null), conspicuous(null));
        await().atMost(SOON)
                .untilAsserted(() -> substituteDuty(incident)
                        .body("duties.find { it.kind == 'SUBSTITUTE_NOTICE' }.state", equalTo("OPEN"))
                        .body("commands", hasItem("PUBLISH_POSTING")));
    }

    /** 45 CFR 164.502(b): a list is not a telephone book; whoever calls opens his task, and that is recorded with its id. */
    @Test
    void aListMasksNumbersAndTheTaskItselfHasThem() {
        UUID incident = breach(false, individuals(null), alternative());
        String person = Fixtures.person("P-1", "Quill", "", "", "", "", "", "no", "en")
                .replace("no,,en,", "no,608-555-0134,en,");
        importing(incident, Fixtures.header() + person + "\n").then().statusCode(200);
        add(incident, "SUBSTITUTE").then().statusCode(200);
        String path = "/campaigns/" + incident + "/telephone-tasks";
        String task = officer().get(path).path("items[0].id");
        String phone = officer().get(path + "/" + task).path("phone");

        assertThat(phone).matches("\\+1\\d{10}");
        officer()
                .get(path)
                .then()
                .body("items[0].phone", equalTo("…" + phone.substring(phone.length() - 2)))
                .body("toString()", not(containsString(phone)));
        try (TopicProbe accesses = TopicProbe.on(Topic.ACCESS)) {
            accesses.await(
                    AccessRecorded.class,
                    fact -> fact.action().equals("read-telephone-task")
                            && fact.filter().equals("taskId=" + task));
        }
    }

    @Test
    void anUrgentCallComesInAdditionToTheLetter() {
        UUID incident = breach(false, individuals(null), urgent());
        importing(
                        incident,
                        Fixtures.header()
                                + Fixtures.person(
                                        "P-1",
                                        "Quill",
                                        "1 Elm Street",
                                        "Larkspur Falls",
                                        "WI",
                                        "54901",
                                        "",
                                        "no",
                                        "en"))
                .then()
                .statusCode(200);
        add(incident, "URGENT").then().body("added", equalTo(1));
        String task =
                officer().get("/campaigns/" + incident + "/telephone-tasks").path("items[0].id");

        call(incident, task, "REACHED").then().statusCode(201);

        officer()
                .get("/campaigns/" + incident)
                .then()
                .body("duties.find { it.kind == 'URGENT_NOTICE' }.state", equalTo("DONE"))
                .body("duties.find { it.kind == 'INDIVIDUAL_NOTICE' }.state", equalTo("OPEN"));
        officer().get("/campaigns/" + incident + "/people").then().body("items[0].state", equalTo("PENDING"));
        try (TopicProbe facts = TopicProbe.on(Topic.NOTICE)) {
            facts.await(
                    RegulatorNotified.class,
                    fact -> fact.obligationId().equals(urgent().obligationId())
                            && fact.incidentId().equals(incident));
        }
    }

    @Test
    void nobodyIsCalledUnderAHold() {
        UUID incident = breach(false, individuals(null), alternative());
        importing(incident, roster()).then().statusCode(200);
        add(incident, "SUBSTITUTE").then().statusCode(200);
        String task =
                officer().get("/campaigns/" + incident + "/telephone-tasks").path("items[0].id");
        tell(incident, false, 2, individuals(null), substitute("ALTERNATIVE", today().plusDays(20)));
        await().atMost(SOON)
                .untilAsserted(() -> substituteDuty(incident)
                        .body("duties.find { it.kind == 'SUBSTITUTE_NOTICE' }.state", equalTo("HELD")));

        call(incident, task, "REACHED").then().statusCode(409).body("code", equalTo("NOTICE_HELD"));
        add(incident, "SUBSTITUTE").then().statusCode(409).body("code", equalTo("NOTICE_HELD"));
    }

    @Test
    void aNoticeInPrintIsRecordedWithItsProofAndItsLine() {
        UUID incident = breach(false, individuals(null), conspicuous(null));
        print(incident, "Courier", today().plusDays(1)).then().statusCode(422);
        print(incident, "Courier", today())
                .then()
                .statusCode(201)
                .body("proof", equalTo("page A3, tear sheet 2026-118"));
        print(incident, "Courier", today()).then().statusCode(409).body("code", equalTo("ALREADY_DONE"));
        print(incident, "Channel 9", today()).then().statusCode(201);

        substituteDuty(incident).body("duties.find { it.kind == 'SUBSTITUTE_NOTICE' }.state", equalTo("DONE"));
        officer()
                .get("/campaigns/" + incident + "/substitute-notice")
                .then()
                .body("printNotices.outlet", equalTo(List.of("Channel 9", "Courier")));
        officer()
                .get("/campaigns/" + incident + "/toll-free-line")
                .then()
                .body("activeThrough", equalTo(today().plusDays(90).toString()));
    }

    private UUID posted() {
        UUID incident = breach(false, individuals(null), conspicuous(null));
        approved(incident, "substitute-posting", "en");
        approved(incident, "substitute-posting", "es");
        officer()
                .post("/campaigns/" + incident + "/posting")
                .then()
                .statusCode(201)
                .body("embed", containsString(".js"));
        return incident;
    }

    private static io.restassured.response.ValidatableResponse substituteDuty(UUID incident) {
        return officer().get("/campaigns/" + incident).then().body("duties.kind", not(nullValue()));
    }

    private static Response add(UUID incident, String purpose) {
        return officer()
                .contentType("application/json")
                .body(Map.of("purpose", purpose))
                .post("/campaigns/" + incident + "/telephone-tasks");
    }

    private static Response call(UUID incident, String task, String outcome) {
        return officer()
                .contentType("application/json")
                .body(Map.of("calledAt", Instant.now().minusSeconds(60).toString(), "outcome", outcome))
                .post("/campaigns/" + incident + "/telephone-tasks/" + task + "/calls");
    }

    private static Response print(UUID incident, String outlet, LocalDate on) {
        return officer()
                .contentType("application/json")
                .body(Map.of(
                        "medium", "PRINT",
                        "outlet", outlet,
                        "area", "Larkspur County, WI",
                        "ranOn", on.toString(),
                        "proof", "page A3, tear sheet 2026-118",
                        "tollFree", "+18005550142"))
                .post("/campaigns/" + incident + "/substitute-notice/print");
    }

    private static Response check(UUID incident, LocalDate on, boolean answered) {
        return officer()
                .contentType("application/json")
                .body(Map.of("checkedOn", on.toString(), "answered", answered))
                .post("/campaigns/" + incident + "/toll-free-line/checks");
    }

    private static Response lookUp(String person, UUID incident, String given, String family, String zip) {
        Map<String, Object> body = zip == null
                ? Map.of("givenName", given, "familyName", family)
                : Map.of("givenName", given, "familyName", family, "zip", zip);
        return given().auth()
                .oauth2(Tokens.as(person, "workforce"))
                .contentType("application/json")
                .body(body)
                .post("/campaigns/" + incident + "/toll-free-line/look-ups");
    }

    private static Response end(UUID incident, Response posting) {
        return officer().header("If-Match", posting.header("ETag")).post("/campaigns/" + incident + "/posting/end");
    }

    private static Response page(UUID incident) {
        return given().get(slug(incident));
    }

    private static String slug(UUID incident) {
        return "/postings/"
                + officer().get("/campaigns/" + incident + "/posting").<String>path("slug");
    }

    private static Obligation conspicuous(LocalDate heldUntil) {
        return substitute("CONSPICUOUS", heldUntil);
    }

    private static Obligation alternative() {
        return substitute("ALTERNATIVE", null);
    }

    private static Obligation substitute(String method, LocalDate heldUntil) {
        return Fixtures.obligation(4, ObligationKind.SUBSTITUTE_NOTICE, "US", heldUntil, null, method);
    }

    private static Obligation urgent() {
        return Fixtures.obligation(6, ObligationKind.URGENT_NOTICE, "US", null, null, null);
    }
}
