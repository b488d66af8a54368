package org.candor.breach.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.obligations.Columns;
import org.candor.breach.obligations.Recomputing.Breach;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Letters that went to wrong people are a new breach: it is to be reported, and linked to the one whose letters they were. */
@ApplicationScoped
class MisaddressedMailings {

    /**
     * A mailing that went astray.
     *
     * @param people addressees whose letters others got
     * @param linked true once the new breach was reported and linked
     * @param linkedIncidentId the new breach; absent before that, and for whoever may not see it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MisaddressedMailing")
    record Mailing(UUID mailingId, long people, LocalDate detectedOn, boolean linked, UUID linkedIncidentId) {}

    private static final String ADD = """
        insert into misaddressed_mailing (id, incident_id, people, detected_on, recorded_at)
        values (?1, ?2, ?3, ?4, ?5) on conflict do nothing
        """;

    private static final String ALL = """
        select id, people, detected_on, linked_incident_id is not null,
               case when incident_visible(linked_incident_id, ?2, ?3) then linked_incident_id end
          from misaddressed_mailing
         where incident_id = ?1 order by recorded_at, id
        """;

    private static final String LINK = """
        update misaddressed_mailing set linked_incident_id = ?3
         where id = ?1 and incident_id = ?2 and linked_incident_id is null
        """;

    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    MisaddressedMailings(Outbox outbox, Caller caller, Clock clock) {
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** Keeps it and makes its report due the next day (policy I.B.1.a: within 24 hours). */
    Uni<Void> record(Breach parent, UUID id, long people, LocalDate detectedOn, Origin origin) {
        return Sql.update(ADD, id, parent.incidentId(), people, detectedOn, clock.instant())
                .chain(added -> added == 0
                        ? Uni.createFrom().voidItem()
                        : outbox.publish(
                                Topic.OBLIGATION,
                                parent.deadline(
                                        id,
                                        "MISADDRESSED_LETTERS",
                                        "Letters went to wrong people: report that as a new breach and link it to this"
                                                + " one",
                                        detectedOn.plusDays(1),
                                        OfficerRole.PRIVACY_OFFICER,
                                        "policy I.B.1.a; 45 CFR 164.402"),
                                origin));
    }

    /** As the caller may see them. */
    Uni<List<Mailing>> all(UUID incidentId) {
        return Sql.rows(Object[].class, ALL, incidentId, caller.subject(), caller.entitiesFilter())
                .map(rows -> rows.stream().map(MisaddressedMailings::read).toList());
    }

    Uni<Optional<Mailing>> find(UUID incidentId, UUID mailingId) {
        return all(incidentId)
                .map(all -> all.stream()
                        .filter(mailing -> mailing.mailingId().equals(mailingId))
                        .findFirst());
    }

    /** Says which new breach it is; the duty to report it is met. */
    Uni<Void> link(BreachHead parent, Mailing mailing, UUID child, String actor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), parent.zone());
        return Sql.update(LINK, mailing.mailingId(), parent.incidentId(), child)
                .chain(() -> outbox.publish(
                        Topic.OBLIGATION,
                        parent.breach()
                                .met(
                                        mailing.mailingId(),
                                        today,
                                        mailing.detectedOn().plusDays(1)),
                        parent.origin(actor)));
    }

    private static Mailing read(Object[] row) {
        return new Mailing(
                (UUID) row[0], ((Number) row[1]).longValue(), Columns.day(row[2]), (Boolean) row[3], (UUID) row[4]);
    }
}
