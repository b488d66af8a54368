package org.candor.investigation.readiness.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.decision.Verdict.accepted;
import static org.candor.investigation.decision.Verdict.refused;

import java.time.LocalDate;
import java.util.Optional;
import org.candor.investigation.readiness.decision.Drill.State;
import org.junit.jupiter.api.Test;

/** Policy I.A.2: every state with every command. */
class DrillsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-12");

    private static Drill in(State state) {
        return new Drill(state, TODAY, Optional.of(12));
    }

    @Test
    void everyStateMeetsEveryCommand() {
        for (State state : State.values()) {
            assertThat(Drills.run(in(state), true, false))
                    .as("run " + state)
                    .isEqualTo(
                            state == State.PLANNED
                                    ? accepted(in(State.RUNNING))
                                    : refused(ReadinessRefusal.DRILL_BEGUN_ALREADY));
            assertThat(Drills.cancel(in(state)))
                    .as("cancel " + state)
                    .isEqualTo(
                            state == State.PLANNED
                                    ? accepted(in(State.CANCELLED))
                                    : refused(ReadinessRefusal.DRILL_BEGUN_ALREADY));
            assertThat(Drills.conclude(in(state), true))
                    .as("conclude " + state)
                    .isEqualTo(
                            state == State.RUNNING
                                    ? accepted(in(State.CONCLUDED))
                                    : refused(ReadinessRefusal.DRILL_NOT_RUN));
            assertThat(Drills.find(in(state), TODAY, TODAY))
                    .as("find " + state)
                    .isEqualTo(
                            state == State.RUNNING || state == State.CONCLUDED
                                    ? accepted(TODAY)
                                    : refused(ReadinessRefusal.DRILL_NOT_RUN));
        }
    }

    @Test
    void aDrillRunsThroughAnExerciseOfItsOwnToItsEnd() {
        assertThat(Drills.run(in(State.PLANNED), false, false)).isEqualTo(refused(ReadinessRefusal.NOT_AN_EXERCISE));
        assertThat(Drills.run(in(State.PLANNED), true, true)).isEqualTo(refused(ReadinessRefusal.NOT_AN_EXERCISE));
        assertThat(Drills.conclude(in(State.RUNNING), false)).isEqualTo(refused(ReadinessRefusal.EXERCISE_NOT_CLOSED));
    }

    @Test
    void daysLieAheadAndTheNextOneIsCountedFromTheDayOfThisOne() {
        assertThat(Drills.plan(TODAY.minusDays(1), Optional.empty(), TODAY))
                .isEqualTo(refused(ReadinessRefusal.READINESS_DAY_PASSED));
        assertThat(Drills.find(in(State.RUNNING), TODAY.minusDays(1), TODAY))
                .isEqualTo(refused(ReadinessRefusal.READINESS_DAY_PASSED));
        assertThat(Drills.nextDueOn(new Drill(State.CONCLUDED, TODAY, Optional.of(6)), LocalDate.parse("2026-08-31")))
                .contains(LocalDate.parse("2027-02-28"));
        assertThat(Drills.nextDueOn(new Drill(State.CONCLUDED, TODAY, Optional.empty()), TODAY))
                .isEmpty();
    }
}
