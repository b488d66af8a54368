package org.candor.intake.reports.decision;

/**
 * What a reporter is told of his report.
 *
 * <pre>
 * RECEIVED ──opened──▶ UNDER_INVESTIGATION ──answered──▶ ANSWERED
 *     │                     │        ▲                     │
 *     │                   closed  reopened               closed
 *     │                     ▼        │                     │
 *     └───────closed──────▶ CLOSED ──┘ ◀───────────────────┘
 * </pre>
 *
 * Facts come at least once and late ones never lead back, so a state only takes what leads forward.
 */
public enum ReportState {
    RECEIVED,
    UNDER_INVESTIGATION,
    ANSWERED,
    CLOSED;

    /** What happened to the case. */
    public enum CaseFact {
        OPENED,
        ANSWERED,
        CLOSED,
        REOPENED
    }

    /** The state after the fact; the same where the fact changes nothing. */
    public ReportState after(CaseFact fact) {
        return switch (fact) {
            case OPENED -> this == RECEIVED ? UNDER_INVESTIGATION : this;
            case ANSWERED -> this == CLOSED ? this : ANSWERED;
            case CLOSED -> CLOSED;
            case REOPENED -> this == CLOSED ? UNDER_INVESTIGATION : this;
        };
    }
}
