package org.candor.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.approved;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.importing;
import static org.candor.notification.Fixtures.individuals;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.person;
import static org.candor.notification.Fixtures.tell;
import static org.candor.notification.Fixtures.today;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Topic;
import org.candor.notification.document.PdfUa;
import org.candor.test.Database;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Peers;
import org.candor.test.Pictures;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounting of disclosures (45 CFR 164.528): one entry for each breach of a person, in time, proved. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class AccountingTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    MutableClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void aPersonGetsOneEntryForEachBreachAndItIsKept() throws Exception {
        Peers.answer("/audit/documents", Peers.Answer.of(201));
        String family = "Quillon" + suffix();
        UUID first = affected(family);
        UUID second = affected(family);
        affected("Somebody" + suffix());
        disclosure(first).then().statusCode(200);
        approved(second, "4-III-B", "en");

        Response added = ask(family);
        added.then()
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .body("dueOn", equalTo(today().plusDays(60).toString()))
                .body("coversFrom", equalTo(today().minusYears(6).toString()))
                .body("familyName", nullValue());
        String path = "/accounting-requests/" + added.path("id");
        await().atMost(SOON)
                .untilAsserted(() -> officer().get(path + "/accounting").then().statusCode(200));
        officer()
                .get(path + "/accounting")
                .then()
                .body("person", equalTo("Ana " + family))
                .body("entries", hasSize(2))
                .body("entries.find { it.recorded }.recipientName", equalTo("A billing company"))
                .body("entries.find { !it.recorded }.incidentId", equalTo(second.toString()))
                .body("entries.find { !it.recorded }.description", containsString("Date of birth"));
        answer(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("DISCLOSURE_NOT_RECORDED"))
                .body("missing", hasItem(second.toString()));

        disclosure(second).then().statusCode(200);
        for (String language : List.of("en", "es")) {
            byte[] pdf = officer()
                    .queryParam("language", language)
                    .get(path + "/accounting.pdf")
                    .asByteArray();
            assertThat(PdfUa.violations(pdf)).isEmpty();
            Pictures.save("accounting-" + language, pdf);
        }
        Response answered = answer(path);
        answered.then().statusCode(200).body("state", equalTo("ANSWERED")).body("answerSha256", nullValue());
        byte[] kept = officer().get(path + "/accounting.pdf").asByteArray();
        answer(path).then().statusCode(409).body("code", equalTo("ALREADY_DONE"));
        UUID id = UUID.fromString(added.path("id"));
        String hash = CampaignTest.sha256(kept);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Peers.asked("/audit/documents"))
                        .filteredOn(handed -> handed.body().contains("request-" + id))
                        .hasSize(1)
                        .allMatch(handed -> handed.body().contains("ACCOUNTING_OF_DISCLOSURES")
                                && handed.body().contains(hash)));
        try (TopicProbe facts = TopicProbe.on(Topic.NOTICE)) {
            DeadlineSet due =
                    facts.await(DeadlineSet.class, fact -> fact.deadlineId().equals(id));
            assertThat(due.dueOn()).isEqualTo(today().plusDays(60));
            assertThat(due.citation()).isEqualTo("45 CFR 164.528(c)(1)");
            facts.await(DeadlineMet.class, fact -> fact.deadlineId().equals(id));
            assertThat(facts.records()).noneMatch(seen -> seen.json().contains(family));
        }
    }

    @Test
    void theTimeIsExtendedOnceWithAReason() {
        Response added = ask("Extension" + suffix());
        String path = "/accounting-requests/" + added.path("id");
        extend(path)
                .then()
                .statusCode(200)
                .body("dueOn", equalTo(today().plusDays(90).toString()));
        extend(path).then().statusCode(409).body("code", equalTo("NO_EXTENSION"));
        officer()
                .contentType("application/json")
                .body(Map.of("reason", ""))
                .header("If-Match", "*")
                .post(path + "/extension")
                .then()
                .statusCode(422);

        Response late = ask("Late" + suffix());
        clock.advance(Duration.ofDays(61));
        extend("/accounting-requests/" + late.path("id")).then().statusCode(409).body("code", equalTo("NO_EXTENSION"));
    }

    /** 45 CFR 164.412: what may not be told by letter is not told by an accounting. */
    @Test
    void aBreachThatIsHeldIsLeftOut() {
        String family = "Heldon" + suffix();
        UUID incident = affected(family);
        disclosure(incident).then().statusCode(200);
        tell(incident, false, 2, individuals(today().plusDays(20)));
        String path = "/accounting-requests/" + ask(family).path("id");

        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get(path + "/accounting")
                        .then()
                        .statusCode(200)
                        .body("entries", hasSize(0))
                        .body("withheld", equalTo(1)));
    }

    /** 45 CFR 164.528(a)(2): the right is suspended for a time, and owed when the time is over. */
    @Test
    void whatAHoldKeptOutIsADutyUntilTheAccountingIsCompleted() {
        String family = "Suspended" + suffix();
        UUID incident = affected(family);
        disclosure(incident).then().statusCode(200);
        tell(incident, false, 2, individuals(today().plusDays(80)));
        String path = "/accounting-requests/" + ask(family).path("id");
        await().atMost(SOON)
                .untilAsserted(() -> officer().get(path + "/accounting").then().body("withheld", equalTo(1)));
        complete(path).then().statusCode(409).body("code", equalTo("NOTHING_TO_COMPLETE"));
        answer(path).then().statusCode(200).body("leftOut", equalTo(List.of(incident.toString())));
        complete(path).then().statusCode(409).body("code", equalTo("NOTHING_TO_COMPLETE"));

        try (TopicProbe facts = TopicProbe.on(Topic.NOTICE)) {
            DeadlineSet duty = facts.await(
                    DeadlineSet.class,
                    fact -> incident.equals(fact.incidentId()) && fact.kind().equals("ACCOUNTING_TO_COMPLETE"));
            assertThat(duty.dueOn()).isEqualTo(today().plusDays(80));
            assertThat(duty.citation()).isEqualTo("45 CFR 164.528(a)(2)");
            // The hold ends early: the answer's own sixty days are what is left.
            tell(incident, false, 3, individuals(null));
            facts.await(
                    DeadlineSet.class,
                    fact -> fact.deadlineId().equals(duty.deadlineId())
                            && fact.dueOn().equals(today().plusDays(60)));
            officer()
                    .queryParam("incomplete", true)
                    .queryParam("limit", 200)
                    .get("/accounting-requests")
                    .then()
                    .body("items.id", hasItem(path.substring(path.lastIndexOf('/') + 1)));
            byte[] first = officer().get(path + "/accounting.pdf").asByteArray();
            officer()
                    .contentType("application/json")
                    .body(Map.of("answeredOn", today().toString(), "way", "first-class mail"))
                    .post(path + "/completion")
                    .then()
                    .statusCode(428);
            complete(path).then().statusCode(200).body("leftOut", hasSize(0));
            complete(path).then().statusCode(409).body("code", equalTo("NOTHING_TO_COMPLETE"));
            DeadlineMet met =
                    facts.await(DeadlineMet.class, fact -> fact.deadlineId().equals(duty.deadlineId()));
            assertThat(met.daysLate()).isZero();
            assertThat(officer().get(path + "/accounting.pdf").asByteArray()).isNotEqualTo(first);
        }
    }

    /** Only what stands in the accounting was told; a disclosure that proves too old leaves no duty, and none that was met. */
    @Test
    void aDutyEndsUnmetWhereItsBreachBelongsIntoNoAccountingAnyMore() {
        String family = "Outdated" + suffix();
        UUID incident = affected(family);
        Response recorded = disclosure(incident);
        tell(incident, false, 2, individuals(today().plusDays(80)));
        String path = "/accounting-requests/" + ask(family).path("id");
        await().atMost(SOON)
                .untilAsserted(() -> officer().get(path + "/accounting").then().body("withheld", equalTo(1)));
        answer(path).then().statusCode(200).body("leftOut", equalTo(List.of(incident.toString())));
        officer()
                .contentType("application/json")
                .header("If-Match", recorded.header("ETag"))
                .body(told(today().minusYears(7).toString()))
                .put("/campaigns/" + incident + "/disclosure")
                .then()
                .statusCode(200);

        complete(path).then().statusCode(200).body("leftOut", hasSize(0));
        try (TopicProbe facts = TopicProbe.on(Topic.NOTICE)) {
            DeadlineCancelled ended = facts.await(DeadlineCancelled.class, fact -> incident.equals(fact.incidentId()));
            assertThat(facts.records())
                    .noneMatch(seen -> seen.json().contains(ended.deadlineId().toString())
                            && seen.json().contains("metOn"));
        }
    }

    /** While the accounting is drawn up a hold is prolonged: the duty has the day of the new one. */
    @Test
    void aHoldThatChangesWhileItIsAnsweredMovesTheDuty() throws Exception {
        String family = "Meanwhile" + suffix();
        UUID incident = affected(family);
        disclosure(incident).then().statusCode(200);
        tell(incident, false, 2, individuals(today().plusDays(80)));
        String path = "/accounting-requests/" + ask(family).path("id");
        await().atMost(SOON)
                .untilAsserted(() -> officer().get(path + "/accounting").then().body("withheld", equalTo(1)));

        String prolonged = duties(incident)
                .replace(today().plusDays(80).toString(), today().plusDays(100).toString());
        whileDutiesChange(incident, prolonged, () -> answer(path)).then().statusCode(200);
        assertThat(Database.rows("select due_on from accounting_left_out where incident_id = ?", incident)
                        .getFirst()
                        .get("due_on"))
                .hasToString(today().plusDays(100).toString());
    }

    /** 45 CFR 164.412: what was free when the accounting was drawn up, and is not when it is given, is not told. */
    @Test
    void aHoldThatComesWhileItIsAnsweredRefusesTheAnswer() throws Exception {
        String family = "Overtaken" + suffix();
        UUID incident = affected(family);
        disclosure(incident).then().statusCode(200);
        tell(incident, false, 2, individuals(today().plusDays(80)));
        String path = "/accounting-requests/" + ask(family).path("id");
        await().atMost(SOON)
                .untilAsserted(() -> officer().get(path + "/accounting").then().body("withheld", equalTo(1)));
        String held = duties(incident);
        tell(incident, false, 3, individuals(null));
        await().atMost(SOON)
                .untilAsserted(() -> officer().get(path + "/accounting").then().body("withheld", equalTo(0)));

        whileDutiesChange(incident, held, () -> answer(path))
                .then()
                .statusCode(409)
                .body("code", equalTo("NOTICE_HELD"));
        officer().get(path).then().body("state", equalTo("OPEN"));
        answer(path).then().statusCode(200).body("leftOut", equalTo(List.of(incident.toString())));
    }

    private static String duties(UUID incident) {
        return (String) Database.rows("select duties from campaign where incident_id = ?", incident)
                .getFirst()
                .get("duties");
    }

    /** They are changed before it begins, and committed when it waits for them. */
    private static Response whileDutiesChange(UUID incident, String duties, Supplier<Response> request)
            throws Exception {
        try (Connection other = Database.connect();
                PreparedStatement change =
                        other.prepareStatement("update campaign set duties = ? where incident_id = ?")) {
            other.setAutoCommit(false);
            change.setString(1, duties);
            change.setObject(2, incident);
            change.executeUpdate();
            CompletableFuture<Response> answered = CompletableFuture.supplyAsync(request);
            await().atMost(SOON)
                    .until(() -> Database.number(
                                    "select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                            > 0);
            other.commit();
            return answered.get();
        }
    }

    /** for whom a breach does not exist, he neither tells it nor reads a copy that does; others learn that it lacks. */
    @Test
    void whatARecusedOfficerCannotTellIsADutyOfTheOthersAndNoCopyShowsItToHim() throws Exception {
        String family = "Involved" + suffix();
        UUID incident = affected(family);
        disclosure(incident).then().statusCode(200);
        String path = "/accounting-requests/" + ask(family).path("id");
        await().atMost(SOON)
                .untilAsserted(() -> officer().get(path + "/accounting").then().body("entries", hasSize(1)));
        answer(recused(), path).then().statusCode(200).body("leftOut", hasSize(0));
        recused()
                .queryParam("incomplete", true)
                .queryParam("limit", 200)
                .get("/accounting-requests")
                .then()
                .body("items.id", not(hasItem(path.substring(path.lastIndexOf('/') + 1))));
        complete(recused(), path).then().statusCode(409);

        officer().get(path).then().body("leftOut", equalTo(List.of(incident.toString())));
        complete(path).then().statusCode(200).body("leftOut", hasSize(0));
        assertThat(text(officer().get(path + "/accounting.pdf").asByteArray())).contains("A billing company");
        assertThat(text(recused().get(path + "/accounting.pdf").asByteArray()))
                .contains("Involved")
                .doesNotContain("A billing company");
        // Neither his copy nor that of the others changes with the language that is asked for.
        for (RequestSpecification who : List.of(recused(), officer())) {
            String asked = text(who.queryParam("language", "es")
                    .get(path + "/accounting.pdf")
                    .asByteArray());
            assertThat(asked).contains("Accounting of disclosures");
        }
    }

    @Test
    void whoMayNotSeeTheIncidentOrTheEntitySeesNothing() {
        String family = "Hidden" + suffix();
        disclosure(affected(family)).then().statusCode(200);
        String path = "/accounting-requests/" + ask(family).path("id");
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get(path + "/accounting")
                        .then()
                        .statusCode(200)
                        .body("entries", hasSize(1)));

        given().auth()
                .oauth2(Tokens.as("recused-officer", "privacy-officer"))
                .get(path + "/accounting")
                .then()
                .statusCode(200)
                .body("entries", hasSize(0))
                .body("withheld", equalTo(0));
        String elsewhere = Tokens.subject("privacy-officer")
                .roles("privacy-officer")
                .entities("other-city")
                .signed();
        given().auth().oauth2(elsewhere).get(path).then().statusCode(404);
        List<String> seen =
                given().auth().oauth2(elsewhere).get("/accounting-requests").path("items.id");
        assertThat(seen).isEmpty();
        officer()
                .queryParam("state", "OPEN")
                .queryParam("limit", 200)
                .get("/accounting-requests")
                .then()
                .body("items.id", hasItem(path.substring(path.lastIndexOf('/') + 1)))
                .body("items.toString()", not(containsString(family)));
    }

    @Test
    void aDisclosureIsChangedOnlyByWhoHasSeenIt() {
        UUID incident = affected("Changed" + suffix());
        Response first = disclosure(incident);

        disclosure(incident).then().statusCode(428);
        officer()
                .contentType("application/json")
                .header("If-Match", first.header("ETag"))
                .body(told(today().plusDays(1).toString()))
                .put("/campaigns/" + incident + "/disclosure")
                .then()
                .statusCode(422);
        officer()
                .get("/campaigns/" + incident + "/disclosure")
                .then()
                .statusCode(200)
                .body("recipientAddress", equalTo("Rockford, IL"));
    }

    private static UUID affected(String family) {
        UUID incident = breach(false, individuals(null));
        importing(
                        incident,
                        Fixtures.header()
                                + person(
                                        "P-1", family, "1 Elm Street", "Larkspur Falls", "WI", "54901", "", "no", "en"))
                .then()
                .statusCode(200);
        return incident;
    }

    private static Response ask(String family) {
        return officer()
                .contentType("application/json")
                .body(Map.of(
                        "entityId",
                        Fixtures.CITY,
                        "receivedOn",
                        today().toString(),
                        "givenName",
                        "Ana",
                        "familyName",
                        family,
                        "zip",
                        "54901"))
                .post("/accounting-requests");
    }

    private static Response extend(String path) {
        return officer()
                .contentType("application/json")
                .header("If-Match", officer().get(path).header("ETag"))
                .body(Map.of("reason", "Records of the former vendor have to be searched."))
                .post(path + "/extension");
    }

    private static Response answer(String path) {
        return answer(officer(), path);
    }

    private static Response answer(RequestSpecification who, String path) {
        return giving(who, path).post(path + "/answer");
    }

    private static Response complete(String path) {
        return complete(officer(), path);
    }

    private static Response complete(RequestSpecification who, String path) {
        return giving(who, path).post(path + "/completion");
    }

    private static RequestSpecification giving(RequestSpecification who, String path) {
        return who.contentType("application/json")
                .header("If-Match", officer().get(path).header("ETag"))
                .body(Map.of("answeredOn", today().toString(), "way", "first-class mail"));
    }

    private static RequestSpecification recused() {
        return given().auth().oauth2(Tokens.as("recused-officer", "privacy-officer"));
    }

    private static Response disclosure(UUID incident) {
        return officer()
                .contentType("application/json")
                .body(told(today().minusDays(6).toString()))
                .put("/campaigns/" + incident + "/disclosure");
    }

    private static Map<String, Object> told(String day) {
        return Map.of(
                "disclosedOn", day,
                "recipientName", "A billing company",
                "recipientAddress", "Rockford, IL",
                "description", "Name, date of birth, dates of treatment",
                "purpose", "None: the disclosure was not permitted");
    }

    private static String suffix() {
        return UUID.randomUUID().toString().replaceAll("[^a-z]", "");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
