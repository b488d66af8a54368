package org.candor.notification.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.candor.notification.campaign.decision.Duty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A campaign: what is owed, until when, what holds it, what is done, and what the caller may do next. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CampaignView(
        UUID incidentId,
        String entityId,
        boolean drill,

        @Schema(enumeration = {"OPENED", "READY", "SENDING", "SENT", "COMPLETED"})
        String state,

        LocalDate discoveredOn,

        @Schema(description = "Earliest due day of all letters to individuals")
        LocalDate letterDue,

        Instant openedAt,
        LocalDate completedOn,

        @Schema(description = "The associate that sends the notices itself; then nothing is sent from here")
        String delegatedTo,

        @Schema(description = "By which agreement") String delegatedReference,
        List<DutyView> duties,

        @Schema(description = "How many people are where; only of one campaign")
        PeopleProgress people,

        @Schema(
                description =
                        "What the duties ask of the letter and its newest approved version does not answer for; nothing is"
                                + " sent until a newer one is approved. Only of one campaign, absent when there is none")
        List<LetterGap> letterGaps,

        @Schema(description = "Commands that state and caller allow", examples = "[\"START_RUN\", \"PUBLISH_POSTING\"]")
        List<String> commands) {

    /** One duty as breach-service told it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DutyView(
            UUID obligationId,
            ObligationKind kind,
            @Schema(examples = "WI") String jurisdiction,
            LocalDate due,

            @Schema(description = "First day on which it may go again")
            LocalDate heldUntil,

            @Schema(enumeration = {"OPEN", "HELD", "DONE"}) String state,
            LocalDate doneOn,
            String track,
            String method,
            String recipient,
            String citation,
            String reason) {

        static DutyView of(Duty duty, LocalDate today) {
            return new DutyView(
                    duty.id(),
                    duty.kind(),
                    duty.jurisdiction(),
                    duty.due(),
                    duty.heldUntil().orElse(null),
                    duty.heldOn(today) ? "HELD" : duty.open() ? "OPEN" : "DONE",
                    duty.doneOn().orElse(null),
                    duty.track().isEmpty() ? null : duty.track(),
                    duty.method().isEmpty() ? null : duty.method(),
                    duty.recipient(),
                    duty.citation(),
                    duty.reason());
        }
    }

    static CampaignView of(
            CampaignRow row,
            LocalDate today,
            List<String> commands,
            PeopleProgress people,
            List<LetterGap> letterGaps) {
        return new CampaignView(
                row.incidentId,
                row.entityId,
                row.drill,
                row.state,
                row.discoveredOn,
                row.letterDue,
                row.openedAt,
                row.completedOn,
                row.delegated() ? row.delegatedTo : null,
                row.delegated() ? row.delegatedReference : null,
                row.campaign().duties().list().stream()
                        .map(duty -> DutyView.of(duty, today))
                        .toList(),
                people,
                letterGaps.isEmpty() ? null : letterGaps,
                commands);
    }
}
