package org.candor.investigation.cases.decision;

import java.time.Instant;
import java.time.LocalDate;
import org.candor.events.CasePhase;

/**
 * A case in one of its phases. A transition is a method that only the states have on which it is lawful.
 *
 * <pre>
 *                  privacy only, or neither (policy I.C.4)
 *              +---------------------------------------------+
 *              |                       safe to continue      |
 *              |              +------------------------+     |
 *              |              |      (I.D.1.h.i)       v     v
 *  opened --> TRIAGE --> CONTAINMENT                  FORMS ----> FOLLOW_UP --> CLOSED
 *              ^  security    | not safe (I.D.1.h.ii)  ^                          |
 *              |              v                        |                          |
 *              |         ERADICATION ---> RECOVERY ----+                          |
 *              +------------------------------------------------------------------+
 *                                  reopened with a reason
 * </pre>
 *
 * The policy's I.E.4 sends a case from eradication to follow-up at once; the recovery phase it describes next would then
 * never run, so eradication leads to recovery here.
 */
public sealed interface CaseState {

    CaseFile file();

    CasePhase phase();

    /** The same phase with another file. */
    CaseState with(CaseFile file);

    /** A case that is not closed. */
    sealed interface OpenCase extends CaseState {
        @Override
        OpenCase with(CaseFile file);
    }

    /** An open case whose kind is known. */
    sealed interface TriagedCase extends OpenCase {
        @Override
        TriagedCase with(CaseFile file);
    }

    /** A phase that is worked by the steps of a playbook. */
    sealed interface TechnicalPhase extends TriagedCase {
        @Override
        TechnicalPhase with(CaseFile file);
    }

    /** What kind of case it is has not been decided. */
    record InTriage(CaseFile file) implements OpenCase {
        @Override
        public CasePhase phase() {
            return CasePhase.TRIAGE;
        }

        @Override
        public InTriage with(CaseFile file) {
            return new InTriage(file);
        }

        /** Security cases are contained; all others go on to the forms. */
        TriagedCase triaged(Classification classification) {
            CaseFile triaged = file.with(classification);
            return classification.security() ? new InContainment(triaged) : new InForms(triaged);
        }
    }

    /** The damage is being stopped. */
    record InContainment(CaseFile file) implements TechnicalPhase {
        @Override
        public CasePhase phase() {
            return CasePhase.CONTAINMENT;
        }

        @Override
        public InContainment with(CaseFile file) {
            return new InContainment(file);
        }

        InForms safe() {
            return new InForms(file);
        }

        InEradication unsafe() {
            return new InEradication(file);
        }
    }

    /** Causes and exposures are being removed. */
    record InEradication(CaseFile file) implements TechnicalPhase {
        @Override
        public CasePhase phase() {
            return CasePhase.ERADICATION;
        }

        @Override
        public InEradication with(CaseFile file) {
            return new InEradication(file);
        }

        InRecovery eradicated() {
            return new InRecovery(file);
        }
    }

    /** Systems return to their proper working. */
    record InRecovery(CaseFile file) implements TechnicalPhase {
        @Override
        public CasePhase phase() {
            return CasePhase.RECOVERY;
        }

        @Override
        public InRecovery with(CaseFile file) {
            return new InRecovery(file);
        }

        InForms recovered() {
            return new InForms(file);
        }
    }

    /** The incident report forms are written and signed. */
    record InForms(CaseFile file) implements TriagedCase {
        @Override
        public CasePhase phase() {
            return CasePhase.FORMS;
        }

        @Override
        public InForms with(CaseFile file) {
            return new InForms(file);
        }

        InFollowUp signed() {
            return new InFollowUp(file);
        }
    }

    /** What it cost, what was learnt, what shall change. */
    record InFollowUp(CaseFile file) implements TriagedCase {
        @Override
        public CasePhase phase() {
            return CasePhase.FOLLOW_UP;
        }

        @Override
        public InFollowUp with(CaseFile file) {
            return new InFollowUp(file);
        }

        Closed closed(Instant at, LocalDate concludedOn) {
            return new Closed(file, at, concludedOn);
        }
    }

    /** Nothing is left to do; {@code concludedOn} is the day in the entity's zone from which retention counts. */
    record Closed(CaseFile file, Instant closedAt, LocalDate concludedOn) implements CaseState {
        @Override
        public CasePhase phase() {
            return CasePhase.CLOSED;
        }

        @Override
        public Closed with(CaseFile file) {
            return new Closed(file, closedAt, concludedOn);
        }

        /** Everything is asked anew: what was recorded stays, and does not count for the new round. */
        InTriage reopened() {
            return new InTriage(file.nextRound());
        }
    }

    /** A case as it stands in the store. */
    static CaseState of(CasePhase phase, CaseFile file, Instant closedAt, LocalDate concludedOn) {
        return switch (phase) {
            case TRIAGE -> new InTriage(file);
            case CONTAINMENT -> new InContainment(file);
            case ERADICATION -> new InEradication(file);
            case RECOVERY -> new InRecovery(file);
            case FORMS -> new InForms(file);
            case FOLLOW_UP -> new InFollowUp(file);
            case CLOSED -> new Closed(file, closedAt, concludedOn);
        };
    }
}
