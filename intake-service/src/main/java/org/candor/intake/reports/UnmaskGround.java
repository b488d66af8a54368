package org.candor.intake.reports;

/** What somebody needs a reporter's name or address for. */
public enum UnmaskGround {
    /** Acknowledgement, question or answer that does not go through the letters of notification-service. */
    ANSWER,
    /** A letter came back or was refused. */
    NOT_REACHED,
    /** Retaliation is to be asked about or looked into (45 CFR 164.530(g)). */
    RETALIATION,
    /** Whether somebody who calls or comes is who reported. */
    IDENTITY,
    /** An authority or a court asks, or a law. */
    LEGAL_DUTY
}
