package org.candor.intake.reports;

import java.util.List;

/**
 * The part of a report that is sealed.
 *
 * @param reporter subject of a signed-in reporter; empty text for an anonymous one
 * @param latenessReason why a report came late; empty where nothing was said
 */
record ReportDetails(
        String narrative,
        String place,
        List<String> systems,
        List<String> implicated,
        String reporter,
        String latenessReason) {

    /** Where it stands, as the cipher binds it. */
    static final String PLACE = "report.details";

    ReportDetails {
        systems = List.copyOf(systems);
        implicated = List.copyOf(implicated);
        // Reports of the first version of the form said nothing of it.
        latenessReason = latenessReason == null ? "" : latenessReason;
    }
}
