package org.candor.breach.assessment.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candor.breach.obligations.decision.Precondition;

/** The answer to a command. */
public sealed interface Decision {

    record Accepted(Assessment next, List<Fact> facts) implements Decision {
        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    /**
     * @param missing what must be there first, by its place on the form
     * @param broken preconditions that the facts would break
     */
    record Refused(Reason reason, List<String> missing, List<Precondition.Broken> broken) implements Decision {
        public Refused {
            missing = List.copyOf(missing);
            broken = List.copyOf(broken);
        }

        static Refused because(Reason reason) {
            return new Refused(reason, List.of(), List.of());
        }
    }

    /** Why a command is refused. */
    enum Reason {
        SOMETHING_IS_MISSING,
        FACTS_CONTRADICT,
        ALREADY_CONCLUDED,
        NOT_CONCLUDED,
        WORKSHEET_FROZEN,
        NOTHING_OWED,
        UNKNOWN_CANDIDATE,
        KNOWN_CANDIDATE
    }

    /** What a decision brought about. */
    sealed interface Fact {

        /** The day of discovery is known, is another, or is known no longer. */
        record DiscoveryDetermined(Optional<LocalDate> on, String reason) implements Fact {}

        record AssessmentConcluded(Conclusion conclusion) implements Fact {}

        record AssessmentReopened(String reason) implements Fact {}
    }
}
