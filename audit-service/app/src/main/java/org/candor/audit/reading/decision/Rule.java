package org.candor.audit.reading.decision;

/** Ways of reading that are unusual, each with the reason that a reviewer is shown. */
public enum Rule {
    /** Many different incidents in one day. */
    VOLUME("Opened more incidents in a day than is usual."),
    /** At night, in the calendar of the incident's legal entity. */
    HOUR("Opened incidents at night, in the legal entity's time."),
    /** Without being in charge and without an office that reads all: such as the case of a colleague. */
    NOT_IN_CHARGE("Opened incidents of which others are in charge, perhaps of own colleagues.");

    private final String reason;

    Rule(String reason) {
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
