package org.candor.breach.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.assessment.decision.Assessment;
import org.candor.breach.assessment.decision.Candidate;
import org.candor.breach.assessment.decision.Conclusion;
import org.candor.breach.assessment.decision.Dossier;
import org.candor.breach.assessment.decision.Reopening;
import org.candor.breach.assessment.decision.Suggestion;
import org.candor.breach.obligations.FactsView.KnowledgeView;
import org.candor.breach.obligations.PreviewView;
import org.candor.breach.obligations.decision.Basis;
import org.candor.breach.obligations.decision.Discovery;
import org.candor.events.AssessmentOutcome;
import org.candor.events.CaseEvent.KnownBy;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An assessment with all that is written in it.
 *
 * @param missing what keeps the worksheet from being complete, by its place on the form
 * @param suggestion what the worksheet leads to; the officer decides
 * @param reopenings every conclusion that was taken back, by whose word and why
 * @param ifBreach while it is only presumed to be a breach: what would be owed, so that no clock is hidden
 * @param commands what state and caller allow
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Assessment")
public record AssessmentView(
        UUID incidentId,
        String entityId,
        String entityName,
        String timeZone,
        boolean drill,
        StateName state,
        int edition,
        Instant openedAt,
        Instant updatedAt,
        DiscoveryView discovery,
        WorksheetView worksheet,
        NoticeView notice,
        List<String> missing,
        SuggestionView suggestion,
        ConclusionView conclusion,
        List<ReopeningView> reopenings,
        PreviewView ifBreach,
        List<String> commands,
        String disclaimer) {

    /** The discovery record (policy III.C): every candidate, and why it counts or does not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DiscoveryView(LocalDate on, String reason, List<CandidateView> candidates) {}

    /** Somebody who knew. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CandidateView(
            String key,
            KnownBy by,
            Basis basis,
            String at,
            boolean agentOfEntity,
            String toldEntityAt,
            Integer contractDays,
            PersonalText how,
            String replaces,
            boolean replaced,
            LocalDate counted,
            boolean decides,
            String why,
            Instant recordedAt) {}

    /** What the worksheet leads to. */
    public record SuggestionView(AssessmentOutcome outcome, boolean presumed, List<String> reasons) {
        static SuggestionView of(Suggestion suggestion) {
            return new SuggestionView(suggestion.outcome(), suggestion.presumed(), suggestion.reasons());
        }
    }

    /** What was decided. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConclusionView(
            AssessmentOutcome outcome,
            PersonalText reason,
            PersonalText counselNote,
            Conclusion.FollowUp followUp,
            SuggestionView suggestion,
            String decidedBy,
            Instant decidedAt) {

        static ConclusionView of(Conclusion conclusion) {
            return new ConclusionView(
                    conclusion.outcome(),
                    new PersonalText(conclusion.reason()),
                    new PersonalText(conclusion.counselNote()),
                    conclusion.followUp().orElse(null),
                    SuggestionView.of(conclusion.suggestion()),
                    conclusion.decidedBy(),
                    conclusion.decidedAt());
        }
    }

    /** A conclusion that was taken back. */
    @Schema(name = "ReopeningOfAnAssessment")
    public record ReopeningView(int edition, Reopening.Cause cause, PersonalText reason, Instant at) {
        static ReopeningView of(Reopening reopening) {
            return new ReopeningView(
                    reopening.edition(), reopening.cause(), new PersonalText(reopening.reason()), reopening.at());
        }
    }

    static AssessmentView of(
            AssessmentRow row, Assessment assessment, Optional<PreviewView> ifBreach, List<String> commands) {
        Dossier dossier = assessment.dossier();
        Conclusion conclusion = AssessmentRow.conclusion(assessment);
        return new AssessmentView(
                row.incidentId,
                row.entityId,
                row.entityName,
                row.timeZone,
                row.drill,
                row.state,
                row.edition,
                row.openedAt,
                row.updatedAt,
                discovery(dossier),
                WorksheetView.of(dossier.worksheet()),
                NoticeView.of(dossier.notice()),
                dossier.worksheet().missing(),
                SuggestionView.of(dossier.suggestion()),
                conclusion == null ? null : ConclusionView.of(conclusion),
                dossier.reopenings().stream().map(ReopeningView::of).toList(),
                ifBreach.orElse(null),
                commands,
                PreviewView.NOT_LEGAL_ADVICE);
    }

    static DiscoveryView discovery(Dossier dossier) {
        Discovery discovery = dossier.discovery();
        Map<String, String> names = dossier.names();
        List<CandidateView> candidates = new ArrayList<>();
        for (Candidate candidate : dossier.candidates()) {
            String name = names.get(candidate.knowledge().key());
            Optional<Discovery.Candidate> counted = discovery.candidates().stream()
                    .filter(each -> each.knowledge().key().equals(name))
                    .findFirst();
            candidates.add(view(candidate, counted));
        }
        return new DiscoveryView(discovery.on().orElse(null), discovery.reason(), candidates);
    }

    private static CandidateView view(Candidate candidate, Optional<Discovery.Candidate> counted) {
        var knowledge = candidate.knowledge();
        return new CandidateView(
                knowledge.key(),
                knowledge.by(),
                knowledge.basis(),
                KnowledgeView.text(knowledge.at()),
                knowledge.agentOfEntity(),
                knowledge.toldEntityAt().map(KnowledgeView::text).orElse(null),
                knowledge.contractDays().isPresent() ? knowledge.contractDays().getAsInt() : null,
                candidate.how().isEmpty() ? null : new PersonalText(candidate.how()),
                candidate.replaces().orElse(null),
                counted.isEmpty(),
                counted.flatMap(Discovery.Candidate::counted).orElse(null),
                counted.map(Discovery.Candidate::decides).orElse(false),
                counted.map(Discovery.Candidate::why).orElse("replaced by a corrected entry"),
                candidate.recordedAt());
    }
}
