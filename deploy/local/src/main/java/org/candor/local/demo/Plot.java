package org.candor.local.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.candor.local.api.Versioned;

/** What the chapters leave for those after them. All days count back from the day on which the story is played. */
final class Plot {

    static final String ENTITY = "larkspur-falls";
    static final ZoneId ZONE = ZoneId.of("America/Chicago");

    static final int PATIENTS = 612;
    static final int LETTERS = 590;
    static final int EMAILS = 12;
    static final int WITHOUT_ADDRESS = 10;
    static final int IN_WISCONSIN = 505;
    static final int IN_ILLINOIS = 104;

    private static final LocalTime NIGHTLY = LocalTime.of(2, 15);

    final Instant reported;
    /** The nightly job sent the spreadsheet three days before the report. */
    final Instant sent;
    /** The clerk learned of it 20 hours before the report. */
    final Instant learned;

    UUID incident;
    UUID namelessIncident;
    Versioned assessment;
    Versioned investigation;
    Versioned namelessInvestigation;
    UUID illinoisNotice;
    LocalDate hhsDue;
    LocalDate illinoisDue;
    String posting;
    Path batch;
    Versioned exercise;
    Versioned drill;
    String trailKey;
    Path trailKeyFile;

    /** Role of the crew of the second story; of one run alone, as its people are, so that a second run meets nobody it knows. */
    final String crew;

    Plot(Instant now) {
        crew = "crew-" + Long.toString(now.getEpochSecond(), Character.MAX_RADIX);
        reported = now.truncatedTo(ChronoUnit.SECONDS);
        sent = LocalDate.ofInstant(reported, ZONE)
                .minusDays(3)
                .atTime(NIGHTLY)
                .atZone(ZONE)
                .toInstant();
        learned = reported.minus(20, ChronoUnit.HOURS);
    }

    String member(int number) {
        return crew + "-" + number;
    }

    LocalDate today() {
        return LocalDate.now(ZONE);
    }

    LocalDate sentOn() {
        return LocalDate.ofInstant(sent, ZONE);
    }

    LocalDate discoveredOn() {
        return LocalDate.ofInstant(learned, ZONE);
    }
}
