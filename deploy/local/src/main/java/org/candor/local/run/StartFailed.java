package org.candor.local.run;

import java.nio.file.Path;
import java.util.List;

/** The stack could not be started; nothing of it runs any more. The message is for the user. */
public final class StartFailed extends Exception {

    private static final int WIDEST_LINE = 300;

    private static final long serialVersionUID = 1L;

    public StartFailed(String message) {
        super(message);
    }

    StartFailed(Component component, List<String> lastLines, Throwable cause) {
        super(describe(component, lastLines, cause), cause);
    }

    private static String describe(Component component, List<String> lastLines, Throwable cause) {
        StringBuilder text = new StringBuilder("%s did not start: %s%n".formatted(component.name(), reason(cause)));
        if (!lastLines.isEmpty()) {
            Path log = component.log();
            text.append("%nThe last lines of %s:%n".formatted(log));
            lastLines.forEach(line -> text.append("  | %s%n".formatted(shortened(line))));
        }
        return text.append("%nWhat to do: %s".formatted(component.advice())).toString();
    }

    /** A line of a JSON log can be a screen long. */
    private static String shortened(String line) {
        return line.length() <= WIDEST_LINE ? line : line.substring(0, WIDEST_LINE) + " …";
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
