package org.candor.investigation.readiness.decision;

/** The work somebody is designated for (policy I.C.1). */
public enum Area {
    PRIVACY,
    SECURITY,
    FORENSICS,
    SYSTEMS,
    COMMUNICATION,
    LEGAL
}
