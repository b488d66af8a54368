package org.candor.events;

/** Phases of a case in the order of policy I; a privacy-only case goes from triage to forms. */
public enum CasePhase {
    TRIAGE,
    CONTAINMENT,
    ERADICATION,
    RECOVERY,
    FORMS,
    FOLLOW_UP,
    CLOSED
}
