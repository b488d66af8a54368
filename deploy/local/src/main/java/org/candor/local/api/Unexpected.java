package org.candor.local.api;

/** Something did not come out as expected. */
public final class Unexpected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String came;

    public Unexpected(String expected, String came) {
        super("expected " + expected + ", came " + came, null, false, false);
        this.expected = expected;
        this.came = came;
    }

    public String expected() {
        return expected;
    }

    public String came() {
        return came;
    }

    /** Throws unless the condition holds. */
    public static void unless(boolean holds, String expected, Object came) {
        if (!holds) {
            throw new Unexpected(expected, String.valueOf(came));
        }
    }

    /** Throws unless both read the same. */
    public static void unlessEqual(String what, Object expected, Object came) {
        unless(String.valueOf(expected).equals(String.valueOf(came)), what + ": " + expected, came);
    }
}
