package org.candor.local.demo;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as people of the entity read them. */
final class Days {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE HH:mm", Locale.US).withZone(Plot.ZONE);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMMM d, uuuu, HH:mm z", Locale.US).withZone(Plot.ZONE);

    private Days() {}

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }
}
