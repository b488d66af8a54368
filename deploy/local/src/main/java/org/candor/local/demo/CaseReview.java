package org.candor.local.demo;

import java.math.BigDecimal;
import org.candor.local.api.Json;

/** What officers write into a case before it can be closed. */
final class CaseReview {

    private CaseReview() {}

    static Object documentation(Plot plot) {
        return Json.of(
                "reporter", "A clerk of the health department",
                "investigators", "Privacy Officer and Security Officer",
                "dataAndSystems", "Spreadsheet of 612 patients; nightly export job on the reporting server",
                "occurredFrom", plot.sent,
                "occurredUntil", plot.sent.plusSeconds(60),
                "damage", "The spreadsheet left the organisation; no system was harmed",
                "suspectedCause", "The job's recipient list still named a former vendor",
                "identifiedRisk", "Other jobs may have recipients that nobody reviews",
                "mitigationAndRestoration", "Job stopped and restored, list corrected, recipient asked to delete",
                "recommendations", "Encrypt every export and review recipients");
    }

    static Object followUp(Plot plot) {
        return Json.of(
                "reviewedOn", plot.today(),
                "costHours", new BigDecimal("64.5"),
                "costAmount", new BigDecimal("8200.00"),
                "impact", "612 people were told; two days of work in the department",
                "handling", "Contained within a day of the first call",
                "improvements", "No export leaves without encryption",
                "lessonsLearned", "A recipient list is a control and needs an owner");
    }

    /** The second report tells of the same mail. There is no link between cases yet, so its words name the other. */
    static Object namelessDocumentation(Plot plot) {
        return Json.of(
                "reporter", "anonymous",
                "investigators", "Privacy Officer",
                "dataAndSystems", "See case " + plot.incident,
                "occurredFrom", plot.sent,
                "damage", "None beside that of case " + plot.incident,
                "suspectedCause", "See case " + plot.incident,
                "identifiedRisk", "None of its own",
                "mitigationAndRestoration", "Done in case " + plot.incident,
                "recommendations", "Those of case " + plot.incident);
    }

    static Object namelessFollowUp(Plot plot) {
        return Json.of(
                "reviewedOn", plot.today(),
                "costHours", new BigDecimal("0.5"),
                "costAmount", new BigDecimal("0"),
                "impact", "None of its own",
                "handling", "Seen at once to be the same event",
                "improvements", "None of its own",
                "lessonsLearned", "People notice and speak up when they need not give a name");
    }

    static Object exerciseDocumentation(Plot plot) {
        return Json.of(
                "reporter", "Privacy Officer",
                "investigators", "Field crew of the water works",
                "dataAndSystems", "A tablet, in the exercise",
                "occurredFrom", plot.sent,
                "damage", "None",
                "suspectedCause", "As the scenario says",
                "identifiedRisk", "As the scenario says",
                "mitigationAndRestoration", "Locked from afar",
                "recommendations", "A list of whom to call at night");
    }

    static Object exerciseFollowUp(Plot plot) {
        return Json.of(
                "reviewedOn", plot.today(),
                "costHours", new BigDecimal("3"),
                "costAmount", new BigDecimal("0"),
                "impact", "None",
                "handling", "As the procedures say",
                "improvements", "A list of whom to call at night",
                "lessonsLearned", "The procedures work by day");
    }
}
