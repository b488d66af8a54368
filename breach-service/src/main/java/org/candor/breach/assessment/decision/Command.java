package org.candor.breach.assessment.decision;

import java.util.List;
import java.util.Optional;
import org.candor.breach.obligations.decision.Facts.Individuals;
import org.candor.breach.obligations.decision.Facts.Sent;
import org.candor.breach.obligations.decision.Facts.Undeliverable;
import org.candor.breach.obligations.decision.NoticeFacts;
import org.candor.events.AssessmentOutcome;

/** What can be asked of an assessment. */
public sealed interface Command {

    /** Writes worksheet and facts anew. */
    record RecordFacts(Worksheet worksheet, NoticeFacts notice) implements Command {}

    /** Adds a candidate for the day of discovery. */
    record AddKnowledge(Candidate candidate) implements Command {}

    /** Takes over the counts that the roster gave. */
    record AdoptCounts(Individuals individuals, Undeliverable undeliverable) implements Command {}

    /** Writes down what has been done. */
    record RecordSending(Sent sent) implements Command {}

    /** Decides. */
    record Conclude(
            AssessmentOutcome outcome,
            String reason,
            String counselNote,
            Optional<Conclusion.FollowUp> followUp,
            String by)
            implements Command {}

    /** The case asks the breach question again, with what it knows by now and why. */
    record AskAgain(List<Candidate> candidates, String reason) implements Command {
        public AskAgain {
            candidates = List.copyOf(candidates);
        }
    }

    /** Takes a conclusion back; the presumption stands again. */
    record Reopen(String reason) implements Command {}
}
