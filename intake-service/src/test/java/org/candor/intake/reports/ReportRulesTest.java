package org.candor.intake.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import org.candor.events.ReportKind;
import org.candor.intake.reports.decision.Relation;
import org.candor.intake.reports.decision.ReportRules;
import org.candor.intake.reports.decision.ReportRules.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policy I.B.1.a, I.G.1, III.A.4. */
class ReportRulesTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    /** Hours are elapsed time, also over the night in which clocks change. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:00:00-06:00, 2026-03-03T08:00:00-06:00, false",
        "2026-03-02T08:00:00-06:00, 2026-03-03T08:00:01-06:00, true",
        "2026-03-07T12:00:00-06:00, 2026-03-08T13:00:00-05:00, false",
        "2026-03-07T12:00:00-06:00, 2026-03-08T13:00:01-05:00, true",
        "2026-10-31T12:00:00-05:00, 2026-11-01T11:00:00-06:00, false",
        "2026-10-31T12:00:00-05:00, 2026-11-01T11:00:01-06:00, true"
    })
    void workforceHasTwentyFourHoursOfElapsedTime(Instant learned, Instant received, boolean late) {
        for (Relation relation : Relation.values()) {
            assertThat(ReportRules.isLate(relation, Optional.of(learned), received))
                    .as(relation.name())
                    .isEqualTo(late && relation == Relation.WORKFORCE);
        }
        assertThat(ReportRules.isLate(Relation.WORKFORCE, Optional.empty(), received))
                .isFalse();
    }

    @Test
    void latenessIsWhatLiesAfterTheTwentyFourHours() {
        Random random = new Random(7);
        Instant learned = Instant.parse("2026-03-07T12:00:00Z");
        for (int i = 0; i < 1000; i++) {
            Duration elapsed = Duration.ofSeconds(random.nextInt(400_000));
            Instant received = learned.plus(elapsed);
            boolean late = ReportRules.isLate(Relation.WORKFORCE, Optional.of(learned), received);
            Duration by = ReportRules.lateBy(learned, received);
            assertThat(late).isEqualTo(by.isPositive());
            assertThat(by.plusHours(24)).isEqualTo(elapsed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // 23:59 and 00:01 of the city are days of their own, whatever the day in UTC.
        "2026-03-02T23:59:00-06:00, America/Chicago, 2026-04-01",
        "2026-03-03T00:01:00-06:00, America/Chicago, 2026-04-02",
        "2026-03-03T00:01:00-06:00, Pacific/Honolulu, 2026-04-01",
        "2028-01-30T12:00:00Z, America/Chicago, 2028-02-29",
        "2026-12-31T12:00:00Z, America/Chicago, 2027-01-30"
    })
    void aComplaintIsAnsweredWithinThirtyDaysOfTheCity(Instant received, ZoneId zone, LocalDate due) {
        for (ReportKind kind : ReportKind.values()) {
            assertThat(ReportRules.answerDueOn(kind, received, zone))
                    .isEqualTo(kind == ReportKind.COMPLAINT ? Optional.of(due) : Optional.empty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, , ",
        "2026-03-03, , DISCOVERED_IN_THE_FUTURE",
        "2026-03-01, 2026-03-01T23:30:00-06:00, ",
        "2026-03-01, 2026-03-02T00:30:00-06:00, DISCOVERED_BEFORE_IT_HAPPENED",
        "2026-02-27, 2026-03-01T10:00:00-06:00, DISCOVERED_BEFORE_IT_HAPPENED"
    })
    void aDiscoveryLiesBetweenWhatHappenedAndToday(LocalDate discovered, Instant happened, Refusal refusal) {
        Instant now = Instant.parse("2026-03-02T23:00:00-06:00");
        assertThat(ReportRules.refuseDiscovery(discovered, Optional.ofNullable(happened), now, CHICAGO))
                .isEqualTo(Optional.ofNullable(refusal));
    }

    /** Whatever the times, exactly the possible ones are let through. */
    @Test
    void timesAreRefusedExactlyWhenTheyCannotBeTrue() {
        Random random = new Random(11);
        Instant now = Instant.parse("2026-03-02T12:00:00Z");
        for (int i = 0; i < 2000; i++) {
            Optional<Instant> happened = maybe(random, now);
            Optional<Instant> learned = maybe(random, now);
            boolean future = happened.filter(at -> at.isAfter(now.plusSeconds(300)))
                            .isPresent()
                    || learned.filter(at -> at.isAfter(now.plusSeconds(300))).isPresent();
            boolean before =
                    happened.isPresent() && learned.isPresent() && learned.get().isBefore(happened.get());
            assertThat(ReportRules.refuse(happened, learned, now).isPresent()).isEqualTo(future || before);
        }
    }

    private static Optional<Instant> maybe(Random random, Instant now) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(now.plusSeconds(random.nextInt(2000) - 1500));
    }
}
