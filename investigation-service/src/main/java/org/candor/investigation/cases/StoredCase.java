package org.candor.investigation.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.candor.events.ReportKind;
import org.candor.investigation.cases.decision.CaseFile;
import org.candor.investigation.cases.decision.CaseState;
import org.candor.investigation.cases.decision.Classification;
import org.candor.investigation.cases.decision.Complaint;
import org.candor.investigation.cases.decision.DocumentationItem;
import org.candor.investigation.cases.decision.FollowUpItem;
import org.candor.investigation.cases.decision.Form;
import org.candor.investigation.cases.decision.Paperwork;
import org.candor.investigation.cases.decision.Report;
import org.candor.investigation.cases.decision.Review;
import org.candor.investigation.cases.decision.StepEntry;
import org.candor.investigation.cases.decision.Work;

/** The rows of a case as they were read, and the state they make. */
record StoredCase(
        CaseRow row,
        List<StepRow> steps,
        List<SignatureRow> signatures,
        List<RecommendationRow> recommendations,
        List<TaskRow> tasks) {

    CaseState state() {
        return CaseState.of(row.phase, file(), row.closedAt, row.concludedOn);
    }

    private CaseFile file() {
        return new CaseFile(
                row.incidentId,
                row.entityId,
                report(),
                row.round,
                Optional.ofNullable(row.privacy).map(known -> classification()),
                new Work(steps.stream().map(StoredCase::entry).toList(), Optional.ofNullable(row.safe)),
                new Paperwork(
                        items(row.documented, DocumentationItem::valueOf),
                        row.documentationRevision,
                        signatures.stream().map(StoredCase::signature).toList()),
                new Review(
                        items(row.followedUp, FollowUpItem::valueOf),
                        recommendations.stream().map(StoredCase::recommendation).toList(),
                        tasks.stream().map(StoredCase::task).toList()),
                row.breach,
                row.reportKind == ReportKind.COMPLAINT ? Optional.of(complaint()) : Optional.empty());
    }

    private Report report() {
        return new Report(
                row.reportKind,
                row.byWorkforce,
                row.byBusinessAssociate,
                row.anonymous,
                row.phiPossible,
                row.urgent,
                Optional.ofNullable(row.happenedAt),
                Optional.ofNullable(row.learnedAt),
                row.receivedAt);
    }

    private Classification classification() {
        return new Classification(row.privacy, row.security, row.phiMayBeInvolved, row.improperUse, row.cyberRelated);
    }

    private Complaint complaint() {
        return new Complaint(
                row.receivedAt, Optional.ofNullable(row.complaintDueOn), Optional.ofNullable(row.complaintAnsweredOn));
    }

    private static <I> Set<I> items(String[] names, Function<String, I> item) {
        return Arrays.stream(names).map(item).collect(Collectors.toSet());
    }

    private static StepEntry entry(StepRow row) {
        return new StepEntry(
                row.id,
                row.step,
                row.outcome,
                Optional.ofNullable(row.startedAt),
                Optional.ofNullable(row.endedAt),
                row.recordedBy,
                row.recordedAt,
                Optional.ofNullable(row.replaces),
                row.deviates,
                row.round);
    }

    private static Paperwork.Signature signature(SignatureRow row) {
        return new Paperwork.Signature(
                row.id,
                Form.of(row.form).orElseThrow(),
                row.version,
                row.signedBy,
                row.signedAt,
                row.sha256,
                row.revision,
                row.stepEntries,
                row.round);
    }

    private static Review.Recommendation recommendation(RecommendationRow row) {
        return new Review.Recommendation(
                row.id,
                row.proposedBy,
                row.proposedAt,
                Optional.ofNullable(row.approved)
                        .map(approved -> new Review.Recommendation.Answer(approved, row.decidedBy, row.decidedAt)));
    }

    private static Review.Task task(TaskRow row) {
        return new Review.Task(
                row.id,
                Optional.ofNullable(row.recommendationId),
                row.owner,
                row.dueOn,
                row.status,
                Optional.ofNullable(row.endedOn));
    }
}
