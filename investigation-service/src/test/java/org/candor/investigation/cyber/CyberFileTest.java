package org.candor.investigation.cyber;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.investigation.Desk.INVESTIGATOR;
import static org.candor.investigation.Desk.PATIENT;
import static org.candor.investigation.Desk.PRIVACY;
import static org.candor.investigation.Desk.SECURITY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candor.events.AssessmentEvent.DiscoveryDetermined;
import org.candor.events.ObligationEvent.HoldEnded;
import org.candor.events.ObligationEvent.HoldPlaced;
import org.candor.events.Topic;
import org.candor.investigation.Desk;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Pictures;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** Policy II over HTTP. */
@QuarkusTest
@OnRealPlatform
class CyberFileTest {

    private static final String ROOT = "/cyber";
    private static final List<Map<String, String>> INDICATORS = List.of(
            Map.of("type", "IPV4", "value", "198.51.100.7", "description", "Command and control"),
            Map.of("type", "DOMAIN", "value", "evil.example"));

    private static Map<String, Object> draft(String agency, String text) {
        return Map.of(
                "agency", agency, "subject", "Extortion by encrypted files", "text", text, "indicators", INDICATORS);
    }

    private static String written(Desk desk, String agency, String text) {
        ValidatableResponse made = desk.change("POST", SECURITY, ROOT, "/drafts", draft(agency, text))
                .statusCode(201)
                .header("Location", startsWith("http"));
        List<String> ids = made.extract().path("drafts.id");
        return ids.getLast();
    }

    private static ValidatableResponse on(Desk desk, String role, String draft, String verb, Object body) {
        return desk.change("POST", role, ROOT, "/drafts/" + draft + "/" + verb, body);
    }

    private static void state(Desk desk, String part) {
        Map<String, String> statement = Map.of(
                "part",
                part,
                "outcome",
                "NOT_APPLICABLE",
                "completedAt",
                Instant.now().minusSeconds(60).toString(),
                "words",
                "Nothing of the kind was needed");
        desk.change("POST", SECURITY, ROOT, "/order", statement).statusCode(200);
    }

    private static Map<String, Object> sending() {
        return Map.of("sentAt", Instant.now().truncatedTo(ChronoUnit.MICROS).toString(), "reference", "I-2603110042");
    }

