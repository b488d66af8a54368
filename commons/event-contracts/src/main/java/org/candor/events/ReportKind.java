package org.candor.events;

/** What a report is about (policy I.B.1.a). */
public enum ReportKind {
    SECURITY_INCIDENT,
    BREACH,
    IMPROPER_USE_OR_DISCLOSURE,
    POLICY_VIOLATION,
    COMPLAINT,
    RETALIATION,
    OTHER_CONCERN
}
