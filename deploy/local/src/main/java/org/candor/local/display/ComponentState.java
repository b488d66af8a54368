package org.candor.local.display;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How far a component is, as the display shows it. */
sealed interface ComponentState {

    record Waiting() implements ComponentState {}

    record Starting(Instant since) implements ComponentState {}

    record Ready(Duration after) implements ComponentState {}

    record Failed() implements ComponentState {}

    /** State and seconds, in columns. */
    default String text(Instant now) {
        return switch (this) {
            case Waiting() -> "waiting";
            case Starting(Instant since) -> "starting  " + seconds(Duration.between(since, now));
            case Ready(Duration after) -> "ready     " + seconds(after);
            case Failed() -> "failed";
        };
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%5.1f s", duration.toMillis() / 1000.0);
    }
}
