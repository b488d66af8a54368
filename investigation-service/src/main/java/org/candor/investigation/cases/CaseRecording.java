package org.candor.investigation.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.candor.events.CaseEvent;
import org.candor.events.DeadlineEvent;
import org.candor.events.Fact;
import org.candor.investigation.cases.decision.CaseFact;
import org.candor.investigation.cases.decision.Decision.Accepted;
import org.candor.investigation.cases.decision.Paperwork.Signature;
import org.candor.investigation.cases.decision.Playbooks;
import org.candor.investigation.cases.decision.Review.Recommendation;
import org.candor.investigation.cases.decision.Review.Task;
import org.candor.investigation.cases.decision.StepEntry;

/** Turns the facts of a decision into rows. The words of the request are sealed into the row they belong to. */
final class CaseRecording {

    private final StoredCase stored;
    private final Accepted accepted;
    private final SealedWords words;
    private final String actor;
    private final Instant now;
    private final Supplier<UUID> ids;
    private final Playbooks playbooks;
    private final List<Object> rows = new ArrayList<>();

    CaseRecording(
            StoredCase stored,
            Accepted accepted,
            SealedWords words,
            String actor,
            Instant now,
            Supplier<UUID> ids,
            Playbooks playbooks) {
        this.stored = stored;
        this.accepted = accepted;
        this.words = words;
        this.actor = actor;
        this.now = now;
        this.ids = ids;
        this.playbooks = playbooks;
    }

    /** New rows in the order in which they may be inserted; rows that only change are changed in place. */
    List<Object> rows() {
        for (CaseFact fact : accepted.facts()) {
            switch (fact) {
                case CaseFact.Announced announced -> announced(announced.event());
                case CaseFact.StepRecorded recorded -> step(recorded.entry());
                case CaseFact.StepApproved approved -> approval(approved);
                case CaseFact.OfficerInformed informed ->
                    entry("officer-informed", informed.informed().name());
                case CaseFact.LetterFrozen frozen -> letter(frozen);
                case CaseFact.DocumentationWritten written -> documentation(written.revision());
                case CaseFact.FormFrozen frozen -> signature(frozen.signature());
                case CaseFact.FollowUpWritten ignored -> followUp();
                case CaseFact.RecommendationProposed proposed -> proposal(proposed.recommendation());
                case CaseFact.RecommendationAnswered answered -> answer(answered.recommendation());
                case CaseFact.TaskGiven given -> task(given.task());
                case CaseFact.TaskEnded ended -> ending(ended.task());
                case CaseFact.AssessmentNoted noted ->
                    entry("assessment-" + noted.now().name().toLowerCase(Locale.ROOT), "");
            }
        }
        return rows;
    }

    private void announced(CaseEvent event) {
        if (event instanceof CaseEvent.PhaseStarted started) {
            PhaseRow row = new PhaseRow();
            row.id = ids.get();
            row.incidentId = stored.row().incidentId;
            row.round = accepted.next().file().round();
            row.phase = started.phase();
            row.startedAt = started.startedAt();
            rows.add(row);
        }
        entry(event.getClass().getAnnotation(Fact.class).value(), reference(event));
    }

    private static String reference(CaseEvent event) {
        return switch (event) {
            case CaseEvent.PhaseStarted started -> started.phase().name();
            case CaseEvent.PhaseCompleted completed -> completed.phase().name();
            case CaseEvent.SafeToContinueDecided decided -> decided.safe() ? "safe" : "not-safe";
            case CaseEvent.FormSigned signed -> signed.form() + " v" + signed.version();
            case CaseEvent.RecommendationDecided decided -> decided.approved() ? "approved" : "rejected";
            case DeadlineEvent deadline -> deadline.deadlineId().toString();
            default -> "";
        };
    }

    private void step(StepEntry entry) {
        StepRow row = new StepRow();
        row.id = entry.id();
        row.incidentId = stored.row().incidentId;
        row.n = accepted.next().file().work().entries().size();
        row.round = entry.round();
        row.step = entry.step();
        row.playbook = playbooks.holding(entry.step()).orElseThrow().version();
        row.outcome = entry.outcome();
        row.startedAt = entry.startedAt().orElse(null);
        row.endedAt = entry.endedAt().orElse(null);
        row.recordedBy = entry.recordedBy();
        row.recordedAt = entry.recordedAt();
        row.replaces = entry.replaces().orElse(null);
        row.deviates = entry.deviates();
        row.words = words.take("step_entry.words", row.id);
        rows.add(row);
        entry(entry.replaces().isPresent() ? "step-replaced" : "step-recorded", entry.step());
    }

