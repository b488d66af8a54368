package org.candor.verify;

import java.io.PrintStream;

/** Prints what was checked, a line each, and stops at the first that does not hold. */
final class Checks {

    private final PrintStream out;

    Checks(PrintStream out) {
        this.out = out;
    }

    /** Says that the named check holds. */
    void holds(String check, String what) {
        line("ok", check, what);
    }

    /** Says something that was not checked. */
    void note(String check, String what) {
        line("note", check, what);
    }

    /** Goes on when the condition is true, and ends the verification when it is not. */
    void require(boolean condition, String check, String holds, String fails) throws DoesNotHold {
        demand(condition, check, fails);
        holds(check, holds);
    }

    /** Goes on when the condition is true, without a word. */
    void demand(boolean condition, String check, String fails) throws DoesNotHold {
        if (!condition) {
            fail(check, fails);
        }
    }

    /** Ends the verification. */
    void fail(String check, String fails) throws DoesNotHold {
        line("FAIL", check, fails);
        throw new DoesNotHold(check, fails);
    }

    private void line(String mark, String check, String what) {
        out.printf("%-5s %-11s %s%n", mark, check, what);
    }
}
