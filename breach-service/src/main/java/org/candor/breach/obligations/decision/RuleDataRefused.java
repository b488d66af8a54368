package org.candor.breach.obligations.decision;

/** The rules as given must not be used; the message names the file, the line and the entry. */
public final class RuleDataRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RuleDataRefused(String place, String entry, String what) {
        super(place + ", entry " + entry + ": " + what);
    }
}
