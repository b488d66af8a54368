package org.candor.investigation.readiness.decision;

import static org.candor.investigation.decision.Verdict.accepted;
import static org.candor.investigation.decision.Verdict.refused;

import java.time.LocalDate;
import java.util.Optional;
import org.candor.investigation.decision.Verdict;
import org.candor.investigation.readiness.decision.Drill.State;

/** The procedures are tested from time to time, and what a test shows is set right (policy I.A.2). */
public final class Drills {

    private Drills() {}

    public static Verdict<Drill> plan(LocalDate dueOn, Optional<Integer> everyMonths, LocalDate today) {
        return dueOn.isBefore(today)
                ? refused(ReadinessRefusal.READINESS_DAY_PASSED)
                : accepted(new Drill(State.PLANNED, dueOn, everyMonths));
    }

    /**
     * A drill runs through the same machine as an incident: through a case that was marked an exercise at its birth.
     *
     * @param exercise the case is marked so, and of the same legal entity
     * @param taken another drill ran through that case
     */
    public static Verdict<Drill> run(Drill drill, boolean exercise, boolean taken) {
        if (drill.state() != State.PLANNED) {
            return refused(ReadinessRefusal.DRILL_BEGUN_ALREADY);
        }
        return exercise && !taken ? accepted(drill.in(State.RUNNING)) : refused(ReadinessRefusal.NOT_AN_EXERCISE);
    }

    /** A finding is a task for real, also after the drill has ended. */
    public static Verdict<LocalDate> find(Drill drill, LocalDate dueOn, LocalDate today) {
        if (drill.state() != State.RUNNING && drill.state() != State.CONCLUDED) {
            return refused(ReadinessRefusal.DRILL_NOT_RUN);
        }
        return dueOn.isBefore(today) ? refused(ReadinessRefusal.READINESS_DAY_PASSED) : accepted(dueOn);
    }

    /** A test that stops half-way tests half: the case has been closed. */
    public static Verdict<Drill> conclude(Drill drill, boolean caseClosed) {
        if (drill.state() != State.RUNNING) {
            return refused(ReadinessRefusal.DRILL_NOT_RUN);
        }
        return caseClosed ? accepted(drill.in(State.CONCLUDED)) : refused(ReadinessRefusal.EXERCISE_NOT_CLOSED);
    }

    public static Verdict<Drill> cancel(Drill drill) {
        return drill.state() == State.PLANNED
                ? accepted(drill.in(State.CANCELLED))
                : refused(ReadinessRefusal.DRILL_BEGUN_ALREADY);
    }

    /** The day of the next one, counted from the day on which this one ended. */
    public static Optional<LocalDate> nextDueOn(Drill concluded, LocalDate heldOn) {
        return concluded.everyMonths().map(heldOn::plusMonths);
    }
}
