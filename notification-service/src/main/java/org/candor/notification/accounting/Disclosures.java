package org.candor.notification.accounting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.web.EntityTags;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;

/** What each breach disclosed, to whom: recorded once, it stands in the accounting of every affected person. */
@ApplicationScoped
class Disclosures {

    private static final String PLACE = "breach_disclosure.sealed";

    private static final String PUT = """
            insert into breach_disclosure (incident_id, disclosed_on, sealed, version, recorded_at, recorded_by)
            values (?1, ?2, ?3, 1, ?4, ?5)
            on conflict (incident_id) do update
               set disclosed_on = excluded.disclosed_on, sealed = excluded.sealed, version = breach_disclosure.version + 1,
                   recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
            """;

    /** The entry with the version that a change must name. */
    record Tagged(DisclosureRequest.View view, long version) {}

    private final CampaignDesk desk;
    private final IncidentVault vault;
    private final AccessLog accesses;
    private final Caller caller;
    private final Clock clock;

    Disclosures(CampaignDesk desk, IncidentVault vault, AccessLog accesses, Caller caller, Clock clock) {
        this.desk = desk;
        this.vault = vault;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<Tagged> get(UUID incidentId) {
        return Transactions.run(() -> desk.visible(incidentId)
                .call(() -> accesses.read("read-disclosure", incidentId))
                .chain(() -> find(incidentId))
                .map(found -> found.orElseThrow(Problem::notFound)));
    }

    Uni<Tagged> put(UUID incidentId, DisclosureRequest request, String ifMatch) {
        return Transactions.run(() -> desk.toChange(incidentId)
                .invoke(campaign -> {
                    if (request.disclosedOn().isAfter(desk.today(campaign))) {
                        throw new Problem(NotificationProblem.DAY_IN_THE_FUTURE)
                                .field("/disclosedOn", "not after today");
                    }
                })
                .chain(() -> find(incidentId))
                .invoke(found -> found.ifPresent(one -> EntityTags.check(ifMatch, one.version())))
                .chain(() -> vault.open(incidentId))
                .chain(cipher -> Sql.update(
                        PUT,
                        incidentId,
                        request.disclosedOn(),
                        cipher.seal(PLACE, incidentId, EventJson.write(request)),
                        clock.instant(),
                        caller.subject()))
                .chain(() -> accesses.read("record-disclosure", incidentId))
                .chain(() -> find(incidentId))
                .map(Optional::orElseThrow));
    }

    /** Call inside a transaction that recorded the access. */
    Uni<Optional<Tagged>> find(UUID incidentId) {
        return Sql.rows(
                        Object[].class,
                        "select disclosed_on, sealed, version, recorded_at, recorded_by from breach_disclosure"
                                + " where incident_id = ?1",
                        incidentId)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(Optional.<Tagged>empty())
                        : vault.open(incidentId)
                                .map(cipher -> EventJson.read(
                                        cipher.read(PLACE, incidentId, (byte[]) rows.getFirst()[1]),
                                        DisclosureRequest.class))
                                .map(told -> Optional.of(tagged(incidentId, told, rows.getFirst()))));
    }

    private static Tagged tagged(UUID incidentId, DisclosureRequest told, Object[] row) {
        return new Tagged(
                new DisclosureRequest.View(
                        incidentId,
                        (LocalDate) row[0],
                        told.recipientName(),
                        told.recipientAddress(),
                        told.description(),
                        told.purpose(),
                        row[3] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[3],
                        (String) row[4]),
                ((Number) row[2]).longValue());
    }
}
