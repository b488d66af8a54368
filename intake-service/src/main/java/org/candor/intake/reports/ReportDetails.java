package org.candor.intake.reports;

import java.util.List;

/**
 * The part of a report that is sealed.
 *
 * @param reporter subject of a signed-in reporter; empty text for an anonymous one
 */
record ReportDetails(String narrative, String place, List<String> systems, List<String> implicated, String reporter) {

    /** Where it stands, as the cipher binds it. */
    static final String PLACE = "report.details";

    ReportDetails {
        systems = List.copyOf(systems);
        implicated = List.copyOf(implicated);
    }
}
