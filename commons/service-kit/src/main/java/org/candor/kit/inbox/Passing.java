package org.candor.kit.inbox;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells failures that pass by themselves (the database is away, a deadlock) from those that stay. */
public final class Passing {

    /** Connection failure, insufficient resources, operator intervention. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03");

    private Passing() {}

    public static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (passes(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        if (cause instanceof PgException postgres) {
            String state = String.valueOf(postgres.getSqlState());
            return STATES.contains(state) || CLASSES.contains(state.substring(0, Math.min(2, state.length())));
        }
        return isOfAConnection(cause)
                || cause instanceof TimeoutException
                // The pool reports a time-out in its queue with a bare type; its text is the only mark.
                || "Timeout".equals(cause.getMessage());
    }

    /** Not every IOException: one of JSON or of a file stays as it is, however often it is tried. */
    private static boolean isOfAConnection(Throwable cause) {
        return cause instanceof ClosedConnectionException
                || cause instanceof SocketException
                || cause instanceof ClosedChannelException
                || cause instanceof UnknownHostException
                || cause.getClass() == IOException.class;
    }
}
