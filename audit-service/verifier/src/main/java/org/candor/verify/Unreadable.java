package org.candor.verify;

/** The input is not of a form that can be checked. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    public Unreadable(String message) {
        super(message);
    }
}
