package org.candor.intake.reports;

/** In what form the information was. */
public enum Medium {
    PAPER,
    ELECTRONIC,
    ORAL,
    VISUAL,
    UNKNOWN
}
