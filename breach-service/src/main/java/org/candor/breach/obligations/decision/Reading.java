package org.candor.breach.obligations.decision;

/**
 * A place where the text is open: how it is read here, and how counsel may read it instead.
 *
 * @param taken the reading that the computed dates rest on
 * @param other the reading they do not rest on
 */
public record Reading(String id, String taken, String other) {}
