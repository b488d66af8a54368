package org.candor.investigation.cases;

import org.candor.investigation.cases.CaseView.ApprovalPart;
import org.candor.investigation.cases.CaseView.DocumentationPart;
import org.candor.investigation.cases.CaseView.FollowUpPart;
import org.candor.investigation.cases.CaseView.RecommendationPart;
import org.candor.investigation.cases.CaseView.StepPart;
import org.candor.investigation.cases.CaseView.TaskPart;

/** A case with its codes, times, hashes and acting staff, and nothing that people wrote. */
final class CaseWithoutWords {

    private CaseWithoutWords() {}

    static CaseView of(CaseView whole) {
        return new CaseView(
                whole.summary(),
                whole.round(),
                whole.report(),
                whole.owners(),
                whole.classification(),
                whole.safeToContinue(),
                whole.complaint(),
                whole.playbook(),
                whole.steps().stream().map(CaseWithoutWords::step).toList(),
                whole.documentation() == null ? null : documentation(whole.documentation()),
                whole.forms(),
                whole.followUp() == null ? null : followUp(whole.followUp()),
                whole.recommendations().stream()
                        .map(CaseWithoutWords::recommendation)
                        .toList(),
                whole.tasks().stream().map(CaseWithoutWords::task).toList(),
                whole.commands(),
                whole.missing(),
                whole.toClose());
    }

    private static StepPart step(StepPart step) {
        ApprovalPart approval = step.approval();
        return new StepPart(
                step.id(),
                step.step(),
                step.title(),
                step.round(),
                step.outcome(),
                step.startedAt(),
                step.endedAt(),
                null,
                null,
                null,
                step.recordedBy(),
                step.recordedAt(),
                step.replaces(),
                step.standing(),
                approval == null ? null : new ApprovalPart(approval.approvedBy(), approval.approvedAt(), null));
    }

    private static DocumentationPart documentation(DocumentationPart written) {
        Words.Documentation items = written.items();
        return new DocumentationPart(
                written.revision(),
                written.writtenBy(),
                written.writtenAt(),
                new Words.Documentation(
                        null, null, null, items.occurredFrom(), items.occurredUntil(), null, null, null, null, null));
    }

    private static FollowUpPart followUp(FollowUpPart written) {
        Words.FollowUp items = written.items();
        return new FollowUpPart(
                written.writtenBy(),
                written.writtenAt(),
                new Words.FollowUp(items.reviewedOn(), items.costHours(), items.costAmount(), null, null, null, null));
    }

    private static RecommendationPart recommendation(RecommendationPart made) {
        return new RecommendationPart(
                made.id(),
                null,
                made.proposedBy(),
                made.proposedAt(),
                made.approved(),
                null,
                made.decidedBy(),
                made.decidedAt());
    }

    private static TaskPart task(TaskPart given) {
        return new TaskPart(
                given.id(),
                given.recommendationId(),
                null,
                given.owner(),
                given.dueOn(),
                given.status(),
                given.endedOn(),
                null);
    }
}
