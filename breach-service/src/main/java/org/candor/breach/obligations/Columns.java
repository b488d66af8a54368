package org.candor.breach.obligations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Days and instants as the driver gives them. */
public final class Columns {

    private Columns() {}

    public static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    public static LocalDate day(Object value) {
        return value instanceof java.sql.Date day ? day.toLocalDate() : (LocalDate) value;
    }
}
