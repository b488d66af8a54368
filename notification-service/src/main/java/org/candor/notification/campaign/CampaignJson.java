package org.candor.notification.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.ObligationEvent.Obligation;
import org.candor.events.ObligationEvent.ObligationsComputed;
import org.candor.events.ObligationKind;
import org.candor.kit.outbox.EventJson;
import org.candor.notification.campaign.decision.Campaign;
import org.candor.notification.campaign.decision.Duties;
import org.candor.notification.campaign.decision.Duty;

/** The stored form of a campaign's state, and the border to the event. */
public final class CampaignJson {

    private record StoredDuties(int version, List<StoredDuty> list) {}

    private record StoredDuty(
            UUID id,
            ObligationKind kind,
            String jurisdiction,
            LocalDate due,
            LocalDate heldUntil,
            String track,
            String method,
            String recipient,
            String citation,
            String reason,
            LocalDate doneOn) {

        static StoredDuty of(Duty duty) {
            return new StoredDuty(
                    duty.id(),
                    duty.kind(),
                    duty.jurisdiction(),
                    duty.due(),
                    duty.heldUntil().orElse(null),
                    duty.track(),
                    duty.method(),
                    duty.recipient(),
                    duty.citation(),
                    duty.reason(),
                    duty.doneOn().orElse(null));
        }

        Duty duty() {
            return new Duty(
                    id,
                    kind,
                    jurisdiction,
                    due,
                    Optional.ofNullable(heldUntil),
                    track,
                    method,
                    recipient,
                    citation,
                    reason,
                    Optional.ofNullable(doneOn));
        }
    }

    private CampaignJson() {}

    static Campaign read(String state, String json, LocalDate completedOn) {
        StoredDuties stored = EventJson.read(json, StoredDuties.class);
        Duties duties = new Duties(
                stored.version(), stored.list().stream().map(StoredDuty::duty).toList());
        return switch (state) {
            case "OPENED" -> new Campaign.Opened(duties);
            case "READY" -> new Campaign.Ready(duties);
            case "SENDING" -> new Campaign.Sending(duties);
            case "SENT" -> new Campaign.Sent(duties);
            case "COMPLETED" -> new Campaign.Completed(duties, completedOn);
            default -> throw new IllegalStateException("unknown state of a campaign");
        };
    }

    static String write(Duties duties) {
        return EventJson.write(new StoredDuties(
                duties.version(), duties.list().stream().map(StoredDuty::of).toList()));
    }

    static String name(Campaign campaign) {
        return switch (campaign) {
            case Campaign.Opened opened -> "OPENED";
            case Campaign.Ready ready -> "READY";
            case Campaign.Sending sending -> "SENDING";
            case Campaign.Sent sent -> "SENT";
            case Campaign.Completed completed -> "COMPLETED";
        };
    }

    public static Duties of(ObligationsComputed computed) {
        return new Duties(
                computed.version(),
                computed.obligations().stream().map(CampaignJson::of).toList());
    }

    private static Duty of(Obligation obligation) {
        return new Duty(
                obligation.obligationId(),
                obligation.kind(),
                text(obligation.jurisdiction()),
                obligation.due(),
                Optional.ofNullable(obligation.heldUntil()),
                text(obligation.track()),
                text(obligation.method()),
                text(obligation.recipient()),
                text(obligation.citation()),
                text(obligation.reason()),
                Optional.ofNullable(obligation.completedOn()));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
