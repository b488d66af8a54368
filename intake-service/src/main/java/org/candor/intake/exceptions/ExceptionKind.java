package org.candor.intake.exceptions;

/** What was let through. */
public enum ExceptionKind {
    BREAK_GLASS,
    UNMASKING,
    READERS
}
