package org.candor.notification.deadline.decision;

import java.util.Set;

/** What kind of duty it is to an officer who plans his month. */
public enum Nature {
    /** Law or policy sets its day for one matter: an incident, a complaint, a request. */
    LEGAL,
    /** It comes again between incidents: reviews, assessments, trainings, drills, commitments, reminders. */
    PROGRAMME;

    /** Whoever keeps a part of the programme. */
    private static final Set<String> KEEPERS = Set.of("audit", "investigation", "notification");

    /** Belongs to a person's request and to no incident (45 CFR 164.528(c)). */
    private static final Set<String> OF_REQUESTS = Set.of("ACCOUNTING_OF_DISCLOSURES");

    /** For a query, between commas. */
    public static String keepers() {
        return String.join(",", KEEPERS);
    }

    /** For a query, between commas. */
    public static String ofRequests() {
        return String.join(",", OF_REQUESTS);
    }

    /** @param service that owns the duty */
    public static Nature of(boolean ofIncident, String service, String kind) {
        return ofIncident || !KEEPERS.contains(service) || OF_REQUESTS.contains(kind) ? LEGAL : PROGRAMME;
    }
}
