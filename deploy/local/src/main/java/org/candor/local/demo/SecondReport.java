package org.candor.local.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Unexpected;
import org.candor.local.api.Versioned;

/**
 * The nameless report tells of the same mail, and that patients may be concerned: its own breach question is opened whatever
 * triage says, and answered before the case is closed.
 */
final class SecondReport {

    private SecondReport() {}

    static Told assess(Stage stage) throws IOException, InterruptedException {
        Api officer = stage.as("privacy-officer");
        Versioned file = stage.plot.namelessInvestigation;
        Versioned assessment = new Versioned("/breach/assessments/" + stage.plot.namelessIncident);
        file.change(officer, "POST", "/triage", nothingOfItsOwn(stage.plot)).accepted();
        Patience.until(
                "a breach assessment of the second report",
                Stage.SOON,
                () -> officer.get(assessment.path()),
                answer -> answer.status() == 200);
        assessment.change(officer, "PUT", "/facts", facts(stage.plot)).expecting(200);
        Answer concluded = assessment
                .change(officer, "POST", "/conclusion", Json.of("outcome", "NOT_A_BREACH"))
                .expecting(200);
        Unexpected.unlessEqual("outcome", "NOT_A_BREACH", concluded.text("/conclusion/outcome"));
        Patience.until(
                "the conclusion in the case",
                Stage.SOON,
                () -> file.read(officer),
                answer -> answer.text("/summary/breachQuestion").equals("CONCLUDED"));
        return Told.of("no breach beside that of the first case", stage.link(assessment.path()));
    }

    static Told close(Stage stage) throws IOException, InterruptedException {
        Versioned file = stage.plot.namelessInvestigation;
        Api officer = stage.as("privacy-officer");
        file.change(officer, "PUT", "/documentation", CaseReview.namelessDocumentation(stage.plot))
                .accepted();
        file.change(officer, "POST", "/phases/FORMS/completion", Map.of()).accepted();
        file.change(officer, "PUT", "/follow-up", CaseReview.namelessFollowUp(stage.plot))
                .accepted();
        file.change(officer, "POST", "/closure", Map.of()).accepted();
        return Told.of("the same event; its file names the other case", stage.link(file.path()));
    }

    private static Object nothingOfItsOwn(Plot plot) {
        return Json.of(
                "privacy", false,
                "security", false,
                "phiMayBeInvolved", false,
                "improperUseOrDisclosure", false,
                "cyberRelated", false,
                "reason", "Tells of the same mail as case " + plot.incident + ", where all of it is worked");
    }

    private static Object facts(Plot plot) {
        String elsewhere = "The mail is assessed in case " + plot.incident;
        return Json.of(
                "gates",
                Json.of(
                        "phi",
                        Json.of("kind", "NOT_HEALTH_INFORMATION", "support", "Hearsay that names nobody. " + elsewhere),
                        "protection",
                        Json.of("kind", "NONE", "support", elsewhere),
                        "event",
                        Json.of("permitted", false, "happened", List.of("DISCLOSURE"), "support", elsewhere)),
                "exceptions",
                Json.of(
                        "UNINTENTIONAL_USE",
                        no(
                                elsewhere,
                                "WORKFORCE_OR_UNDER_AUTHORITY",
                                "GOOD_FAITH",
                                "WITHIN_SCOPE_OF_AUTHORITY",
                                "NO_FURTHER_IMPERMISSIBLE_USE"),
                        "INADVERTENT_DISCLOSURE",
                        no(
                                elsewhere,
                                "DISCLOSER_AUTHORIZED",
                                "RECIPIENT_AUTHORIZED",
                                "SAME_ENTITY_OR_ARRANGEMENT",
                                "NO_FURTHER_IMPERMISSIBLE_USE"),
                        "NOT_RETAINED",
                        no(elsewhere, "COULD_NOT_REASONABLY_RETAIN")),
                "factors",
                Json.of(
                        "NATURE_AND_EXTENT", notApplicable(elsewhere),
                        "UNAUTHORIZED_PERSON", notApplicable(elsewhere),
                        "ACQUIRED_OR_VIEWED", notApplicable(elsewhere),
                        "MITIGATION", notApplicable(elsewhere)),
                "policy",
                Json.of("violated", false, "support", elsewhere));
    }

    private static Object no(String evidence, String... questions) {
        return Json.of(
                "answers",
                Stream.of(questions).collect(Collectors.toMap(question -> question, question -> false)),
                "evidence",
                evidence);
    }

    private static Object notApplicable(String support) {
        return Json.of("rating", "NOT_APPLICABLE", "support", support);
    }
}
