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
            new Curriculum("workforce", Map.of("PRIVACY", TODAY.minusYears(5)), 30);

    private static WorkforceMember joined(LocalDate day) {
        return new WorkforceMember("ivy", "Utilities", "workforce", day, Optional.empty());
    }

    private static Training done(LocalDate on, LocalDate until) {
        return new Training("PRIVACY", on, until);
    }

    private static PolicyChange changed(LocalDate on, int days) {
        return new PolicyChange(new UUID(0, on.toEpochDay()), on, Set.of("PRIVACY"), on.plusDays(days));
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
                                "a change gives no time beyond the course's own last day",
                                longAgo,
                                longAgo,
                                List.of(done(TODAY.minusDays(20), TODAY.plusDays(3))),
                                List.of(changed(TODAY.minusDays(10), 30)),
                                State.DUE,
                                TODAY.plusDays(3)),
                        new Row(
                                "which has passed before the change's",
                                longAgo,
                                longAgo,
                                List.of(done(TODAY.minusDays(20), TODAY.minusDays(2))),
                                List.of(changed(TODAY.minusDays(10), 30)),
                                State.LAPSED,
                                TODAY.minusDays(2)),
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
                                new Curriculum("workforce", Map.of("PRIVACY", row.adoptedOn), 30),
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
        LocalDate longAgo = TODAY.minusYears(5);
        Curriculum two = new Curriculum("workforce", Map.of("PRIVACY", longAgo, "SECURITY", longAgo), 30);
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
    void twoPartsOfARollAreCountedTogether() {
        DepartmentCounts some = new DepartmentCounts("Clinic", 3, 1, 0, 1, 0, 1, 0);
        DepartmentCounts more = new DepartmentCounts("Clinic", 2, 0, 1, 0, 1, 0, 0);
        DepartmentCounts other = new DepartmentCounts("Archive", 1, 0, 0, 0, 0, 0, 1);
        assertThat(DepartmentCounts.together(List.of(some), List.of(other, more)))
                .containsExactly(other, new DepartmentCounts("Clinic", 5, 1, 1, 1, 1, 1, 0));
    }

    /** What was asked of a role for years is not asked anew because another course came to it. */
    @Test
    void aCourseThatCameLaterCountsFromItsOwnDay() {
        Curriculum grown = new Curriculum(
                "workforce", Map.of("PRIVACY", TODAY.minusDays(40), "SECURITY", TODAY.minusDays(10)), 30);
        assertThat(Standings.of(joined(TODAY.minusYears(1)), grown, List.of(), List.of(), TODAY))
                .containsExactly(
                        new Standing("PRIVACY", State.MISSING, Optional.empty(), TODAY.minusDays(10)),
                        new Standing("SECURITY", State.DUE, Optional.empty(), TODAY.plusDays(20)));
    }

    /** A role that he had before he left gives nobody who comes back less time than any other new member. */
    @Test
    void whoComesBackHasHisDaysFromThenOn() {
        WorkforceMember back = new WorkforceMember(
                "ivy", "Utilities", "workforce", TODAY, Optional.of(TODAY.minusYears(3)), Optional.empty());
        assertThat(Standings.of(back, ADOPTED_LONG_AGO, List.of(), List.of(), TODAY))
                .containsExactly(new Standing("PRIVACY", State.DUE, Optional.empty(), TODAY.plusDays(30)));
    }

    private static Roll roll(
            List<WorkforceMember> people, Map<String, List<Training>> trainings, PolicyChange... changes) {
        return new Roll(people, Map.of("workforce", ADOPTED_LONG_AGO), trainings, List.of(changes), TODAY);
    }

    private static List<TrainingDuties.Step> steps(Roll roll, TrainingDuties.Duty... open) {
        return TrainingDuties.steps(TrainingDuties.of(roll), List.of(open), TODAY);
    }

    private static final TrainingDuties.Duty FIRST = new TrainingDuties.Duty(
            "first/workforce/2026-03-31", TrainingDuties.Kind.TRAINING_NEW_MEMBER, TODAY.plusDays(30));

    @Test
    void allWhoHaveTheSameDayAreOneDutyUntilTheLastOfThemDidEverything() {
        WorkforceMember ivy = joined(TODAY);
        WorkforceMember kim = new WorkforceMember("kim", "Clinic", "workforce", TODAY, Optional.empty());
        List<Training> trained = List.of(done(TODAY, TODAY.plusYears(1)));
        Roll fresh = roll(List.of(ivy, kim), Map.of());
        assertThat(steps(fresh)).containsExactly(new TrainingDuties.Step.Announce(FIRST));
        assertThat(steps(fresh, FIRST)).isEmpty();
        assertThat(steps(roll(List.of(ivy, kim), Map.of("ivy", trained)), FIRST))
                .isEmpty();
        Roll all = roll(List.of(ivy, kim), Map.of("ivy", trained, "kim", trained));
        assertThat(steps(all, FIRST)).containsExactly(new TrainingDuties.Step.Fulfil(FIRST));
        assertThat(steps(all)).isEmpty();
        assertThat(steps(roll(List.of(), Map.of()), FIRST)).containsExactly(new TrainingDuties.Step.CallOff(FIRST));
        Roll nothingAsked = new Roll(List.of(ivy), Map.of(), Map.of(), List.of(), TODAY);
        assertThat(steps(nothingAsked, FIRST)).containsExactly(new TrainingDuties.Step.CallOff(FIRST));
    }

    @Test
    void theOrderOfThePartsDoesNotMatter() {
        Roll trained = roll(List.of(joined(TODAY)), Map.of("ivy", List.of(done(TODAY, TODAY.plusYears(1)))));
        Roll fresh =
                roll(List.of(new WorkforceMember("kim", "Clinic", "workforce", TODAY, Optional.empty())), Map.of());
        for (var found : List.of(
                TrainingDuties.together(TrainingDuties.of(trained), TrainingDuties.of(fresh)),
                TrainingDuties.together(TrainingDuties.of(fresh), TrainingDuties.of(trained)))) {
            assertThat(found).isEqualTo(Map.of(FIRST, TrainingDuties.Progress.PENDING));
        }
    }

    /** A list of people who joined long ago announces no alarm that is late at once; what was announced stays open. */
    @Test
    void whoIsLateFromTheBeginningIsReportedAndNotAnnounced() {
        Roll late = roll(List.of(joined(TODAY.minusDays(31))), Map.of());
        assertThat(steps(late)).isEmpty();
        TrainingDuties.Duty announced =
                TrainingDuties.of(late).keySet().iterator().next();
        assertThat(announced.dueOn()).isEqualTo(TODAY.minusDays(1));
        assertThat(steps(late, announced)).isEmpty();
    }

    private static Roll within(int days, LocalDate joinedOn, Map<String, List<Training>> trainings) {
        Curriculum curriculum = new Curriculum("workforce", ADOPTED_LONG_AGO.courses(), days);
        return new Roll(List.of(joined(joinedOn)), Map.of("workforce", curriculum), trainings, List.of(), TODAY);
    }

    private static TrainingDuties.Duty first(LocalDate from, int days) {
        return new TrainingDuties.Duty(
                "first/workforce/" + from, TrainingDuties.Kind.TRAINING_NEW_MEMBER, from.plusDays(days));
    }

    /** Whoever has more or less time has the same duty, be it late at once. */
    @Test
    void anotherNumberOfDaysMovesWhatIsAnnounced() {
        LocalDate from = TODAY.minusDays(20);
        TrainingDuties.Duty open = first(from, 30);
        assertThat(steps(within(60, from, Map.of()), open))
                .containsExactly(new TrainingDuties.Step.Announce(first(from, 60)));
        assertThat(steps(within(10, from, Map.of()), open))
                .containsExactly(new TrainingDuties.Step.Announce(first(from, 10)));
        assertThat(steps(within(60, from, Map.of("ivy", List.of(done(TODAY, TODAY.plusYears(1))))), open))
                .containsExactly(new TrainingDuties.Step.Fulfil(open));
    }

    private static final PolicyChange CHANGE = changed(TODAY.minusDays(5), 30);
    private static final TrainingDuties.Duty AGAIN = new TrainingDuties.Duty(
            "changed/" + CHANGE.id(), TrainingDuties.Kind.TRAINING_POLICY_CHANGE, TODAY.plusDays(25));
    private static final List<WorkforceMember> HERE_FOR_LONG = List.of(joined(TODAY.minusYears(1)));
    private static final Map<String, List<Training>> BEFORE =
            Map.of("ivy", List.of(done(TODAY.minusDays(9), TODAY.plusYears(1))));

    @Test
    void aChangedPolicyIsADutyUntilTheLastOneIsTrainedAgain() {
        assertThat(steps(roll(HERE_FOR_LONG, BEFORE, CHANGE))).containsExactly(new TrainingDuties.Step.Announce(AGAIN));
        Roll after = roll(HERE_FOR_LONG, Map.of("ivy", List.of(done(TODAY.minusDays(5), TODAY.plusYears(1)))), CHANGE);
        assertThat(steps(after, AGAIN)).containsExactly(new TrainingDuties.Step.Fulfil(AGAIN));
    }

    /** What nobody has learnt is not told as done. */
    @Test
    void aChangedPolicyOfWhichNobodyIsLeftIsCalledOff() {
        assertThat(steps(roll(List.of(), BEFORE, CHANGE), AGAIN))
                .containsExactly(new TrainingDuties.Step.CallOff(AGAIN));
        assertThat(steps(new Roll(HERE_FOR_LONG, Map.of(), BEFORE, List.of(CHANGE), TODAY), AGAIN))
                .containsExactly(new TrainingDuties.Step.CallOff(AGAIN));
        assertThat(steps(roll(HERE_FOR_LONG, BEFORE), AGAIN)).containsExactly(new TrainingDuties.Step.CallOff(AGAIN));
    }

    /** A version that was entered after its day gives the whole time all the same. */
    @Test
    void theTimeToLearnRunsFromTheLaterOfTwoDays() {
        LocalDate later = TODAY.plusDays(9);
        assertThat(PolicyChange.asksFrom(TODAY, later)).isEqualTo(later);
        assertThat(PolicyChange.asksFrom(later, TODAY)).isEqualTo(later);
    }
}
