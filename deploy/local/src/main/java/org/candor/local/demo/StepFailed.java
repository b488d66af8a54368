package org.candor.local.demo;

/** The story ends here. The message says which step it was, what was expected and what came. */
public final class StepFailed extends Exception {

    private static final long serialVersionUID = 1L;

    StepFailed(String step, String expected, String came, Throwable cause) {
        super("""
                Step      %s
                Expected  %s
                Came      %s""".formatted(step, expected, came), cause);
    }
}
