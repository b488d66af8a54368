package org.candor.investigation.readiness.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candor.investigation.decision.Verdict;
import org.candor.investigation.readiness.decision.Training.Course;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-12");
    private static final Training VALID = new Training(Course.INCIDENT_RESPONSE, TODAY.minusYears(1), TODAY);
    private static final Optional<Area> FORENSICS = Optional.of(Area.FORENSICS);

    private static Optional<Member> member(LocalDate until) {
        return Optional.of(new Member(true, Set.of(Area.FORENSICS), Optional.ofNullable(until)));
    }

    @Test
    void whoIsTrainedAuthorisedAndDesignatedIsReadyUpToTheLastDay() {
        assertThat(Readiness.missing(member(TODAY), List.of(VALID), FORENSICS, TODAY))
                .isEmpty();
        assertThat(Readiness.missing(member(TODAY), List.of(VALID), FORENSICS, TODAY.plusDays(1)))
                .containsExactly("authorisation.expired.2026-03-12", "training.INCIDENT_RESPONSE.expired.2026-03-12");
    }

    @Test
    void eachLackIsNamed() {
        assertThat(Readiness.missing(Optional.empty(), List.of(VALID), FORENSICS, TODAY))
                .containsExactly("member");
        assertThat(Readiness.missing(
                        Optional.of(new Member(false, Set.of(Area.FORENSICS), Optional.of(TODAY))),
                        List.of(VALID),
                        FORENSICS,
                        TODAY))
                .containsExactly("member");
        assertThat(Readiness.missing(member(null), List.of(), Optional.of(Area.LEGAL), TODAY))
                .containsExactly("area.LEGAL", "authorisation", "training.INCIDENT_RESPONSE");
    }

    @Test
    void anotherCourseDoesNotCountAndTheNewestOneDoes() {
        Training other = new Training(Course.PRIVACY, TODAY, TODAY.plusYears(1));
        Training old = new Training(Course.INCIDENT_RESPONSE, TODAY.minusYears(3), TODAY.minusYears(2));
        assertThat(Readiness.missing(member(TODAY), List.of(other, old), FORENSICS, TODAY))
                .containsExactly("training.INCIDENT_RESPONSE.expired.2024-03-12");
        assertThat(Readiness.missing(member(TODAY), List.of(VALID, old), FORENSICS, TODAY))
                .isEmpty();
    }

    @Test
    void anAssignmentIsRefusedWithItsReason() {
        assertThat(Readiness.assign(List.of("member"), Area.LEGAL, false, false))
                .isEqualTo(Verdict.refused(ReadinessRefusal.NOT_READY, List.of("member")));
        assertThat(Readiness.assign(List.of("member"), Area.LEGAL, true, false))
                .isEqualTo(Verdict.refused(ReadinessRefusal.CONFLICT_OF_INTEREST));
        assertThat(Readiness.assign(List.of(), Area.LEGAL, false, true))
                .isEqualTo(Verdict.refused(ReadinessRefusal.ASSIGNED_ALREADY));
        assertThat(Readiness.assign(List.of(), Area.LEGAL, false, false)).isEqualTo(Verdict.accepted(Area.LEGAL));
    }

    @Test
    void nobodyVouchesForHimselfAndNoCourseLiesAhead() {
        assertThat(Readiness.vouch("a", "a")).isEqualTo(Verdict.refused(ReadinessRefusal.OWN_READINESS));
        assertThat(Readiness.vouch("a", "b")).isEqualTo(Verdict.accepted("a"));
        assertThat(Readiness.record(VALID, TODAY)).isEqualTo(Verdict.accepted(VALID));
        for (Training wrong : List.of(
                new Training(Course.PRIVACY, TODAY.plusDays(1), TODAY.plusDays(2)),
                new Training(Course.PRIVACY, TODAY, TODAY.minusDays(1)))) {
            assertThat(Readiness.record(wrong, TODAY))
                    .isEqualTo(Verdict.refused(ReadinessRefusal.TRAINING_DATES_WRONG));
        }
    }
}
