package org.candor.investigation.cases;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.investigation.cases.CaseView.ApprovalPart;
import org.candor.investigation.cases.CaseView.DocumentationPart;
import org.candor.investigation.cases.CaseView.FollowUpPart;
import org.candor.investigation.cases.CaseView.RecommendationPart;
import org.candor.investigation.cases.CaseView.StepPart;
import org.candor.investigation.cases.CaseView.TaskPart;
import org.candor.investigation.cases.decision.CaseDecisions;
import org.candor.investigation.cases.decision.CaseState;
import org.candor.investigation.cases.decision.CommandName;
import org.candor.investigation.cases.decision.Playbook;
import org.candor.investigation.cases.decision.Playbooks;
import org.candor.investigation.cases.decision.StepEntry;
import org.candor.kit.crypto.IncidentCipher;

/** Makes views of stored cases; the words are opened here. */
@ApplicationScoped
class CaseViews {

    private final CaseDecisions decisions;
    private final Playbooks playbooks;
    private final ObjectMapper json;

    CaseViews(CaseDecisions decisions, Playbooks playbooks, ObjectMapper json) {
        this.decisions = decisions;
        this.playbooks = playbooks;
        this.json = json;
    }

    static List<String> names(Collection<CommandName> commands) {
        return commands.stream().map(CommandName::wire).sorted().toList();
    }

    CaseView view(CaseWork.Opened opened, Cases.Papers papers, IncidentCipher cipher) {
        StoredCase stored = opened.stored();
        CaseState state = opened.state();
        return new CaseView(
                CaseView.CaseSummary.of(stored.row()),
                stored.row().round,
                CaseParts.report(stored.row()),
                CaseParts.owners(state),
                state.file().classification().map(CaseParts::classification).orElse(null),
                stored.row().safe,
                state.file()
                        .complaint()
                        .map(complaint -> CaseParts.complaint(complaint, papers.letters()))
                        .orElse(null),
                Optional.ofNullable(playbooks.of(state.phase()))
                        .map(CaseParts::playbook)
                        .orElse(null),
                steps(stored, state, cipher),
                papers.documentation().map(row -> documentation(row, cipher)).orElse(null),
                CaseParts.forms(state),
                papers.followUp().map(row -> followUp(row, cipher)).orElse(null),
                stored.recommendations().stream()
                        .map(row -> recommendation(row, cipher))
                        .toList(),
                stored.tasks().stream().map(row -> task(row, cipher)).toList(),
                names(decisions.offered(state, opened.acting().person())),
                decisions.missingInPhase(state),
                opened.toClose(state, decisions.openMatters(state)));
    }

    List<StepPart> steps(StoredCase stored, CaseState state, IncidentCipher cipher) {
        Set<UUID> standing = state.file().work().standing(state.file().round()).stream()
                .map(StepEntry::id)
                .collect(Collectors.toSet());
        return stored.steps().stream()
                .map(row -> step(stored, row, standing.contains(row.id), cipher))
                .toList();
    }

    DocumentationPart documentation(DocumentationRow row, IncidentCipher cipher) {
        return new DocumentationPart(
                row.revision,
                row.writtenBy,
                row.writtenAt,
                read(cipher, "documentation.words", row.id, row.words, Words.Documentation.class));
    }

    FollowUpPart followUp(FollowUpRow row, IncidentCipher cipher) {
        return new FollowUpPart(
                row.writtenBy, row.writtenAt, read(cipher, "follow_up.words", row.id, row.words, Words.FollowUp.class));
    }

    Words.Letter letter(LetterRow row, IncidentCipher cipher) {
        return read(cipher, "complaint_letter.words", row.id, row.words, Words.Letter.class);
    }

    <W> W read(IncidentCipher cipher, String place, UUID row, byte[] sealed, Class<W> type) {
        try {
            return json.readValue(cipher.readBytes(place, row, sealed), type);
        } catch (IOException e) {
            throw new UncheckedIOException("words of " + place + " can't be read", e);
        }
    }

    private ApprovalPart approval(StoredCase stored, UUID entry, IncidentCipher cipher) {
        return stored.approvals().stream()
                .filter(row -> row.entryId.equals(entry))
                .findFirst()
                .map(row -> new ApprovalPart(
                        row.approvedBy,
                        row.approvedAt,
                        read(cipher, "step_approval.words", row.entryId, row.words, Words.Reason.class)
                                .reason()))
                .orElse(null);
    }

    private StepPart step(StoredCase stored, StepRow row, boolean standing, IncidentCipher cipher) {
        Words.Step words = read(cipher, "step_entry.words", row.id, row.words, Words.Step.class);
        return new StepPart(
                row.id,
                row.step,
                playbooks.step(row.step).map(Playbook.Step::title).orElse(row.step),
                row.round,
                row.outcome,
                row.startedAt,
                row.endedAt,
                words.result(),
                words.performedBy(),
                words.deviation(),
                row.recordedBy,
                row.recordedAt,
                row.replaces,
                standing,
                approval(stored, row.id, cipher));
    }

    private RecommendationPart recommendation(RecommendationRow row, IncidentCipher cipher) {
        return new RecommendationPart(
                row.id,
                read(cipher, "recommendation.words", row.id, row.words, Words.Text.class)
                        .text(),
                row.proposedBy,
                row.proposedAt,
                row.approved,
                row.decisionWords == null
                        ? null
                        : read(cipher, "recommendation.decision_words", row.id, row.decisionWords, Words.Reason.class)
                                .reason(),
                row.decidedBy,
                row.decidedAt);
    }

    private TaskPart task(TaskRow row, IncidentCipher cipher) {
        return new TaskPart(
                row.id,
                row.recommendationId,
                read(cipher, "case_task.words", row.id, row.words, Words.Text.class)
                        .text(),
                row.owner,
                row.dueOn,
                row.status,
                row.endedOn,
                row.endingWords == null
                        ? null
                        : read(cipher, "case_task.ending_words", row.id, row.endingWords, Words.Reason.class)
                                .reason());
    }
}