    private void approval(CaseFact.StepApproved approved) {
        ApprovalRow row = new ApprovalRow();
        row.entryId = approved.entry().id();
        row.incidentId = stored.row().incidentId;
        row.approvedBy = approved.approval().by();
        row.approvedAt = approved.approval().at();
        row.words = words.take("step_approval.words", row.entryId);
        rows.add(row);
        entry("step-approved", approved.entry().step());
    }

    private void letter(CaseFact.LetterFrozen frozen) {
        LetterRow row = new LetterRow();
        row.id = frozen.letter().id();
        row.incidentId = stored.row().incidentId;
        row.kind = frozen.kind();
        row.channel = frozen.letter().channel();
        row.dated = frozen.letter().on();
        row.writtenBy = actor;
        row.writtenAt = now;
        row.sha256 = frozen.letter().sha256();
        row.words = words.take("complaint_letter.words", row.id);
        row.pdf = words.beside("complaint_letter.pdf", row.id);
        rows.add(row);
        entry("complaint-letter-" + frozen.kind().name().toLowerCase(Locale.ROOT), row.id.toString());
    }

    private void documentation(int revision) {
        DocumentationRow row = new DocumentationRow();
        row.id = ids.get();
        row.incidentId = stored.row().incidentId;
        row.revision = revision;
        row.writtenBy = actor;
        row.writtenAt = now;
        row.words = words.take("documentation.words", row.id);
        rows.add(row);
        entry("documentation-written", "r" + revision);
    }

    private void signature(Signature signature) {
        SignatureRow row = new SignatureRow();
        row.id = signature.id();
        row.incidentId = stored.row().incidentId;
        row.form = signature.form().id();
        row.version = signature.version();
        row.round = signature.round();
        row.revision = signature.revision();
        row.stepEntries = signature.stepEntries();
        row.signedBy = signature.by();
        row.signedAt = signature.at();
        row.sha256 = signature.sha256();
        rows.add(row);
        FormDocumentRow document = new FormDocumentRow();
        document.signatureId = signature.id();
        document.pdf = words.take("form_document.pdf", signature.id());
        document.content = words.beside("form_document.content", signature.id());
        rows.add(document);
    }

    private void followUp() {
        FollowUpRow row = new FollowUpRow();
        row.id = ids.get();
        row.incidentId = stored.row().incidentId;
        row.writtenBy = actor;
        row.writtenAt = now;
        row.words = words.take("follow_up.words", row.id);
        rows.add(row);
        entry("follow-up-written", "");
    }

    private void proposal(Recommendation proposed) {
        RecommendationRow row = new RecommendationRow();
        row.id = proposed.id();
        row.incidentId = stored.row().incidentId;
        row.proposedBy = proposed.proposedBy();
        row.proposedAt = proposed.proposedAt();
        row.words = words.take("recommendation.words", row.id);
        rows.add(row);
        entry("recommendation-proposed", row.id.toString());
    }

    private void answer(Recommendation answered) {
        RecommendationRow row = stored.recommendations().stream()
                .filter(one -> one.id.equals(answered.id()))
                .findFirst()
                .orElseThrow();
        Recommendation.Answer answer = answered.answer().orElseThrow();
        row.approved = answer.approved();
        row.decidedBy = answer.by();
        row.decidedAt = answer.at();
        row.decisionWords = words.take("recommendation.decision_words", row.id);
    }

    private void task(Task given) {
        TaskRow row = new TaskRow();
        row.id = given.id();
        row.incidentId = stored.row().incidentId;
        row.recommendationId = given.recommendation().orElse(null);
        row.owner = given.owner();
        row.dueOn = given.dueOn();
        row.status = given.status();
        row.words = words.take("case_task.words", row.id);
        rows.add(row);
        entry("task-given", row.id.toString());
    }

    private void ending(Task ended) {
        TaskRow row = stored.tasks().stream()
                .filter(one -> one.id.equals(ended.id()))
                .findFirst()
                .orElseThrow();
        row.status = ended.status();
        row.endedOn = ended.endedOn().orElseThrow();
        row.endingWords = words.take("case_task.ending_words", row.id);
        entry("task-" + ended.status().name().toLowerCase(Locale.ROOT), row.id.toString());
    }

    private void entry(String kind, String reference) {
        TimelineRow row = new TimelineRow();
        row.id = ids.get();
        row.incidentId = stored.row().incidentId;
        row.at = now;
        row.round = accepted.next().file().round();
        row.phase = accepted.next().phase();
        row.kind = kind;
        row.actor = actor;
        row.reference = reference;
        row.words = words.takeOrNull("timeline_entry.words", row.id);
        rows.add(row);
    }
}
