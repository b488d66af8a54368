package org.candor.kit.inbox;

import io.smallrye.mutiny.CompositeException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Tells failures that pass by themselves (the database is away, a deadlock) from those that stay. */
public final class Passing {

    /** Connection failure, insufficient resources, operator intervention. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03");

    /** What the pool says with a bare type, so that the text is the only mark. */
    private static final Set<String> TEXTS = Set.of(
            "Timeout",
            "Timeout waiting for connection",
            "Transaction already complete",
            "Transaction already completed",
            "Pool closed",
            "Pending requests failed to be sent due to connection has been closed.");

    /** Its state stands behind it. */
    private static final String LOST = "Connection is not active now";

    private Passing() {}

    public static boolean isPassing(Throwable failure) {
        return passes(failure) || causes(failure).anyMatch(Passing::isPassing);
    }

    /** Where the work and its rollback have both failed, either tells. */
    private static Stream<Throwable> causes(Throwable failure) {
        return failure instanceof CompositeException both
                ? both.getCauses().stream()
                : Stream.ofNullable(failure.getCause());
    }

    private static boolean passes(Throwable cause) {
        if (cause instanceof PgException postgres) {
            String state = String.valueOf(postgres.getSqlState());
            return STATES.contains(state) || CLASSES.contains(state.substring(0, Math.min(2, state.length())));
        }
        String text = String.valueOf(cause.getMessage());
        return isOfAConnection(cause)
                || cause instanceof TimeoutException
                || TEXTS.contains(text)
                || text.startsWith(LOST);
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
