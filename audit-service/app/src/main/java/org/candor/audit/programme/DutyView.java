package org.candor.audit.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.programme.decision.Duty.Open;
import org.candor.audit.programme.decision.DutyKind;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.events.CaseEvent.CostKind;
import org.candor.events.OfficerRole;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A duty; its note, rounds and files only where one is read. */
@Schema(name = "Duty")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DutyView(
        UUID dutyId,
        String entityId,
        String kind,
        String title,
        String subject,
        @Schema(nullable = true) String department,
        OfficerRole role,
        @Schema(nullable = true) String person,

        @Schema(nullable = true, description = "Of a case, where one is read: against whom it is")
        String against,

        @Schema(nullable = true, description = "Absent for what is done once")
        String every,

        LocalDate dueOn,

        @Schema(description = "Whole days after dueOn, in the entity's zone; 0 in time and for what is not open")
        long daysLate,

        @Schema(nullable = true) LocalDate lastDoneOn,
        DutyRow.State state,

        @Schema(nullable = true, description = "The duty that a finding came out of")
        UUID parentId,

        @Schema(nullable = true, description = "The incident that a cost comes from")
        UUID incidentId,

        @Schema(nullable = true, description = "How much is asked for")
        Money cost,

        @Schema(
                nullable = true,
                description =
                        "Where one is read: what the incident cost in all, once its case told so when it was closed")
        List<CostView> incidentCosts,

        @Schema(implementation = String.class, nullable = true)
        PersonalText note,

        List<String> citations,
        @Schema(nullable = true) List<RoundView> rounds,
        @Schema(nullable = true) List<FileView> files,
        @Schema(description = "What its state allows") List<String> commands,
        Instant createdAt,

        @Schema(nullable = true, description = "The last day on which it must be kept; absent while it is in effect")
        LocalDate retainUntil,

        long version) {

    /** One round: done, or ended undone. */
    @Schema(name = "DutyRound")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RoundView(
            int number,
            String outcome,
            LocalDate dueOn,
            LocalDate doneOn,
            long daysLate,
            String evidence,
            @Schema(nullable = true) UUID documentId,

            @Schema(nullable = true, description = "SHA-256 of the document; the same stands in the trail")
            String sha256,

            @Schema(implementation = String.class, nullable = true)
            PersonalText note,

            @Schema(implementation = String.class, nullable = true)
            PersonalText reason,

            @Schema(nullable = true) LocalDate nextDueOn,
            String doneBy,
            Instant recordedAt) {

        static RoundView of(Rounds.Round round, Optional<PersonalText> note, Optional<PersonalText> reason) {
            return new RoundView(
                    round.number(),
                    round.outcome(),
                    round.dueOn(),
                    round.doneOn(),
                    round.daysLate(),
                    round.evidence(),
                    round.documentId().orElse(null),
                    round.sha256().orElse(null),
                    note.orElse(null),
                    reason.orElse(null),
                    round.nextDueOn().orElse(null),
                    round.doneBy(),
                    round.recordedAt());
        }
    }

    /** What an incident cost, of one kind and currency. */
    @Schema(name = "IncidentCost")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CostView(
            CostKind kind,

            @Schema(description = "Hours, or units of the currency")
            BigDecimal amount,

            @Schema(nullable = true, description = "ISO 4217; absent for hours")
            String currency) {}

    /** A file that proves. */
    @Schema(name = "DutyFile")
    public record FileView(UUID documentId, String name, String sha256, String addedBy, Instant addedAt) {}

    static DutyView inList(DutyRow row, DutyKind kind, LocalDate today, RetentionRule rule) {
        return of(row, kind, today, rule, null, Optional.empty(), null, null);
    }

    static DutyView of(
            DutyRow row,
            DutyKind kind,
            LocalDate today,
            RetentionRule rule,
            List<CostView> incidentCosts,
            Optional<PersonalText> note,
            List<RoundView> rounds,
            List<FileView> files) {
        return new DutyView(
                row.dutyId(),
                row.entityId(),
                row.kind(),
                kind.titleOf(row.subject(), row.department()),
                row.subject(),
                orNull(row.department()),
                row.role(),
                orNull(row.person()),
                rounds == null ? null : orNull(row.against()),
                row.every().isZero() ? null : row.every().toString(),
                row.dueOn(),
                row.duty(kind) instanceof Open open ? open.daysLate(today) : 0,
                row.lastDoneOn().orElse(null),
                row.state(),
                row.parentId().orElse(null),
                row.incidentId().orElse(null),
                row.cost().orElse(null),
                incidentCosts,
                note.orElse(null),
                kind.citations(),
                rounds,
                files,
                commands(row, kind),
                row.createdAt(),
                row.countedFrom().map(rule::keepThrough).orElse(null),
                row.version());
    }

    private static List<String> commands(DutyRow row, DutyKind kind) {
        if (row.state() != DutyRow.State.OPEN || kind.keeping() == DutyKind.Keeping.ELSEWHERE) {
            return List.of();
        }
        return kind.keeping().isDone()
                ? List.of("complete", "cancel", "assign", "findings", "files")
                : List.of("cancel", "assign", "findings", "files");
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
