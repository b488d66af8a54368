package org.candor.investigation.cases;

import static org.candor.investigation.cases.CaseDesk.PRIVACY;
import static org.candor.investigation.cases.CaseDesk.SECURITY;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.candor.events.CaseEvent.BreachAssessmentRequested;
import org.candor.events.ReportKind;
import org.candor.events.Topic;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** What triage finds beside the kind of the case. */
@QuarkusTest
@OnRealPlatform
class TriageFindingsTest {

    /** 45 CFR 164.502(j)(1): one's own attorney is among the recipients, and the finding bars sanctions. */
    @Test
    void aWhistleBlowersDisclosureIsNoViolation() {
        CaseDesk desk = CaseDesk.reported(ReportKind.IMPROPER_USE_OR_DISCLOSURE);
        Map<String, Object> triage = triage(Map.of(
                "whistleBlower",
                Map.of(
                        "workforceOrBusinessAssociate",
                        true,
                        "goodFaith",
                        true,
                        "beliefs",
                        List.of("UNLAWFUL_CONDUCT"),
                        "recipient",
                        "OWN_ATTORNEY")));

        desk.post(PRIVACY, "/triage", triage).statusCode(200).body("phase", equalTo("FORMS"));

        desk.get(PRIVACY, "")
                .body("classification.noViolation.ground", equalTo("WHISTLE_BLOWER"))
                .body("classification.noViolation.answers", contains("UNLAWFUL_CONDUCT", "OWN_ATTORNEY"))
                .body("classification.improperUseOrDisclosure", equalTo(false))
                .body("owners", contains("PRIVACY_OFFICER"));
        // The breach question is asked all the same: health information may be involved.
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            cases.await(
                    BreachAssessmentRequested.class, fact -> fact.incidentId().equals(desk.incident));
        }
    }

    /** 45 CFR 164.512(f)(2): the eight items and nothing else; the refusal names what is too much. */
    @Test
    void aCrimeVictimsDisclosureOfMoreThanTheEightItemsIsRefused() {
        CaseDesk desk = CaseDesk.reported(ReportKind.IMPROPER_USE_OR_DISCLOSURE);
        desk.post(PRIVACY, "/triage", triage(victim("NAME_AND_ADDRESS", "DENTAL_RECORDS", "DNA")))
                .statusCode(422)
                .body("code", equalTo("NOT_A_PERMITTED_DISCLOSURE"))
                .body("missing", equalTo(List.of("told.DNA", "told.DENTAL_RECORDS")));
        desk.get(PRIVACY, "").body("summary.phase", equalTo("TRIAGE")).body("classification", nullValue());
        desk.post(PRIVACY, "/triage", triage(victim("NAME_AND_ADDRESS", "TYPE_OF_INJURY")))
                .statusCode(200);
    }

    @Test
    void oneCheckListIsAnsweredAndNotTwo() {
        CaseDesk desk = CaseDesk.reported(ReportKind.IMPROPER_USE_OR_DISCLOSURE);
        Map<String, Object> both = new LinkedHashMap<>(victim("NAME_AND_ADDRESS"));
        both.put(
                "incidental",
                Map.of("besideAPermittedUse", true, "safeguardsInPlace", true, "minimumNecessaryKept", true));
        desk.post(PRIVACY, "/triage", triage(both))
                .statusCode(422)
                .body("errors[0].field", equalTo("/permittedDisclosure"));
        desk.post(PRIVACY, "/triage", triage(Map.of())).statusCode(422);
    }

    /** Policy II.2: cyber-related is what meets a test of the definition. */
    @Test
    void aCyberRelatedCaseSaysWhichTestOfTheDefinitionIsMet() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT);
        Map<String, Object> triage = new LinkedHashMap<>(CaseDesk.triage(true, true, true));
        triage.put("cyberRelated", true);
        desk.post(SECURITY, "/triage", triage)
                .statusCode(422)
                .body("code", equalTo("CONTRADICTORY_TRIAGE"))
                .body("missing", equalTo(List.of("cyberTests")));
        triage.put("cyberTests", List.of("ELECTRONIC_PERIMETER"));
        desk.post(SECURITY, "/triage", triage).statusCode(200);
        desk.get(SECURITY, "")
                .body("classification.cyberTests", contains("ELECTRONIC_PERIMETER"))
                .body("owners", contains("PRIVACY_OFFICER", "SECURITY_OFFICER"))
                .body("toClose", hasItem("form.4-I-A"))
                .body("toClose", hasItem("form.4-I-B"));
    }

    private static Map<String, Object> victim(String... told) {
        return Map.of(
                "crimeVictim",
                Map.of("victimIsWorkforce", true, "toLawEnforcement", true, "aboutSuspect", true, "told", told));
    }

    private static Map<String, Object> triage(Map<String, Object> permitted) {
        Map<String, Object> triage = new LinkedHashMap<>(CaseDesk.triage(true, false, true));
        triage.put("improperUseOrDisclosure", false);
        triage.put("permittedDisclosure", permitted);
        return triage;
    }
}
