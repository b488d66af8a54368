package org.candor.investigation.readiness.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candor.investigation.decision.Verdict;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-12");
    private static final Training VALID = new Training(Training.INCIDENT_RESPONSE, TODAY.minusYears(1), TODAY);
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
        Training other = new Training("PRIVACY", TODAY, TODAY.plusYears(1));
        Training old = new Training(Training.INCIDENT_RESPONSE, TODAY.minusYears(3), TODAY.minusYears(2));
        assertThat(Readiness.missing(member(TODAY), List.of(other, old), FORENSICS, TODAY))
                .containsExactly("training.INCIDENT_RESPONSE.expired.2024-03-12");
        assertThat(Readiness.missing(member(TODAY), List.of(VALID, old), FORENSICS, TODAY))
                .isEmpty();
    }

    @Test
    void anAssignmentIsRefusedWithItsReason() {
        List<String> none = List.of();
        List<String> lapsed = List.of("curriculum.SAFEGUARDS.lapsed.2026-01-31");
        record Row(
                List<String> missing,
                List<String> lapsed,
                boolean excepted,
                boolean hidden,
                boolean assigned,
                Verdict<Area> verdict) {}
        List.of(
                        new Row(
                                List.of("member"),
                                none,
                                false,
                                false,
                                false,
                                Verdict.refused(ReadinessRefusal.NOT_READY, List.of("member"))),
                        new Row(
                                List.of("member"),
                                none,
                                true,
                                false,
                                false,
                                Verdict.refused(ReadinessRefusal.NOT_READY, List.of("member"))),
                        new Row(
                                List.of("member"),
                                lapsed,
                                false,
                                false,
                                false,
                                Verdict.refused(
                                        ReadinessRefusal.NOT_READY,
                                        List.of("member", "curriculum.SAFEGUARDS.lapsed.2026-01-31"))),
                        new Row(
                                List.of("member"),
                                none,
                                true,
                                true,
                                false,
                                Verdict.refused(ReadinessRefusal.CONFLICT_OF_INTEREST)),
                        new Row(none, none, false, false, true, Verdict.refused(ReadinessRefusal.ASSIGNED_ALREADY)),
                        new Row(
                                none,
                                lapsed,
                                false,
                                false,
                                false,
                                Verdict.refused(ReadinessRefusal.TRAINING_LAPSED, lapsed)),
                        new Row(none, lapsed, true, false, false, Verdict.accepted(Area.LEGAL)),
                        new Row(none, none, false, false, false, Verdict.accepted(Area.LEGAL)))
                .forEach(row -> assertThat(Readiness.assign(
                                row.missing, row.lapsed, row.excepted, Area.LEGAL, row.hidden, row.assigned))
                        .as(row.toString())
                        .isEqualTo(row.verdict));
    }

    @Test
    void aMembershipHasItsTimeAndItsDeputyIsOfTheTeam() {
        Member serving = new Member(
                true, Set.of(Area.FORENSICS), Optional.of(TODAY.plusYears(1)), Optional.of(TODAY), Optional.of(TODAY));
        assertThat(Readiness.missing(Optional.of(serving), List.of(VALID), FORENSICS, TODAY))
                .isEmpty();
        for (LocalDate outside : List.of(TODAY.minusDays(1), TODAY.plusDays(1))) {
            assertThat(Readiness.missing(Optional.of(serving), List.of(VALID), FORENSICS, outside))
                    .containsExactly("member");
        }
        List<String> team = List.of("ivy", "robin");
        assertThat(Readiness.membership(serving, "ivy", Optional.of("robin"), team))
                .isEqualTo(Verdict.accepted(serving));
        assertThat(Readiness.membership(serving, "ivy", Optional.empty(), List.of()))
                .isEqualTo(Verdict.accepted(serving));
        for (String wrong : List.of("ivy", "kim")) {
            assertThat(Readiness.membership(serving, "ivy", Optional.of(wrong), team))
                    .isEqualTo(Verdict.refused(ReadinessRefusal.DEPUTY_NOT_IN_TEAM));
        }
        Member backwards =
                new Member(true, Set.of(), Optional.empty(), Optional.of(TODAY), Optional.of(TODAY.minusDays(1)));
        assertThat(Readiness.membership(backwards, "ivy", Optional.empty(), team))
                .isEqualTo(Verdict.refused(ReadinessRefusal.MEMBERSHIP_DATES_WRONG));
    }

    @Test
    void nobodyVouchesForHimselfAndNoCourseLiesAhead() {
        assertThat(Readiness.vouch("a", "a")).isEqualTo(Verdict.refused(ReadinessRefusal.OWN_READINESS));
        assertThat(Readiness.vouch("a", "b")).isEqualTo(Verdict.accepted("a"));
        assertThat(Readiness.record(VALID, TODAY)).isEqualTo(Verdict.accepted(VALID));
        for (Training wrong : List.of(
                new Training("PRIVACY", TODAY.plusDays(1), TODAY.plusDays(2)),
                new Training("PRIVACY", TODAY, TODAY.minusDays(1)))) {
            assertThat(Readiness.record(wrong, TODAY))
                    .isEqualTo(Verdict.refused(ReadinessRefusal.TRAINING_DATES_WRONG));
        }
    }
}
