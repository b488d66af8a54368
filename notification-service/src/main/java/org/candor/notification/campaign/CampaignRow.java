package org.candor.notification.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.candor.kit.outbox.Origin;
import org.candor.notification.campaign.decision.Campaign;

/** A campaign as it is stored; its state is read and written through the decision core only. */
@Entity
@Table(name = "campaign")
public class CampaignRow {

    @Id
    @Column(name = "incident_id")
    UUID incidentId;

    @Column(name = "entity_id")
    String entityId;

    boolean drill;

    @Column(name = "time_zone")
    String timeZone;

    String state;
    String duties;

    @Column(name = "discovered_on")
    LocalDate discoveredOn;

    @Column(name = "letter_due")
    LocalDate letterDue;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "completed_on")
    LocalDate completedOn;

    @Column(name = "delegated_to")
    String delegatedTo = "";

    @Column(name = "delegated_reference")
    String delegatedReference = "";

    @Version
    long version;

    public long version() {
        return version;
    }

    public UUID incidentId() {
        return incidentId;
    }

    public String entityId() {
        return entityId;
    }

    public boolean drill() {
        return drill;
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** An associate sends the notices itself. */
    public boolean delegated() {
        return !delegatedTo.isEmpty();
    }

    public LocalDate discoveredOn() {
        return discoveredOn;
    }

    /** As the decision core sees it. */
    public Campaign campaign() {
        return CampaignJson.read(state, duties, completedOn);
    }

    public Origin origin(String actor) {
        return new Origin(entityId, drill, actor);
    }

    void take(Campaign campaign) {
        state = CampaignJson.name(campaign);
        duties = CampaignJson.write(campaign.duties());
        completedOn = campaign instanceof Campaign.Completed completed ? completed.on() : null;
    }
}
