package org.candor.verify;

/** The first check that failed. */
final class DoesNotHold extends Exception {

    private static final long serialVersionUID = 1L;

    private final String check;

    DoesNotHold(String check, String message) {
        super(message);
        this.check = check;
    }

    String check() {
        return check;
    }
}
