package org.candor.investigation.cases.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.CaseEvent.ComplaintResult;
import org.candor.events.CaseEvent.Cost;
import org.candor.events.CaseEvent.LetterChannel;
import org.candor.events.CasePhase;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.decision.StepEntry.Outcome;

/** What is asked of a case. Ids and hashes come from outside, so that a decision is repeatable. */
public sealed interface CaseCommand {

    CommandName name();

    /**
     * Policy I.B.2.a and b.
     *
     * @param permitted the check list, when it is claimed that the rules permit the disclosure
     */
    record TriageCase(Person by, Classification as, Optional<PermittedDisclosure> permitted) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.TRIAGE_CASE;
        }
    }

    /** Opens the breach question later than triage, when health information comes to light (policy I.E.3). */
    record RequestBreachAssessment(Person by) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.REQUEST_BREACH_ASSESSMENT;
        }
    }

    /**
     * What somebody did, or why it does not apply.
     *
     * @param words the result, or the reason why the step does not apply; only its presence is looked at
     * @param deviation the reason why an order rule was not kept; empty when all were
     */
    record Measure(
            UUID entry,
            String step,
            Outcome outcome,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            String words,
            Optional<String> deviation) {}

    /** A step of the present phase. */
    record RecordStep(Person by, Measure measure) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.RECORD_STEP;
        }
    }

    /** A later entry that takes the place of an earlier one, also in a phase that has ended. */
    record CorrectStep(Person by, UUID wrong, Measure measure) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.CORRECT_STEP;
        }
    }

    /** The security officer, or the head of the organisation, stands for what somebody else recorded. */
    record ApproveStep(Person by, UUID entry) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.APPROVE_STEP;
        }
    }

    /** An officer is told of the progress (policy I.D.2, I.E.2, I.F.2). */
    record InformOfficer(Person by, OfficerRole informed) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.INFORM_OFFICER;
        }
    }

    /** Policy I.D.1.h. */
    record DecideSafeToContinue(Person by, boolean safe) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.DECIDE_SAFE_TO_CONTINUE;
        }
    }

    record CompletePhase(Person by, CasePhase phase) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.COMPLETE_PHASE;
        }
    }

    /** Replaces the documentation; the earlier revision is kept. */
    record WriteDocumentation(Person by, Set<DocumentationItem> answered) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.WRITE_DOCUMENTATION;
        }
    }

    record SignForm(Person by, UUID signature, Form form, String sha256) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.SIGN_FORM;
        }
    }

    /** Policy I.H.2, a to c. */
    record WriteFollowUp(Person by, Set<FollowUpItem> answered) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.WRITE_FOLLOW_UP;
        }
    }

    record ProposeRecommendation(Person by, UUID recommendation) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.PROPOSE_RECOMMENDATION;
        }
    }

    /** Policy I.H.2.d. */
    record DecideRecommendation(Person by, UUID recommendation, boolean approved) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.DECIDE_RECOMMENDATION;
        }
    }

    /** Policy I.H.2.e, and measures that lessen harm (policy IV.2). */
    record GiveTask(
            Person by, UUID task, Optional<UUID> recommendation, OfficerRole owner, LocalDate dueOn, ZoneId zone)
            implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.GIVE_TASK;
        }
    }

    record CompleteTask(Person by, UUID task, ZoneId zone) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.COMPLETE_TASK;
        }
    }

    record CancelTask(Person by, UUID task, ZoneId zone) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.CANCEL_TASK;
        }
    }

    /** Policy I.G.1: more time, with a reason and a new day, as long as the first has not come. */
    record ExtendComplaint(Person by, Letter letter, LocalDate until, ZoneId zone) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.EXTEND_COMPLAINT;
        }
    }

    /**
     * A letter to the complainant.
     *
     * @param sha256 of the laid-out document, hexadecimal; empty while it is only tried whether it may be sent
     */
    record Letter(UUID id, LetterChannel channel, LocalDate on, String sha256) {}

    /** Policy I.G.1. */
    record AnswerComplaint(Person by, Letter letter, ComplaintResult result, ZoneId zone) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.ANSWER_COMPLAINT;
        }
    }

    /**
     * Policy I.H.3.
     *
     * @param costs as the follow-up has them, to be told of
     */
    record CloseCase(Person by, ZoneId zone, List<Cost> costs) implements AskedByPerson {

        public CloseCase {
            costs = List.copyOf(costs);
        }

        @Override
        public CommandName name() {
            return CommandName.CLOSE_CASE;
        }
    }

    record ReopenCase(Person by) implements AskedByPerson {
        @Override
        public CommandName name() {
            return CommandName.REOPEN_CASE;
        }
    }

    /** The directory told the zone of the entity. */
    record NoteZone(ZoneId zone) implements CaseCommand {
        @Override
        public CommandName name() {
            return CommandName.NOTE_ZONE;
        }
    }

    /** Nobody has worked on the case for a while; it is overdue after {@code dueAt}. */
    record NoteIdle(Instant dueAt, ZoneId zone) implements CaseCommand {
        @Override
        public CommandName name() {
            return CommandName.NOTE_IDLE;
        }
    }

    /** Somebody worked on what stands beside the case: its evidence, its sanctions, its mitigation. */
    record NoteWork() implements CaseCommand {
        @Override
        public CommandName name() {
            return CommandName.NOTE_WORK;
        }
    }

    /** Breach-service opened the assessment. */
    record NoteAssessmentOpened() implements CaseCommand {
        @Override
        public CommandName name() {
            return CommandName.NOTE_ASSESSMENT_OPENED;
        }
    }

    /** Breach-service's officer concluded it. */
    record NoteAssessmentConcluded() implements CaseCommand {
        @Override
        public CommandName name() {
            return CommandName.NOTE_ASSESSMENT_CONCLUDED;
        }
    }

    /** A command that a person gives. */
    sealed interface AskedByPerson extends CaseCommand {
        Person by();
    }
}
