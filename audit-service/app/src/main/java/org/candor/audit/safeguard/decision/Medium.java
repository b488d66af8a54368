package org.candor.audit.safeguard.decision;

/** In what form information is there; administrative safeguards are asked about everywhere. */
public enum Medium {
    PAPER,
    ELECTRONIC,
    ORAL,
    VISUAL,
    ADMINISTRATIVE
}