    @Test
    void aReportIsCheckedSignedByAnotherAndMarkedAsSent() throws Exception {
        Desk desk = Desk.reported().triaged(true);
        assertThat(desk.toClose()).contains("cyber.decision.CRIME_REPORT", "cyber.decision.INDICATORS");
        for (String kind : List.of("CRIME_REPORT", "INDICATORS")) {
            Map<String, Object> answer = Map.of("kind", kind, "answer", true, "reason", "Extortion of a public body");
            desk.change("POST", SECURITY, ROOT, "/decisions", answer).statusCode(200);
        }
        String report =
                written(desk, "FBI", "The City of Larkspur Falls was extorted. Servers were encrypted at night.");
        desk.get(SECURITY, ROOT).body("drafts[0].status", equalTo("DRAFT")).body("drafts[0].findings", empty());
        on(desk, SECURITY, report, "signature", null).statusCode(403).body("code", equalTo("OWN_DRAFT"));
        on(desk, SECURITY, report, "sending", sending()).statusCode(409).body("code", equalTo("DRAFT_NOT_SIGNED"));
        Desk.as(PRIVACY)
                .get("/cases/" + desk.incident + ROOT + "/drafts/" + report + "/stix")
                .then()
                .statusCode(409);
        on(desk, PRIVACY, report, "signature", null).statusCode(200).body("drafts[0].status", equalTo("SIGNED"));

        on(desk, SECURITY, report, "sending", sending())
                .statusCode(409)
                .body("code", equalTo("ORDER_NOT_KEPT"))
                .body("missing", equalTo(List.of("order.RESPONSE", "order.MITIGATION", "order.CONTINGENCY_PLAN")));
        state(desk, "MITIGATION");
        state(desk, "CONTINGENCY_PLAN");
        desk.change(
                        "POST",
                        SECURITY,
                        ROOT,
                        "/order",
                        Map.of(
                                "part", "RESPONSE",
                                "outcome", "DONE",
                                "completedAt", Instant.now().minusSeconds(60).toString(),
                                "words", "Contained"))
                .statusCode(409)
                .body("code", equalTo("RESPONSE_NOT_OVER"));
        Map<String, Object> early = new HashMap<>(sending());
        early.put("deviation", "The agent asked for it while the attackers were still in the network");
        on(desk, SECURITY, report, "sending", early)
                .statusCode(200)
                .body("drafts[0].status", equalTo("SENT"))
                .body("drafts[0].sending.deviates", equalTo(true))
                .body("drafts[0].sending.reference", equalTo("I-2603110042"));
        assertThat(desk.toClose()).contains("cyber.report.INDICATORS").doesNotContain("cyber.report.CRIME_REPORT");
        desk.get(PRIVACY, "/timeline?kind=agency-report-sent-out-of-order")
                .body("entries.size()", equalTo(1))
                .body("entries[0].reference", startsWith("FBI "));

        byte[] pdf = desk.get(SECURITY, ROOT + "/drafts/" + report + ".pdf")
                .statusCode(200)
                .extract()
                .asByteArray();
        Pictures.save("agency-report", pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Federal Bureau of Investigation", "198.51.100.7", "City of Larkspur Falls")
                    .doesNotContain("DRAFT");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
        Desk.as(SECURITY)
                .get("/cases/" + desk.incident + ROOT + "/drafts/" + report + "/stix")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/stix+json"))
                .body("type", equalTo("bundle"))
                .body(
                        "objects.findAll { it.type == 'indicator' }.pattern",
                        hasItem("[domain-name:value = 'evil.example']"));
    }

    /** Names and numbers from the words of the case, not only what looks like an identifier. */
    @Test
    void whatStandsInTheCaseBlocksADraftAndTheAnswerNeverRepeatsIt() {
        Desk desk = Desk.reported().triaged(true).documented();
        String report = written(desk, "FBI", "Taken were a chart of Ashgrove, row 7731204, and mail of Lindqvist.");
        desk.get(SECURITY, ROOT)
                .body("drafts[0].status", equalTo("BLOCKED"))
                .body("drafts[0].findings.identifier", hasItems("NAME", "OTHER_UNIQUE"))
                .body("drafts[0].findings.citation", hasItem("45 CFR 164.514(b)(2)(i)(A)"));
        on(desk, PRIVACY, report, "signature", null)
                .statusCode(409)
                .body("code", equalTo("PHI_FOUND"))
                .body("missing.size()", equalTo(3))
                .body("toString()", not(containsString("Ashgrove")));
        Map<String, String> ground = Map.of("ground", "LAW_ENFORCEMENT_PURPOSE", "reason", "Asked for in writing");
        on(desk, SECURITY, report, "override", ground).statusCode(403);
        on(desk, PRIVACY, report, "override", ground)
                .statusCode(200)
                .body("drafts[0].override.citation", equalTo("45 CFR 164.512(f)"))
                .body("drafts[0].status", equalTo("DRAFT"));

        Map<String, Object> more = Map.of("names", List.of("Nils Extort"), "numbers", List.of("198.51.100.7"));
        desk.change("POST", SECURITY, ROOT, "/identifiers", more).statusCode(200);
        on(desk, PRIVACY, report, "signature", null)
                .statusCode(409)
                .body("missing", hasItem(startsWith("phi.OTHER_UNIQUE.indicators.0")));
        desk.change("PUT", SECURITY, ROOT, "/drafts/" + report, draft("FBI", "Servers were encrypted at night."))
                .statusCode(200)
                .body("drafts[0].override", equalTo(null));
        on(desk, PRIVACY, report, "withdrawal", null).statusCode(200).body("drafts[0].status", equalTo("WITHDRAWN"));
        assertThat(Database.rows("select words, findings from agency_draft where incident_id = ?", desk.incident)
                        .toString())
                .doesNotContain("Ashgrove");
    }

    /** Whoever writes may widen the check; only somebody else who judges narrows it, and says why. */
    @Test
    void registeredIdentifiersAreAddedToAndTakenOutByAJudgeForAReason() {
        Desk desk = Desk.reported().triaged(true);
        Map<String, Object> name = Map.of("names", List.of("Nils Extort"), "numbers", List.of());
        desk.change("POST", SECURITY, ROOT, "/identifiers", name).statusCode(200);
        desk.change("POST", SECURITY, ROOT, "/identifiers", Map.of("names", List.of(), "numbers", List.of()))
                .statusCode(200);
        String report = written(desk, "FBI", "Files of Extort were taken.");
        desk.get(SECURITY, ROOT).body("drafts[0].status", equalTo("BLOCKED"));

        Map<String, Object> removal = Map.of("identifiers", name, "reason", "The name of the attackers' program");
        desk.change("POST", SECURITY, ROOT, "/identifiers/removal", removal).statusCode(403);
        desk.change("POST", INVESTIGATOR, ROOT, "/identifiers/removal", removal).statusCode(403);
        given().contentType("application/json")
                .body(removal)
                .post("/cases/" + desk.incident + ROOT + "/identifiers/removal")
                .then()
                .statusCode(401);
        desk.change("POST", PRIVACY, ROOT, "/identifiers/removal", Map.of("identifiers", name))
                .statusCode(422);
        desk.change("POST", PRIVACY, ROOT, "/identifiers/removal", removal)
                .statusCode(200)
                .body("removals[0].names", equalTo(1))
                .body("removals[0].reason", equalTo("The name of the attackers' program"));
        desk.change("POST", PRIVACY, ROOT, "/identifiers/removal", removal)
                .statusCode(409)
                .body("code", equalTo("IDENTIFIER_NOT_REGISTERED"));
        on(desk, PRIVACY, report, "signature", null).statusCode(200);
        assertThat(Database.rows("select words from cyber_removal where incident_id = ?", desk.incident))
                .hasSize(1);
    }

    @Test
    void anAuthorNarrowsNothingThatHoldsHisOwnDraftBack() {
        Desk desk = Desk.reported().triaged(true);
        Map<String, Object> name = Map.of("names", List.of("Nils Extort"), "numbers", List.of());
        desk.change("POST", PRIVACY, ROOT, "/identifiers", name).statusCode(200);
        desk.change("POST", PRIVACY, ROOT, "/drafts", draft("FBI", "Files of Extort were taken."))
                .statusCode(201);
        desk.change(
                        "POST",
                        PRIVACY,
                        ROOT,
                        "/identifiers/removal",
                        Map.of("identifiers", name, "reason", "Not a person"))
                .statusCode(403)
                .body("code", equalTo("OWN_DRAFT"));
    }

    /** Whoever may write a draft and not read the sanction record finds out no name of it by trial. */
    @Test
    void theSanctionRecordIsSearchedAtSigningAndNotForAuthors() {
        Desk desk = Desk.reported().triaged(true);
        desk.send("POST", Desk.as(PRIVACY), "/sanctions", Map.of("readers", List.of(PRIVACY)), "*")
                .then()
                .statusCode(201);
        Map<String, String> person = Map.of(
                "relation", "WORKFORCE",
                "conduct", "CONFIDENTIALITY_BREACH",
                "intent", "KNOWING",
                "name", "Signe Halvorsen",
                "position", "Records clerk",
                "subject", "signe");
        desk.change("POST", PRIVACY, "/sanctions", "/persons", person).statusCode(201);
        String report = written(desk, "FBI", "Seen from the seat of Halvorsen.");
        desk.get(SECURITY, ROOT).body("drafts[0].status", equalTo("DRAFT")).body("drafts[0].findings", empty());
        on(desk, PRIVACY, report, "signature", null).statusCode(409).body("code", equalTo("PHI_FOUND"));
        desk.get(SECURITY, ROOT).body("drafts[0].findings", empty());
    }

    @Test
    void aSignatureThatWasTakenBackIsNeitherExportedNorPrinted() throws Exception {
        Desk desk = Desk.reported().triaged(true);
        String report = written(desk, "FBI", "Servers were encrypted at night.");
        on(desk, PRIVACY, report, "signature", null).statusCode(200);
        desk.get(PRIVACY, ROOT + "/drafts/" + report + "/stix").statusCode(200);
        on(desk, SECURITY, report, "withdrawal", null).statusCode(200);
        desk.get(PRIVACY, ROOT + "/drafts/" + report + "/stix")
                .statusCode(409)
                .body("code", equalTo("DRAFT_NOT_SIGNED"));
        byte[] pdf = desk.get(PRIVACY, ROOT + "/drafts/" + report + ".pdf")
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("WITHDRAWN: do not send", "nobody")
                    .doesNotContain("UTC", "America/Chicago");
        }
    }

