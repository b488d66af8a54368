package org.candor.investigation.cases.decision;

import java.util.Optional;
import java.util.UUID;

/**
 * What every phase of a case knows.
 *
 * @param round 1 at first, one more after each reopening; earlier rounds stay on record and no longer count
 * @param breach how far the question is whether this is a breach
 * @param breachRequests how often it was asked, over all rounds
 * @param complaint present when the report was a complaint
 */
public record CaseFile(
        UUID incidentId,
        String entityId,
        Report report,
        int round,
        Optional<Classification> classification,
        Work work,
        Paperwork paperwork,
        Review review,
        BreachQuestion breach,
        int breachRequests,
        Optional<Complaint> complaint) {

    /** The file of a case that has just been opened. */
    static CaseFile opened(UUID incidentId, String entityId, Report report, Optional<Complaint> complaint) {
        return new CaseFile(
                incidentId,
                entityId,
                report,
                1,
                Optional.empty(),
                Work.none(),
                Paperwork.none(),
                Review.none(),
                BreachQuestion.NOT_ASKED,
                0,
                complaint);
    }

    CaseFile with(Classification kind) {
        return with(Optional.of(kind), work, paperwork, review, breach, complaint);
    }

    CaseFile with(Work done) {
        return with(classification, done, paperwork, review, breach, complaint);
    }

    CaseFile with(Paperwork written) {
        return with(classification, work, written, review, breach, complaint);
    }

    CaseFile with(Review reviewed) {
        return with(classification, work, paperwork, reviewed, breach, complaint);
    }

    CaseFile with(BreachQuestion question) {
        return with(classification, work, paperwork, review, question, complaint);
    }

    CaseFile with(Complaint answered) {
        return with(classification, work, paperwork, review, breach, Optional.of(answered));
    }

    /** What may change within a round. */
    private CaseFile with(
            Optional<Classification> kind,
            Work done,
            Paperwork written,
            Review reviewed,
            BreachQuestion question,
            Optional<Complaint> answered) {
        return new CaseFile(
                incidentId, entityId, report, round, kind, done, written, reviewed, question, breachRequests, answered);
    }

    CaseFile askedForAssessment() {
        return new CaseFile(
                incidentId,
                entityId,
                report,
                round,
                classification,
                work,
                paperwork,
                review,
                BreachQuestion.ASKED,
                breachRequests + 1,
                complaint);
    }

    /** True when the newest words of the form are signed. */
    public boolean signed(Form form) {
        return Paperwork.signed(this, form);
    }

    CaseFile nextRound() {
        return new CaseFile(
                incidentId,
                entityId,
                report,
                round + 1,
                Optional.empty(),
                work.forgetSafety(),
                paperwork,
                review,
                breach.anew(),
                breachRequests,
                complaint);
    }
}
