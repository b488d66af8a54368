package org.candor.investigation.cases;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.candor.events.ReportKind;
import org.candor.investigation.cases.decision.Approval;
import org.candor.investigation.cases.decision.CaseFile;
import org.candor.investigation.cases.decision.CaseState;
import org.candor.investigation.cases.decision.Classification;
import org.candor.investigation.cases.decision.Complaint;
import org.candor.investigation.cases.decision.CyberTest;
import org.candor.investigation.cases.decision.DocumentationItem;
import org.candor.investigation.cases.decision.FollowUpItem;
import org.candor.investigation.cases.decision.Form;
import org.candor.investigation.cases.decision.IdleDuty;
import org.candor.investigation.cases.decision.NoViolation;
import org.candor.investigation.cases.decision.Paperwork;
import org.candor.investigation.cases.decision.Report;
import org.candor.investigation.cases.decision.Review;
import org.candor.investigation.cases.decision.StepEntry;
import org.candor.investigation.cases.decision.Work;

/** The rows of a case as they were read, and the state they make. */
record StoredCase(
        CaseRow row,
        List<StepRow> steps,
        List<ApprovalRow> approvals,
        List<SignatureRow> signatures,
        List<RecommendationRow> recommendations,
        List<TaskRow> tasks) {

    /** A case that has only just been opened. */
    static StoredCase of(CaseRow row) {
        return new StoredCase(row, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    StoredCase withSteps(List<StepRow> found) {
        return new StoredCase(row, found, approvals, signatures, recommendations, tasks);
    }

    StoredCase withApprovals(List<ApprovalRow> found) {
        return new StoredCase(row, steps, found, signatures, recommendations, tasks);
    }

    StoredCase withSignatures(List<SignatureRow> found) {
        return new StoredCase(row, steps, approvals, found, recommendations, tasks);
    }

    StoredCase withRecommendations(List<RecommendationRow> found) {
        return new StoredCase(row, steps, approvals, signatures, found, tasks);
    }

    StoredCase withTasks(List<TaskRow> found) {
        return new StoredCase(row, steps, approvals, signatures, recommendations, found);
    }

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
                new Work(
                        steps.stream().map(StoredCase::entry).toList(),
                        Optional.ofNullable(row.safe),
                        approvals.stream()
                                .map(one -> new Approval(one.entryId, one.approvedBy, one.approvedAt))
                                .toList(),
                        Optional.ofNullable(row.idleDueAt).map(at -> new IdleDuty(at, ZoneId.of(row.idleZone)))),
                new Paperwork(
                        items(row.documented, DocumentationItem::valueOf),
                        row.documentationRevision,
                        signatures.stream().map(StoredCase::signature).toList()),
                new Review(
                        items(row.followedUp, FollowUpItem::valueOf),
                        recommendations.stream().map(StoredCase::recommendation).toList(),
                        tasks.stream().map(StoredCase::task).toList()),
                row.breach,
                row.breachRequests,
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
        return new Classification(
                row.privacy,
                row.security,
                row.phiMayBeInvolved,
                row.improperUse,
                row.cyberRelated,
                items(row.cyberTests, CyberTest::valueOf),
                Optional.ofNullable(row.noViolation)
                        .map(ground -> new NoViolation(ground, List.of(row.noViolationTold))));
    }

    private Complaint complaint() {
        return new Complaint(
                row.receivedAt,
                Optional.ofNullable(row.complaintDueOn),
                Optional.ofNullable(row.complaintExtendedTo),
                Optional.ofNullable(row.complaintAnsweredOn));
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
