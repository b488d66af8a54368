package org.candor.investigation.readiness.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.investigation.readiness.decision.Standing.State;
import org.junit.jupiter.api.Test;

/** 45 CFR 164.530(b): on joining, before a course lapses, and after a policy changed. */
class StandingsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");
    private static final Curriculum ADOPTED_LONG_AGO =
            new Curriculum("workforce", Set.of("PRIVACY"), 30, TODAY.minusYears(5));

    private static WorkforceMember joined(LocalDate day) {
        return new WorkforceMember("ivy", "Utilities", "workforce", day, Optional.empty());
    }

    private static Training done(LocalDate on, LocalDate until) {
        return new Training("PRIVACY", on, until);
    }

    private static PolicyChange changed(LocalDate on, int days) {
        return new PolicyChange(new UUID(0, on.toEpochDay()), on, Set.of("PRIVACY"), days);
    }

    private record Row(
            String why,
            LocalDate joinedOn,
            LocalDate adoptedOn,
            List<Training> done,
            List<PolicyChange> changes,
            State state,
            LocalDate dueOn) {}

    @Test
    void eachStateBeginsAndEndsOnItsDay() {
        LocalDate longAgo = TODAY.minusYears(5);
        List.of(
                        new Row("joins today", TODAY, longAgo, List.of(), List.of(), State.DUE, TODAY.plusDays(30)),
                        new Row(
                                "last day for a new member",
                                TODAY.minusDays(30),
                                longAgo,
                                List.of(),
                                List.of(),
                                State.DUE,
                                TODAY),
                        new Row(
                                "one day late",
                                TODAY.minusDays(31),
                                longAgo,
                                List.of(),
                                List.of(),
                                State.MISSING,
                                TODAY.minusDays(1)),
                        new Row(
                                "was here before the curriculum was",
                                longAgo,
                                TODAY.minusDays(10),
                                List.of(),
                                List.of(),
                                State.DUE,
                                TODAY.plusDays(20)),
                        new Row(
                                "complete",
                                longAgo,
                                longAgo,
                                List.of(done(TODAY, TODAY.plusDays(31))),
                                List.of(),
                                State.COMPLETE,
                                TODAY.plusDays(31)),
                        new Row(
                                "thirty days to go",
                                longAgo,
                                longAgo,
                                List.of(done(longAgo, TODAY.plusDays(30))),
                                List.of(),
                                State.LAPSING,
                                TODAY.plusDays(30)),
                        new Row(
                                "counts to its last day",
                                longAgo,
                                longAgo,
                                List.of(done(longAgo, TODAY)),
                                List.of(),
                                State.LAPSING,
                                TODAY),
                        new Row(
                                "lapsed",
                                longAgo,
                                longAgo,
                                List.of(done(longAgo, TODAY.minusDays(1))),
                                List.of(),
                                State.LAPSED,
                                TODAY.minusDays(1)),
                        new Row(
                                "the longest one counts",
                                longAgo,
                                longAgo,
                                List.of(
                                        done(longAgo, TODAY.minusDays(1)),
                                        done(TODAY.minusDays(2), TODAY.plusYears(1))),
                                List.of(),
                                State.COMPLETE,
                                TODAY.plusYears(1)),
                        new Row(
                                "a policy changed after it",
                                longAgo,
                                longAgo,
                                List.of(done(TODAY.minusDays(20), TODAY.plusYears(1))),
                                List.of(changed(TODAY.minusDays(10), 10)),
                                State.DUE,
                                TODAY),
                        new Row(
                                "and nobody trained him again in time",
                                longAgo,
                                longAgo,
                                List.of(done(TODAY.minusDays(20), TODAY.plusYears(1))),
                                List.of(changed(TODAY.minusDays(10), 9)),
                                State.LAPSED,
                                TODAY.minusDays(1)),
                        new Row(
                                "done on the day of the change",
                                longAgo,
                                longAgo,
                                List.of(done(TODAY.minusDays(10), TODAY.plusYears(1))),
                                List.of(changed(TODAY.minusDays(10), 9)),
                                State.COMPLETE,
                                TODAY.plusYears(1)),
                        new Row(
                                "of two changes the earlier day counts",
                                longAgo,
                                longAgo,
                                List.of(done(TODAY.minusDays(20), TODAY.plusYears(1))),
                                List.of(changed(TODAY.minusDays(1), 60), changed(TODAY.minusDays(5), 6)),
                                State.DUE,
                                TODAY.plusDays(1)))
                .forEach(row -> assertThat(Standings.of(
                                joined(row.joinedOn),
                                new Curriculum("workforce", Set.of("PRIVACY"), 30, row.adoptedOn),
                                row.done,
                                row.changes,
                                TODAY))
                        .as(row.why)
                        .singleElement()
                        .satisfies(standing -> {
                            assertThat(standing.state()).as(row.why).isEqualTo(row.state);
                            assertThat(standing.dueOn()).as(row.why).isEqualTo(row.dueOn);
                        }));
    }

    /** Who moves into another role has its days from then on. */
    @Test
    void anotherRoleBeginsItsOwnDays() {
        WorkforceMember moved = new WorkforceMember(
                "ivy",
                "Utilities",
                "workforce",
                TODAY.minusYears(9),
                Optional.of(TODAY.minusDays(10)),
                Optional.empty());
        assertThat(Standings.of(moved, ADOPTED_LONG_AGO, List.of(), List.of(), TODAY))
                .containsExactly(new Standing("PRIVACY", State.DUE, Optional.empty(), TODAY.plusDays(20)));
    }

    /** Whose day has not passed is let near a case; whose has is not. */
    @Test
    void onlyWhatLapsedOrIsMissingBlocks() {
        for (State state : State.values()) {
            Standing standing = new Standing("PRIVACY", state, Optional.empty(), TODAY);
            assertThat(Standings.blocking(List.of(standing)))
                    .as(state.name())
                    .isEqualTo(
                            switch (state) {
                                case COMPLETE, LAPSING, DUE -> List.of();
                                case LAPSED -> List.of("curriculum.PRIVACY.lapsed.2026-03-31");
                                case MISSING -> List.of("curriculum.PRIVACY.missing.2026-03-31");
                            });
        }
    }

    /** An installation that never set up curricula asks nothing of anybody. */
    @Test
    void withoutACurriculumNothingIsAsked() {
        WorkforceMember ivy = joined(TODAY.minusYears(9));
        Roll roll = new Roll(List.of(ivy), Map.of(), Map.of(), List.of(), TODAY);
        assertThat(roll.standings(ivy)).isEmpty();
        assertThat(Standings.worst(roll.standings(ivy))).isEmpty();
    }

    @Test
    void aDepartmentCountsEachOfItsPeopleOnceInTheWorstState() {
        Curriculum two = new Curriculum("workforce", Set.of("PRIVACY", "SECURITY"), 30, TODAY.minusYears(5));
        WorkforceMember ivy = joined(TODAY.minusYears(1));
        WorkforceMember left = new WorkforceMember(
                "left", "Utilities", "workforce", TODAY.minusYears(1), Optional.of(TODAY.minusDays(1)));
        WorkforceMember guest = new WorkforceMember("guest", "Clinic", "guest", TODAY, Optional.of(TODAY));
        Roll roll = new Roll(
                List.of(ivy, left, guest),
                Map.of("workforce", two),
                Map.of("ivy", List.of(done(TODAY, TODAY.plusYears(1)))),
                List.of(),
                TODAY);
        assertThat(DepartmentCounts.of(roll))
                .containsExactly(
                        new DepartmentCounts("Clinic", 1, 0, 0, 0, 0, 0, 1),
                        new DepartmentCounts("Utilities", 1, 0, 0, 0, 0, 1, 0));
    }

    @Test
    void aNewMemberHasOneDutyUntilHeDidEverything() {
        WorkforceMember ivy = joined(TODAY);
        Roll fresh = new Roll(List.of(ivy), Map.of("workforce", ADOPTED_LONG_AGO), Map.of(), List.of(), TODAY);
        TrainingDuties.Duty duty = new TrainingDuties.Duty(
                "joined/2026-03-31/ivy", TrainingDuties.Kind.TRAINING_NEW_MEMBER, TODAY.plusDays(30));
        assertThat(TrainingDuties.steps(fresh, List.of())).containsExactly(new TrainingDuties.Step.Announce(duty));
        assertThat(TrainingDuties.steps(fresh, List.of(duty))).isEmpty();
        Roll trained = new Roll(
                List.of(ivy),
                fresh.curricula(),
                Map.of("ivy", List.of(done(TODAY, TODAY.plusYears(1)))),
                List.of(),
                TODAY);
        assertThat(TrainingDuties.steps(trained, List.of(duty))).containsExactly(new TrainingDuties.Step.Fulfil(duty));
        assertThat(TrainingDuties.steps(trained, List.of())).isEmpty();
        Roll nobody = new Roll(List.of(), fresh.curricula(), Map.of(), List.of(), TODAY);
        assertThat(TrainingDuties.steps(nobody, List.of(duty))).containsExactly(new TrainingDuties.Step.CallOff(duty));
        Roll nothingAsked = new Roll(List.of(ivy), Map.of(), Map.of(), List.of(), TODAY);
        assertThat(TrainingDuties.steps(nothingAsked, List.of(duty)))
                .containsExactly(new TrainingDuties.Step.CallOff(duty));
    }

    /** A list of people who joined long ago announces no alarm that is late at once. */
    @Test
    void whoIsLateFromTheBeginningIsReportedAndNotAnnounced() {
        Roll late = new Roll(
                List.of(joined(TODAY.minusDays(31))),
                Map.of("workforce", ADOPTED_LONG_AGO),
                Map.of(),
                List.of(),
                TODAY);
        assertThat(TrainingDuties.steps(late, List.of())).isEmpty();
        TrainingDuties.Duty announced = TrainingDuties.wanted(late).getFirst();
        assertThat(TrainingDuties.steps(late, List.of(announced))).isEmpty();
    }

    @Test
    void aChangedPolicyIsADutyUntilTheLastOneIsTrainedAgain() {
        PolicyChange change = changed(TODAY.minusDays(5), 30);
        TrainingDuties.Duty duty = new TrainingDuties.Duty(
                "changed/" + change.id(), TrainingDuties.Kind.TRAINING_POLICY_CHANGE, TODAY.plusDays(25));
        Roll before = new Roll(
                List.of(joined(TODAY.minusYears(1))),
                Map.of("workforce", ADOPTED_LONG_AGO),
                Map.of("ivy", List.of(done(TODAY.minusDays(9), TODAY.plusYears(1)))),
                List.of(change),
                TODAY);
        assertThat(TrainingDuties.steps(before, List.of())).containsExactly(new TrainingDuties.Step.Announce(duty));
        Roll after = new Roll(
                before.people(),
                before.curricula(),
                Map.of("ivy", List.of(done(TODAY.minusDays(5), TODAY.plusYears(1)))),
                List.of(change),
                TODAY);
        assertThat(TrainingDuties.steps(after, List.of(duty))).containsExactly(new TrainingDuties.Step.Fulfil(duty));
    }

    /** What nobody has learnt is not told as done. */
    @Test
    void aChangedPolicyOfWhichNobodyIsLeftIsCalledOff() {
        PolicyChange change = changed(TODAY.minusDays(5), 30);
        TrainingDuties.Duty duty = new TrainingDuties.Duty(
                "changed/" + change.id(), TrainingDuties.Kind.TRAINING_POLICY_CHANGE, TODAY.plusDays(25));
        Map<String, List<Training>> before = Map.of("ivy", List.of(done(TODAY.minusDays(9), TODAY.plusYears(1))));
        Roll left = new Roll(List.of(), Map.of("workforce", ADOPTED_LONG_AGO), before, List.of(change), TODAY);
        assertThat(TrainingDuties.steps(left, List.of(duty))).containsExactly(new TrainingDuties.Step.CallOff(duty));
        Roll dropped = new Roll(List.of(joined(TODAY.minusYears(1))), Map.of(), before, List.of(change), TODAY);
        assertThat(TrainingDuties.steps(dropped, List.of(duty))).containsExactly(new TrainingDuties.Step.CallOff(duty));
    }
}
