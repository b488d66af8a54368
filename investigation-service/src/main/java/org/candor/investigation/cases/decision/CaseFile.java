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
        return new CaseFile(
                incidentId,
                entityId,
                report,
                round,
                Optional.of(kind),
                work,
                paperwork,
                review,
                breach,
                breachRequests,
                complaint);
    }

    CaseFile with(Work done) {
        return new CaseFile(
                incidentId,
                entityId,
                report,
                round,
                classification,
                done,
                paperwork,
                review,
                breach,
                breachRequests,
                complaint);
    }

    CaseFile with(Paperwork written) {
        return new CaseFile(
                incidentId,
                entityId,
                report,
                round,
                classification,
                work,
                written,
                review,
                breach,
                breachRequests,
                complaint);
    }

    CaseFile with(Review reviewed) {
        return new CaseFile(
                incidentId,
                entityId,
                report,
                round,
                classification,
                work,
                paperwork,
                reviewed,
                breach,
                breachRequests,
                complaint);
    }

    CaseFile with(BreachQuestion question) {
        return new CaseFile(
                incidentId,
                entityId,
                report,
                round,
                classification,
                work,
                paperwork,
                review,
                question,
                breachRequests,
                complaint);
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

    CaseFile with(Complaint answered) {
        return new CaseFile(
                incidentId,
                entityId,
                report,
                round,
                classification,
                work,
                paperwork,
                review,
                breach,
                breachRequests,
                Optional.of(answered));
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
