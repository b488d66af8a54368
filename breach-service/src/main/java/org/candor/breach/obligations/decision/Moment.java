package org.candor.breach.obligations.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** When somebody knew, as it was told: a day, or an instant that falls on a day of the entity's calendar. */
public sealed interface Moment {

    /** The legal day: a local calendar day in the entity's zone. */
    LocalDate day(ZoneId zone);

    record OnDay(LocalDate day) implements Moment {
        @Override
        public LocalDate day(ZoneId zone) {
            return day;
        }
    }

    record AtInstant(Instant instant) implements Moment {
        @Override
        public LocalDate day(ZoneId zone) {
            return LocalDate.ofInstant(instant, zone);
        }
    }

    /** Instants are compared as instants, everything else by legal days. */
    default boolean isBefore(Moment other, ZoneId zone) {
        if (this instanceof AtInstant mine && other instanceof AtInstant theirs) {
            return mine.instant().isBefore(theirs.instant());
        }
        return day(zone).isBefore(other.day(zone));
    }
}
