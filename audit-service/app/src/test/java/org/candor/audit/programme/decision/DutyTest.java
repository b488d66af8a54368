package org.candor.audit.programme.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.candor.audit.programme.decision.Duty.Accepted;
import org.candor.audit.programme.decision.Duty.Cancelled;
import org.candor.audit.programme.decision.Duty.Done;
import org.candor.audit.programme.decision.Duty.Open;
import org.candor.audit.programme.decision.Duty.Outcome;
import org.candor.audit.programme.decision.Duty.Refused;
import org.candor.audit.programme.decision.DutyKind.About;
import org.candor.audit.programme.decision.DutyKind.Keeping;
import org.candor.events.OfficerRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** G-13, G-15, A-04, A-13, A-14. */
class DutyTest {

    private static final String REPORT = "REPORT";
    private static final String CONTRACT = "CONTRACT";
    private static final LocalDate DUE = LocalDate.parse("2027-02-28");
    private static final LocalDate TODAY = LocalDate.parse("2027-03-02");

    /** Six months are calendar months, and two assessments are never further apart. */
    @ParameterizedTest
    @CsvSource({
        "P6M, 2027-02-28, 2026-08-31, 2027-02-28",
        "P6M, 2028-02-29, 2027-08-31, 2028-02-29",
        "P6M, 2028-02-29, 2027-08-30, 2028-02-29",
        "P6M, 2026-08-31, 2026-08-01, 2027-02-01",
        "P6M, 2027-02-28, 2027-02-28, 2027-08-28",
        "P1Y, 2028-02-29, 2028-02-29, 2029-02-28",
        "P1Y, 2027-12-01, 2027-12-03, 2028-12-03",
        "P3M, 2026-11-30, 2026-11-30, 2027-02-28",
        "P1D, 2026-12-31, 2026-12-31, 2027-01-01"
    })
    void theNextIsDueTheIntervalAfterTheDayOnWhichItWasDone(
            String every, LocalDate dueOn, LocalDate doneOn, LocalDate nextDueOn) {
        Open duty = new Open(kind(every, false), Period.parse(every), dueOn, Optional.empty());
        assertThat(duty.done(done(doneOn), doneOn))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.next())
                                .isEqualTo(new Open(duty.kind(), duty.every(), nextDueOn, Optional.of(doneOn))));
    }

    @ParameterizedTest
    @CsvSource({"2027-02-27, 0", "2027-02-28, 0", "2027-03-01, 1", "2027-03-02, 2"})
    void isLateFromTheDayAfterItsDay(LocalDate doneOn, long daysLate) {
        assertThat(open(true).done(done(doneOn), TODAY))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.daysLate()).isEqualTo(daysLate));
    }

    /** Every reason for which it is not taken, and the closest that is. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "REPORT,   false, 2027-03-02, -,          false, true,  -",
                "PHOTO,    false, 2027-03-02, -,          false, true,  EVIDENCE_OF_ANOTHER_KIND",
                "CONTRACT, false, 2027-03-02, -,          false, true,  DOCUMENT_MISSING",
                "CONTRACT, true,  2027-03-02, -,          false, true,  -",
                "REPORT,   false, 2027-03-03, -,          false, true,  DONE_AFTER_TODAY",
                "REPORT,   false, 2026-08-31, -,          false, true,  -",
                "REPORT,   false, 2026-08-30, -,          false, true,  DONE_BEFORE_THE_LAST",
                "REPORT,   false, 2027-03-02, 2027-03-02, false, true,  NEXT_NOT_AHEAD",
                "REPORT,   false, 2027-03-02, 2027-03-03, false, true,  -",
                "REPORT,   false, 2027-03-02, 2027-09-02, false, false, -",
                "REPORT,   false, 2027-03-02, 2027-09-03, false, true,  NEXT_TOO_LATE",
                "REPORT,   false, 2027-03-02, 2027-09-03, true,  true,  -",
                "REPORT,   false, 2027-03-02, 2027-09-03, true,  false, NEXT_TOO_LATE"
            })
    void saysWhyItIsNotTakenForDone(
            String evidence,
            boolean documented,
            LocalDate doneOn,
            LocalDate nextDueOn,
            boolean reasoned,
            boolean stretchable,
            Refusal why) {
        Completion completion = new Completion(doneOn, evidence, documented, Optional.ofNullable(nextDueOn), reasoned);
        Outcome outcome = open(stretchable).done(completion, TODAY);
        assertThat(outcome instanceof Refused refused ? refused.why() : null).isEqualTo(why);
    }

    @Test
    void isDoneForGoodWhereItIsDoneOnce() {
        Open once = new Open(kind("P0D", true), Period.ZERO, DUE, Optional.empty());
        assertThat(once.done(done(TODAY), TODAY)).isEqualTo(new Accepted(new Done(), 2));
        Completion withNext = new Completion(TODAY, REPORT, false, Optional.of(TODAY.plusDays(1)), true);
        assertThat(once.done(withNext, TODAY)).isEqualTo(new Refused(Refusal.NO_NEXT));
    }

    /** Every state with every command. */
    @Test
    void endsOnce() {
        assertThat(open(true).cancelled()).isEqualTo(new Accepted(new Cancelled(), 0));
        Stream.of(new Done(), new Cancelled()).forEach(ended -> {
            assertThat(ended.done(done(TODAY), TODAY)).isEqualTo(new Refused(Refusal.NO_LONGER_OPEN));
            assertThat(ended.cancelled()).isEqualTo(new Refused(Refusal.NO_LONGER_OPEN));
        });
        assertThat(Duty.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(Open.class, Done.class, Cancelled.class);
    }

    @ParameterizedTest
    @CsvSource({"P6M, true", "P5M, true", "P180D, true", "P1Y, false", "P7M, false", "P0D, false"})
    void mayBeAskedForMoreOftenAndNeverLess(String every, boolean allowed) {
        assertThat(kind("P6M", true).allows(Period.parse(every))).isEqualTo(allowed);
        assertThat(kind("P0D", true).allows(Period.parse(every))).isFalse();
    }

    @Test
    void tellsNoPersonInItsTitle() {
        assertThat(kind("P6M", true).titleOf("Front desk", "Clinic East")).isEqualTo("Assess: Front desk, Clinic East");
        assertThat(kind("P6M", true).titleOf("Clinic East", "Clinic East")).isEqualTo("Assess: Clinic East");
        assertThat(kind(About.PERSON, "P6M", true).titleOf("robin", "Clinic East"))
                .isEqualTo("Assess, Clinic East");
        assertThat(kind(About.PERSON, "P6M", true).titleOf("robin", "")).isEqualTo("Assess");
        assertThat(kind(About.ENTITY, "P6M", true).titleOf("What robin told", "Clinic East"))
                .isEqualTo("Assess, Clinic East");
    }

    private static Open open(boolean stretchable) {
        return new Open(kind("P6M", stretchable), Period.parse("P6M"), DUE, Optional.of(LocalDate.parse("2026-08-31")));
    }

    private static Completion done(LocalDate day) {
        return new Completion(day, REPORT, false, Optional.empty(), false);
    }

    private static DutyKind kind(String every, boolean stretchable) {
        return kind(About.DEPARTMENT, every, stretchable);
    }

    private static DutyKind kind(About about, String every, boolean stretchable) {
        return new DutyKind(
                "ASSESSMENT",
                "Assess",
                about,
                Period.parse(every),
                Period.ZERO,
                OfficerRole.PRIVACY_OFFICER,
                stretchable,
                false,
                false,
                Keeping.HERE,
                "",
                List.of(REPORT, CONTRACT),
                Set.of(CONTRACT),
                List.of("own policy"));
    }
}
