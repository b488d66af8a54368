package org.candor.investigation.cases.decision;

import java.util.Set;
import org.candor.events.CaseEvent;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.decision.CaseCommand.Letter;
import org.candor.investigation.cases.decision.Paperwork.Signature;
import org.candor.investigation.cases.decision.Review.Recommendation;
import org.candor.investigation.cases.decision.Review.Task;

/** What has become true of a case. Each becomes an entry of its timeline. */
public sealed interface CaseFact {

    /** A fact the other services are told. */
    record Announced(CaseEvent event) implements CaseFact {}

    record StepRecorded(StepEntry entry) implements CaseFact {}

    record StepApproved(StepEntry entry, Approval approval) implements CaseFact {}

    record OfficerInformed(OfficerRole informed) implements CaseFact {}

    /** A letter to the complainant is frozen as it was sent. */
    record LetterFrozen(Kind kind, Letter letter) implements CaseFact {
        public enum Kind {
            EXTENSION,
            ANSWER
        }
    }

    record DocumentationWritten(int revision, Set<DocumentationItem> items) implements CaseFact {
        public DocumentationWritten {
            items = Set.copyOf(items);
        }
    }

    /** The form is frozen as it was signed. */
    record FormFrozen(Signature signature) implements CaseFact {}

    record FollowUpWritten(Set<FollowUpItem> items) implements CaseFact {
        public FollowUpWritten {
            items = Set.copyOf(items);
        }
    }

    record RecommendationProposed(Recommendation recommendation) implements CaseFact {}

    record RecommendationAnswered(Recommendation recommendation) implements CaseFact {}

    record TaskGiven(Task task) implements CaseFact {}

    record TaskEnded(Task task) implements CaseFact {}

    record AssessmentNoted(BreachQuestion now) implements CaseFact {}

    static CaseFact announced(CaseEvent event) {
        return new Announced(event);
    }
}
