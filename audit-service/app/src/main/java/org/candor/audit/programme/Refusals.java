package org.candor.audit.programme;

import org.candor.audit.AuditProblem;
import org.candor.audit.programme.decision.Refusal;
import org.candor.kit.errors.Problem;

/** A refusal of the decision as the client gets it. */
final class Refusals {

    private Refusals() {}

    static Problem problem(Refusal why) {
        return switch (why) {
            case NO_LONGER_OPEN -> new Problem(AuditProblem.DUTY_NOT_OPEN);
            case EVIDENCE_OF_ANOTHER_KIND ->
                field(AuditProblem.EVIDENCE_NOT_TAKEN, "evidence", "one of the kind's, see /programme/kinds");
            case DOCUMENT_MISSING ->
                field(AuditProblem.EVIDENCE_NOT_TAKEN, "documentId", "add the file to the duty, then name it");
            case DONE_AFTER_TODAY -> field(AuditProblem.DONE_ON_IMPOSSIBLE, "doneOn", "must not be after today");
            case DONE_BEFORE_THE_LAST ->
                field(AuditProblem.DONE_ON_IMPOSSIBLE, "doneOn", "must not be before the last");
            case NO_NEXT -> field(AuditProblem.NEXT_NOT_ALLOWED, "nextDueOn", "it is done once");
            case NEXT_NOT_AHEAD -> field(AuditProblem.NEXT_NOT_ALLOWED, "nextDueOn", "must be after doneOn");
            case NEXT_TOO_LATE ->
                field(
                        AuditProblem.NEXT_NOT_ALLOWED,
                        "nextDueOn",
                        "later than the interval; where the kind allows it, with reason");
        };
    }

    private static Problem field(AuditProblem code, String field, String message) {
        return new Problem(code).field(field, message);
    }
}