    @Test
    void indicatorsAreSharedWithoutHealthInformationOrNotAtAll() {
        Desk desk = Desk.reported().triaged(true);
        String report = written(desk, "ISAO", "Seen beside the account of the patient " + PATIENT);
        Map<String, String> permitted = Map.of("ground", "REQUIRED_BY_LAW", "reason", "A statute says so");
        on(desk, PRIVACY, report, "override", permitted).statusCode(422).body("code", equalTo("GROUND_DOES_NOT_FIT"));
        desk.change(
                        "POST",
                        SECURITY,
                        ROOT,
                        "/drafts",
                        Map.of("agency", "DHS", "subject", "Attack", "text", "See below"))
                .statusCode(422)
                .body("code", equalTo("INDICATORS_MISSING"));
        Map<String, Object> malformed = Map.of(
                "agency", "DHS",
                "subject", "Attack",
                "text", "See below",
                "indicators", List.of(Map.of("type", "IPV4", "value", "999.1.1.1")));
        desk.change("POST", SECURITY, ROOT, "/drafts", malformed)
                .statusCode(422)
                .body("code", equalTo("INDICATOR_MALFORMED"))
                .body("errors[0].field", equalTo("/indicators/0/value"));
    }

    /** whatever of the order is missing, the clock stands beside it and follows breach-service. */
    @Test
    void theClockRunsBesideTheOrder() {
        Desk desk = Desk.reported().triaged(true);
        desk.get(SECURITY, ROOT)
                .body("orderMissing.size()", equalTo(3))
                .body("clock.determined", equalTo(false))
                .body("clock.citation", equalTo("45 CFR 164.404(b)"));
        LocalDate discovered = LocalDate.now().minusDays(50);
        Facts.send(Topic.ASSESSMENT, new DiscoveryDetermined(desk.incident, discovered, "Workforce knew"), Desk.ENTITY);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> desk.get(SECURITY, ROOT)
                        .body("clock.determined", equalTo(true))
                        .body("clock.from", equalTo(discovered.toString()))
                        .body("clock.lastDay", equalTo(discovered.plusDays(60).toString())));
    }

    /** Y-04: an agency may ask to wait with the notices; breach-service keeps the statement, and the case shows it. */
    @Test
    void aLawEnforcementHoldStandsBesideTheClock() {
        Desk desk = Desk.reported().triaged(true);
        desk.get(SECURITY, ROOT).body("hold", nullValue());
        LocalDate today = LocalDate.now();
        HoldPlaced placed = new HoldPlaced(desk.incident, today.minusDays(2), today.plusDays(28));
        Facts.send(Topic.OBLIGATION, placed, Desk.ENTITY);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> desk.get(SECURITY, ROOT)
                        .body("hold.statedOn", equalTo(placed.statedOn().toString()))
                        .body("hold.heldUntil", equalTo(placed.heldUntil().toString()))
                        .body("hold.endedOn", nullValue())
                        .body("hold.heldAt", equalTo("/breach/breaches/" + desk.incident + "/obligations"))
                        .body("hold.citation", containsString("164.412"))
                        .body("clock.determined", equalTo(false)));
        Facts.send(Topic.OBLIGATION, new HoldEnded(desk.incident, today), Desk.ENTITY);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> desk.get(SECURITY, ROOT).body("hold.endedOn", equalTo(today.toString())));
    }

    @Test
    void policyTwoIsForCyberRelatedCasesOnly() {
        Desk desk = Desk.reported().triaged(false);
        assertThat(desk.toClose()).noneMatch(matter -> matter.startsWith("cyber"));
        desk.change("POST", SECURITY, ROOT, "/drafts", draft("FBI", "Servers were encrypted."))
                .statusCode(409)
                .body("code", equalTo("NOT_CYBER_RELATED"));
    }

    @Test
    void nothingOfADrillLeaves() {
        Desk desk = Desk.drill().triaged(true);
        String report = written(desk, "FBI", "Servers were encrypted at night.");
        on(desk, PRIVACY, report, "signature", null).statusCode(200);
        on(desk, SECURITY, report, "sending", sending()).statusCode(409).body("code", equalTo("DRILL_SENDS_NOTHING"));
        desk.get(SECURITY, ROOT + "/drafts/" + report + "/stix")
                .statusCode(409)
                .body("code", equalTo("DRILL_SENDS_NOTHING"));
    }

    @Test
    void ofTwoWritersOnTheSameVersionTheSecondIsTold() {
        Desk desk = Desk.reported().triaged(true);
        Object body = draft("FBI", "Servers were encrypted.");
        assertThat(desk.send("POST", Desk.as(SECURITY), ROOT + "/drafts", body, "\"0\"")
                        .statusCode())
                .isEqualTo(201);
        assertThat(desk.send("POST", Desk.as(INVESTIGATOR), ROOT + "/drafts", body, "\"0\"")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void noEventHoldsAWordOfADraft() {
        Desk desk = Desk.reported().triaged(true);
        written(desk, "FBI", "Zeppelinfahrt is the word to look for.");
        for (Topic topic : List.of(Topic.CASE, Topic.ACCESS)) {
            try (TopicProbe probe = TopicProbe.on(topic)) {
                assertThat(probe.records())
                        .isNotEmpty()
                        .noneMatch(seen -> seen.json().contains("Zeppelinfahrt"));
            }
        }
    }
}
