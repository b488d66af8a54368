package org.candor.investigation.cyber;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.investigation.cyber.decision.Agency;
import org.candor.investigation.cyber.decision.Draft;
import org.candor.investigation.cyber.decision.Ground;
import org.candor.investigation.cyber.decision.Identifier;
import org.candor.investigation.cyber.decision.ReportingOrder;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What policy II asks of a case, and the clock of the breach notice beside it. */
@Schema(name = "CyberFile")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CyberView(
        boolean cyberRelated,
        ClockPart clock,

        @Schema(description = "Absent where no agency has asked to wait with the notices")
        HoldPart hold,

        List<OrderPart> order,

        @Schema(description = "Parts of policy II.B that are not stated yet", examples = "[\"order.MITIGATION\"]")
        List<String> orderMissing,

        List<AnswerPart> decisions,
        List<DraftPart> drafts,

        @Schema(description = "What was taken out of the registered identifiers; how many, never which")
        List<RemovalPart> removals,

        @Schema(description = "What of this keeps the case open")
        List<String> toClose) {

    /** Codes, times and acting staff, and nothing that people wrote. */
    CyberView withoutWords() {
        return new CyberView(
                cyberRelated,
                clock,
                hold,
                order.stream().map(OrderPart::withoutWords).toList(),
                orderMissing,
                decisions.stream().map(AnswerPart::withoutWords).toList(),
                drafts.stream().map(DraftPart::withoutWords).toList(),
                removals.stream().map(RemovalPart::withoutWords).toList(),
                toClose);
    }

    /** It runs if the incident is a breach, whatever the order of policy II.B says. */
    @Schema(name = "NoticeClock")
    record ClockPart(
            LocalDate from,

            @Schema(description = "False while the report's own knowledge stands in")
            boolean determined,

            LocalDate lastDay,
            long daysLeft,
            @Schema(examples = "OPEN") String breachQuestion,
            String citation) {}

    /** A law-enforcement statement; what it holds, and the statement itself, stand with the breach. */
    @Schema(name = "LawEnforcementHold")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HoldPart(
            LocalDate statedOn,

            @Schema(description = "The local day until which breach-service holds them")
            LocalDate heldUntil,

            @Schema(description = "Present when it was taken back, or its day has come")
            LocalDate endedOn,

            @Schema(description = "Path of the duties and holds in breach-service")
            String heldAt,

            String citation) {}

    @Schema(name = "OrderPart")
    record OrderPart(
            ReportingOrder.Part part,
            ReportingOrder.Outcome outcome,
            Instant completedAt,
            PersonalText words,
            String statedBy,
            Instant statedAt) {

        OrderPart withoutWords() {
            return new OrderPart(part, outcome, completedAt, null, statedBy, statedAt);
        }
    }

    @Schema(name = "ReportingDecisionMade")
    record AnswerPart(Agency.Kind kind, boolean answer, PersonalText reason, String decidedBy, Instant decidedAt) {

        AnswerPart withoutWords() {
            return new AnswerPart(kind, answer, null, decidedBy, decidedAt);
        }
    }

    @Schema(name = "IdentifiersRemoved")
    record RemovalPart(int names, int numbers, PersonalText reason, String by, Instant at) {

        RemovalPart withoutWords() {
            return new RemovalPart(names, numbers, null, by, at);
        }
    }

    @Schema(name = "AgencyDraft")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DraftPart(
            UUID id,
            Agency agency,
            Agency.Kind kind,
            Draft.Status status,
            List<String> authors,
            Instant writtenAt,
            PersonalText subject,
            PersonalText text,
            List<CyberWords.IndicatorPart> indicators,

            @Schema(description = "What the check found, by place; never the text itself")
            List<FindingPart> findings,

            OverridePart override,
            String signedBy,
            Instant signedAt,
            SendingPart sending) {

        DraftPart withoutWords() {
            return new DraftPart(
                    id,
                    agency,
                    kind,
                    status,
                    authors,
                    writtenAt,
                    null,
                    null,
                    List.of(),
                    findings,
                    override == null ? null : override.withoutWords(),
                    signedBy,
                    signedAt,
                    sending == null ? null : sending.withoutWords());
        }
    }

    @Schema(name = "PhiFinding")
    record FindingPart(String code, Identifier identifier, String citation) {
        static FindingPart of(String code) {
            Identifier identifier = Identifier.valueOf(code.split("\\.")[1]);
            return new FindingPart(code, identifier, identifier.citation());
        }
    }

    @Schema(name = "PhiOverride")
    record OverridePart(Ground ground, String citation, PersonalText reason, String by, Instant at) {

        OverridePart withoutWords() {
            return new OverridePart(ground, citation, null, by, at);
        }
    }

    @Schema(name = "AgencySending")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SendingPart(Instant sentAt, String by, PersonalText reference, boolean deviates, PersonalText deviation) {

        SendingPart withoutWords() {
            return new SendingPart(sentAt, by, null, deviates, null);
        }
    }
}
