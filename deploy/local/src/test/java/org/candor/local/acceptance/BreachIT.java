package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.local.acceptance.AssessedIncident.people;
import static org.candor.local.acceptance.AssessedIncident.today;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.local.Checkout;
import org.candor.local.SharedStack;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Users;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The breach question on the running platform: assessed, decided, every duty with its reason, and what follows from it. */
@ExtendWith(SharedStack.class)
class BreachIT {

    private static final Map<String, Object> BIG = people(612, Json.of("WI", 505, "IL", 104));

    /** The product's own cases, each a sentence of law with everything that follows from it. */
    @TestFactory
    List<DynamicTest> answersEachConformanceCaseOverHttp(Users users) throws Exception {
        Api counsel = users.as("counsel");
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode sentence : new ObjectMapper()
                .readTree(Checkout.find()
                        .root()
                        .resolve("breach-service/src/test/resources/conformance/cases.json")
                        .toFile())
                .get("cases")) {
            tests.add(DynamicTest.dynamicTest(sentence.get("sentence").asText(), () -> check(counsel, sentence)));
        }
        assertThat(tests).hasSizeGreaterThan(40);
        return tests;
    }

    private static void check(Api counsel, JsonNode sentence) throws Exception {
        JsonNode answer = counsel.post("/breach/obligations/preview", sentence.get("facts"))
                .expecting(200)
                .json();
        assertThat(answer.path("discoveredOn").textValue())
                .isEqualTo(sentence.path("discovered").textValue());
        assertThat(answer.path("combinedLetterDue").textValue())
                .isEqualTo(sentence.path("letter").textValue());
        List<String> expected = new ArrayList<>();
        sentence.get("duties").forEach(duty -> expected.add(duty.asText()));
        List<String> lines = new ArrayList<>();
        answer.path("obligations").forEach(duty -> lines.add(line(duty)));
        assertThat(lines).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String line(JsonNode duty) {
        StringBuilder line = new StringBuilder("%s %s base %s due %s"
                .formatted(text(duty, "kind"), text(duty, "jurisdiction"), text(duty, "baseDue"), text(duty, "due")));
        append(line, " held ", duty.path("heldUntil"));
        append(line, " ", duty.path("track"));
        append(line, " ", duty.path("method"));
        append(line, " ", duty.path("source"));
        append(line, " keep ", duty.path("keepThrough"));
        append(line, " late ", duty.path("daysLate"));
        return line.toString();
    }

    private static void append(StringBuilder line, String word, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            line.append(word).append(value.asText());
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    @Test
    void presumesABreachUntilAllIsFilledInAndFreezesWhatWasSigned(Users users) throws Exception {
        AssessedIncident incident = AssessedIncident.open(users);
        Answer early = incident.assessment.change(
                incident.officer(), "POST", "/conclusion", Json.of("outcome", "NOT_A_BREACH", "reason", "Harmless."));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text()).contains("factors.MITIGATION", "gates.phi");
        incident.breach(BIG);
        byte[] signed = incident.officer().file(incident.assessment.path() + "/worksheets/1.pdf");
        assertThat(new String(signed, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(incident.officer().file(incident.assessment.path() + "/worksheet.pdf"))
                .isEqualTo(signed);
    }

    @Test
    void asksCounselWhereTheLawOfAStateIsTouched(Users users) throws Exception {
        AssessedIncident incident = AssessedIncident.open(users)
                .counted(Json.of(
                        "individuals", Json.of("total", 40, "byJurisdiction", Json.of("WI", 30, "MA", 10)),
                        "statePersonalInformation", List.of("WI")));
        Object withoutNote = Json.of("outcome", "BREACH_AND_STATE_VIOLATION");
        assertThat(incident.assessment
                        .change(incident.officer(), "POST", "/conclusion", withoutNote)
                        .text())
                .contains("counselNote");
        incident.concluded(Json.of("outcome", "BREACH_AND_STATE_VIOLATION", "counselNote", "One letter serves both."));
        assertThat(incident.duties().path("combinedLetterDue").asText())
                .isEqualTo(today().plusDays(45).toString());
        JsonNode tasks = incident.officer()
                .get(incident.path("/counsel-tasks"))
                .expecting(200)
                .json();
        // No rule computes the law of Massachusetts; Wisconsin's names a duty without a day beside those that are
        // computed.
        assertThat(tasks.findValuesAsText("jurisdiction")).containsExactly("MA", "WI");
        users.as("counsel")
                .post(incident.path("/counsel-tasks/MA/answer"), Json.of("note", "Told the attorney general."))
                .expecting(200);
    }

    @Test
    void keepsEveryCandidateForTheDiscoveryAndRecomputes(Users users) throws Exception {
        AssessedIncident incident = AssessedIncident.open(users).breach(BIG);
        LocalDate earlier = today().minusDays(4);
        incident.assessment
                .change(
                        incident.officer(),
                        "POST",
                        "/knowledge",
                        Json.of("knowledge", Json.of("by", "WORKFORCE", "at", earlier), "how", "A nurse had seen it."))
                .expecting(200);
        JsonNode view = incident.duties();
        assertThat(view.path("discoveredOn").asText()).isEqualTo(earlier.toString());
        JsonNode moved = view.path("history").path(1);
        assertThat(moved.path("changes").findValuesAsText("wasDue"))
                .contains(today().plusDays(60).toString());
        assertThat(moved.path("changes").findValuesAsText("nowDue"))
                .contains(earlier.plusDays(60).toString());
        assertThat(moved.path("because").asText()).contains("knowledge");
        assertThat(incident.duty("US-INDIVIDUAL").path("target").asText())
                .isEqualTo(earlier.plusDays(30).toString());
    }

    @Test
    void holdsNoticesForLawEnforcementAndAnnouncesTheEnd(Users users) throws Exception {
        AssessedIncident incident = AssessedIncident.open(users).breach(BIG);
        incident.counted(Json.of(
                "individuals", BIG.get("individuals"),
                "lawEnforcementDelays",
                        List.of(Json.of(
                                "form", "ORAL",
                                "statedOn", today(),
                                "ground", "IMPEDE_INVESTIGATION",
                                "official", "Det. B. Sample",
                                "agency", "County sheriff"))));
        JsonNode view = incident.duties();
        assertThat(view.path("holds").path(0).path("through").asText())
                .isEqualTo(today().plusDays(30).toString());
        assertThat(view.toString()).doesNotContain("Sample");
        incident.onTheBoard("HOLD_END");
        assertThat(users.as("privacy-officer")
                        .get(incident.path("/clearance?kind=INDIVIDUAL_NOTICE"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void putsEveryDutyOnTheBoardAndExplainsIt(Users users) throws Exception {
        AssessedIncident incident = AssessedIncident.open(users).breach(BIG);
        for (String kind : List.of("INDIVIDUAL_NOTICE", "HHS_NOTICE", "MEDIA_NOTICE", "STATE_REGULATOR_NOTICE")) {
            incident.onTheBoard(kind);
        }
        String path = incident.path("/obligations/"
                + incident.duty("US-MEDIA-WI").path("obligationId").asText() + "/explanation");
        JsonNode why = users.as("auditor").get(path).expecting(200).json();
        assertThat(why.path("obligation").path("citation").asText()).isEqualTo("45 CFR 164.406");
        assertThat(why.path("obligation").path("reason").asText()).contains("505 residents, more than 500");
        assertThat(why.path("disclaimer").asText()).contains("Not legal advice");
        byte[] page = users.as("auditor").file(path + ".pdf");
        assertThat(new String(page, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(users.as("auditor")
                        .get("/breach/obligations?kind=MEDIA_NOTICE&limit=200")
                        .expecting(200)
                        .text())
                .contains(incident.id.toString());
    }

    @Test
    void keepsTheLogAndLaysOutTheAnnualRun(Users users) throws Exception {
        AssessedIncident incident = AssessedIncident.open(users).breach(people(40, Json.of("WI", 40)));
        int year = today().getYear();
        String reference = "OLD-" + UUID.randomUUID().toString().substring(0, 8);
        users.as("privacy-officer")
                .post(
                        "/breach/log/imports",
                        Json.of(
                                "entityId",
                                AssessedIncident.ENTITY,
                                "breaches",
                                List.of(Json.of(
                                        "reference",
                                        reference,
                                        "discoveredOn",
                                        LocalDate.of(year, 1, 5),
                                        "individuals",
                                        3))))
                .expecting(200);
        JsonNode run = users.as("auditor")
                .get("/breach/log/annual-run?year=" + year)
                .expecting(200)
                .json();
        assertThat(run.path("due").asText())
                .isEqualTo(LocalDate.of(year, 12, 31).plusDays(60).toString());
        assertThat(run.findValuesAsText("incidentId")).contains(incident.id.toString());
        assertThat(run.findValuesAsText("reference")).contains(reference);
        assertThat(users.as("auditor")
                        .get("/breach/log/breach-log.csv?year=" + year)
                        .expecting(200)
                        .text())
                .contains(incident.id.toString(), reference);
    }

    @Test
    void countsTheClocksOfABusinessAssociate(Users users) throws Exception {
        AssessedIncident incident = AssessedIncident.open(users).breach(BIG);
        Api officer = users.as("privacy-officer");
        String associate = officer.post(
                        "/breach/business-associates",
                        Json.of(
                                "entityId",
                                AssessedIncident.ENTITY,
                                "terms",
                                Json.of(
                                        "name",
                                        "Copper Kettle Billing",
                                        "agent",
                                        false,
                                        "contractDays",
                                        3,
                                        "reportsEveryUse",
                                        true,
                                        "contractFrom",
                                        LocalDate.of(2024, 1, 1))))
                .expecting(201)
                .text("/associateId");
        LocalDate knew = today().minusDays(14);
        JsonNode involved = incident.breach
                .change(
                        officer,
                        "PUT",
                        "/business-associates/" + associate,
                        Json.of("knowledge", Json.of("at", knew, "toldEntityAt", today())))
                .expecting(200)
                .json();
        assertThat(involved.path(0).path("clocks").findValuesAsText("source"))
                .containsExactly("CONTRACT", "POLICY", "LAW");
        assertThat(involved.path(0).path("clocks").findValuesAsText("daysLate")).containsExactly("11", "4", "0");
        incident.breach
                .change(
                        officer,
                        "PUT",
                        "/business-associates/" + associate + "/notifier",
                        Json.of("notifier", "ENTITY", "reason", "The city has the addresses."))
                .expecting(200);
    }

    @Test
    void tellsCoveredEntitiesWhereTheCityActsAsABusinessAssociate(Users users) throws Exception {
        AssessedIncident incident = AssessedIncident.open(users)
                .breach(Json.of("capacity", "BUSINESS_ASSOCIATE", "individuals", Json.of("total", 30)));
        assertThat(incident.duties().path("obligations")).hasSize(1);
        Api officer = users.as("privacy-officer");
        String clinic = officer.post(
                        incident.path("/covered-entities"), Json.of("name", "Harbor Clinic", "individuals", 30))
                .expecting(201)
                .text("/0/affectedId");
        incident.onTheBoard("COVERED_ENTITY_NOTICE");
        officer.post(incident.path("/covered-entities/" + clinic + "/notice"), Json.of("toldOn", today()))
                .expecting(200);
        assertThat(incident.duty("US-BA-OWN").path("completedOn").asText()).isEqualTo(today().toString());
    }

    @Test
    void linksLettersToWrongPeopleAsANewBreach(Users users) throws Exception {
        AssessedIncident parent = AssessedIncident.open(users).breach(BIG);
        Api officer = users.as("privacy-officer");
        String mailing = officer.post(parent.path("/misaddressed"), Json.of("people", 9, "detectedOn", today()))
                .expecting(201)
                .text("/mailingId");
        parent.onTheBoard("MISADDRESSED_LETTERS");
        AssessedIncident child = AssessedIncident.open(users);
        parent.breach
                .change(officer, "POST", "/misaddressed/" + mailing + "/link", Json.of("incidentId", child.id))
                .expecting(200);
        assertThat(child.duties().path("parentIncidentId").asText()).isEqualTo(parent.id.toString());
    }
}
