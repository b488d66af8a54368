package org.candor.intake.reports;

/** What is masked of a contact until it is asked for. */
public enum ContactField {
    NAME,
    EMAIL,
    PHONE,
    ADDRESS
}
