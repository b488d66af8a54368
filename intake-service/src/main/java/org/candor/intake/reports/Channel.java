package org.candor.intake.reports;

/** How a report came in (policy I.B.1.d). */
public enum Channel {
    ONLINE,
    EMAIL,
    VOICEMAIL,
    IN_WRITING,
    PHONE,
    IN_PERSON,
    OTHER
}
