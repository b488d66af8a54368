package org.candor.investigation.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candor.events.CaseEvent.LetterChannel;
import org.candor.events.CasePhase;
import org.candor.events.OfficerRole;
import org.candor.events.ReportKind;
import org.candor.investigation.cases.decision.BreachQuestion;
import org.candor.investigation.cases.decision.CaseFact.LetterFrozen;
import org.candor.investigation.cases.decision.CyberTest;
import org.candor.investigation.cases.decision.NoViolation;
import org.candor.investigation.cases.decision.Playbook.Need;
import org.candor.investigation.cases.decision.Review.TaskStatus;
import org.candor.investigation.cases.decision.StepEntry.Outcome;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A case as an officer works with it; {@link CaseWithoutWords} is what an auditor is shown of it. */
@Schema(name = "Case")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseView(
        CaseSummary summary,
        int round,
        ReportPart report,

        @Schema(description = "Officers who answer for the case; both where it is of both kinds; none before triage")
        List<OfficerRole> owners,

        @Schema(description = "Absent until triage") ClassificationPart classification,

        @Schema(description = "Absent until decided") Boolean safeToContinue,

        ComplaintPart complaint,

        @Schema(description = "Steps and order of the present phase; absent where the phase has none")
        PlaybookPart playbook,

        List<StepPart> steps,
        DocumentationPart documentation,
        List<FormPart> forms,
        FollowUpPart followUp,
        List<RecommendationPart> recommendations,
        List<TaskPart> tasks,

        @Schema(description = "What the caller may do now") List<String> commands,

        @Schema(description = "What keeps the present phase from ending")
        List<String> missing,

        @Schema(
                description =
                        "What keeps the case from being closed; restricted-matter is something that the caller may not"
                                + " read: another officer has to end it")
        List<String> toClose) {

    /** What lists show of a case: codes and dates. */
    @Schema(name = "CaseSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CaseSummary(
            UUID incidentId,
            String entityId,
            boolean drill,
            CasePhase phase,
            ReportKind reportKind,
            boolean urgent,
            Boolean privacy,
            Boolean security,
            Boolean cyberRelated,
            BreachQuestion breachQuestion,

            @Schema(description = "How often it was asked; more than one where a later round asked again")
            int breachRequests,

            @Schema(description = "When it was asked last; absent where it never was")
            Instant breachAskedAt,

            LocalDate complaintDueOn,

            @Schema(description = "Present while the case is too quiet; overdue after this moment")
            Instant idleDueAt,

            Instant openedAt,
            Instant updatedAt,
            Instant closedAt,
            LocalDate concludedOn) {

        static CaseSummary of(CaseRow row) {
            return new CaseSummary(
                    row.incidentId,
                    row.entityId,
                    row.drill,
                    row.phase,
                    row.reportKind,
                    row.urgent,
                    row.privacy,
                    row.security,
                    row.cyberRelated,
                    row.breach,
                    row.breachRequests,
                    row.breachAskedAt,
                    row.complaintExtendedTo == null ? row.complaintDueOn : row.complaintExtendedTo,
                    row.idleDueAt,
                    row.openedAt,
                    row.updatedAt,
                    row.closedAt,
                    row.concludedOn);
        }
    }

    @Schema(name = "CaseReport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportPart(
            boolean anonymous,
            boolean byWorkforce,
            boolean phiPossible,
            Instant happenedAt,
            Instant learnedAt,
            Instant receivedAt) {}

    @Schema(name = "Classification")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClassificationPart(
            boolean privacy,
            boolean security,
            boolean phiMayBeInvolved,
            boolean improperUseOrDisclosure,
            boolean cyberRelated,

            @Schema(description = "The definition's tests that are met")
            Set<CyberTest> cyberTests,

            @Schema(description = "Present when the rules permit the disclosure; bars sanctions")
            NoViolationPart noViolation) {}

    @Schema(name = "NoViolation")
    record NoViolationPart(NoViolation.Ground ground, String citation, List<String> answers) {}

    @Schema(name = "CaseComplaint")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ComplaintPart(
            LocalDate dueOn,

            @Schema(description = "The later day that the complainant was told in time")
            LocalDate extendedTo,

            LocalDate answeredOn,
            List<LetterPart> letters) {}

    @Schema(name = "ComplaintLetter")
    record LetterPart(
            UUID id, LetterFrozen.Kind kind, LetterChannel channel, LocalDate dated, String writtenBy, String sha256) {}

    @Schema(name = "Playbook")
    record PlaybookPart(CasePhase phase, int version, List<PlaybookStep> steps, List<PlaybookRule> order) {}

    @Schema(name = "PlaybookStep")
    record PlaybookStep(
            String id,
            String title,
            String purpose,
            String citation,
            Need need,

            @Schema(description = "Somebody else must approve what was done")
            boolean approval,

            boolean repeatable) {}

    @Schema(name = "PlaybookRule")
    record PlaybookRule(String id, String why, String citation, List<String> steps) {}

    @Schema(name = "StepEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepPart(
            UUID id,
            String step,
            String title,
            int round,
            Outcome outcome,
            Instant startedAt,
            Instant endedAt,
            PersonalText result,
            PersonalText performedBy,
            PersonalText deviation,
            String recordedBy,
            Instant recordedAt,
            UUID replaces,

            @Schema(description = "False when a later entry took its place, or the case was reopened since")
            boolean standing,

            @Schema(description = "Absent until approved, and where the playbook asks for none")
            ApprovalPart approval) {}

    @Schema(name = "StepApproval")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ApprovalPart(String approvedBy, Instant approvedAt, PersonalText note) {}

    @Schema(name = "DocumentationRevision")
    record DocumentationPart(int revision, String writtenBy, Instant writtenAt, Words.Documentation items) {}

    @Schema(name = "CaseForm")
    record FormPart(
            String form,
            OfficerRole signer,

            @Schema(description = "True when the newest words are signed")
            boolean signed,

            List<SignedVersion> versions) {}

    @Schema(name = "SignedVersion")
    record SignedVersion(int version, String signedBy, Instant signedAt, String sha256) {}

    @Schema(name = "FollowUpWriting")
    record FollowUpPart(String writtenBy, Instant writtenAt, Words.FollowUp items) {}

    @Schema(name = "Recommendation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecommendationPart(
            UUID id,
            PersonalText text,
            String proposedBy,
            Instant proposedAt,
            Boolean approved,
            PersonalText reason,
            String decidedBy,
            Instant decidedAt) {}

    @Schema(name = "CaseTask")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskPart(
            UUID id,
            UUID recommendationId,
            PersonalText text,
            OfficerRole owner,
            LocalDate dueOn,
            TaskStatus status,
            LocalDate endedOn,
            PersonalText ending) {}
}
