package org.candor.kit.inbox;

import io.vertx.pgclient.PgException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Describes a failure without its message, because messages may quote values. */
public final class Faults {

    private static final int FRAMES = 12;

    private Faults() {}

    /** The type of the innermost cause. */
    public static String name(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return named(cause);
    }

    /** A database's failure also says its SQLSTATE, which quotes nothing. */
    private static String named(Throwable cause) {
        String type = cause.getClass().getName();
        return cause instanceof PgException postgres ? type + " " + postgres.getSqlState() : type;
    }

    /** Types of all causes and where the innermost was thrown. */
    public static String trace(Throwable failure) {
        StringBuilder text = new StringBuilder(named(failure));
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
            text.append(" <- ").append(named(cause));
        }
        return text.append(frames(cause)).toString();
    }

    private static String frames(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }
}
