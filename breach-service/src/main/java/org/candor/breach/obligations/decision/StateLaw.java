package org.candor.breach.obligations.decision;

/**
 * What is known of a jurisdiction's own breach law without being computed.
 *
 * @param known in words; what is not turned into a date
 */
public record StateLaw(Jurisdiction jurisdiction, String statute, String known, String source, String verified) {}
