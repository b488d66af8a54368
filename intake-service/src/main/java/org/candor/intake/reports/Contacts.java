package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.candor.events.ReportEvent.ContactGiven;
import org.candor.events.Topic;
import org.candor.intake.exceptions.Unmaskings;
import org.candor.intake.routing.Readers;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.Visibility;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.peer.Scopes;

/**
 * Keeps names and addresses of those who gave them: sealed, and apart from the report. The one other service that learns them
 * is the one that sends the letters, and of an address only the one that it needs.
 */
@ApplicationScoped
class Contacts {

    private static final String ADD =
            "insert into reporter_contact (incident_id, answer_by, details, language) values (?1, ?2, ?3, ?4)";

    /** Where the incident's key was destroyed there is no contact any more. */
    private static final String FIND = """
            select c.answer_by, c.details, c.language,
                   cast(timezone(coalesce(e.time_zone, 'Etc/UTC'), r.received_at) as date), r.answer_due_on,
                   r.withdrawn_at is not null
              from reporter_contact c
              join report r on r.incident_id = c.incident_id
              join vault.data_key k on k.incident_id = c.incident_id
              left join legal_entity e on e.entity_id = r.entity_id
             where c.incident_id = ?1
            """;

    /** The one scope of the edge from notification-service. */
    private static final String SCOPE = "intake.contact";

    private static final String SERVICE = "service";

    private final Visibility visibility;
    private final Readers readers;
    private final Unmaskings unmaskings;
    private final IncidentVault vault;
    private final AccessLog accessLog;
    private final Outbox outbox;
    private final Caller caller;
    private final Scopes scopes;

    Contacts(
            Visibility visibility,
            Readers readers,
            Unmaskings unmaskings,
            IncidentVault vault,
            AccessLog accessLog,
            Outbox outbox,
            Caller caller,
            Scopes scopes) {
        this.visibility = visibility;
        this.readers = readers;
        this.unmaskings = unmaskings;
        this.vault = vault;
        this.accessLog = accessLog;
        this.outbox = outbox;
        this.caller = caller;
        this.scopes = scopes;
    }

    /** Inside the transaction that stores and opens the report, after both; null where nobody gave a name. */
    Uni<Void> keep(Report report, ContactRequest contact, IncidentCipher cipher, Locale locale, Origin origin) {
        if (contact == null) {
            return Uni.createFrom().voidItem();
        }
        String answerBy = contact.answerBy().name();
        byte[] sealed = cipher.seal(ContactDetails.PLACE, report.incidentId, EventJson.write(contact.details()));
        ContactGiven fact = new ContactGiven(report.incidentId, report.entityId, answerBy, report.receivedAt);
        return Sql.update(ADD, report.incidentId, answerBy, sealed, contact.languageOr(locale))
                .chain(() -> outbox.publish(Topic.REPORT, fact, origin));
    }

    Uni<ContactView> read(UUID incidentId) {
        return caller.hasRole(SERVICE) ? forService(incidentId) : forOfficer(incidentId);
    }

    /** The named fields in clear, for those in charge; that they were shown, and what for, is recorded with them. */
    Uni<ContactView> unmask(UUID incidentId, UnmaskRequest request) {
        List<String> fields =
                request.fields().stream().map(ContactField::name).sorted().toList();
        return Transactions.run(() -> readers.requireOfReporter(incidentId)
                .chain(() -> found(
                        incidentId,
                        () -> unmaskings.record(
                                incidentId, "unmask-contact", request.ground().name(), fields)))
                .map(contact -> ContactView.showing(request.fields(), contact)));
    }

    private Uni<ContactView> forOfficer(UUID incidentId) {
        return Transactions.run(() -> visibility
                .require(incidentId)
                .chain(() -> found(incidentId))
                .map(contact -> ContactView.showing(Set.of(), contact)));
    }

    /** Whoever took his report back gets no more letters. */
    private Uni<ContactView> forService(UUID incidentId) {
        return scopes.require(SCOPE)
                .chain(() -> Transactions.run(() -> found(incidentId)
                        .invoke(contact -> requireThere(!contact.withdrawn()))
                        .map(contact -> ContactView.of(contact.asNeeded()))));
    }

    private Uni<KeptContact> found(UUID incidentId) {
        return found(incidentId, () -> accessLog.read("read-contact", incidentId));
    }

    private Uni<KeptContact> found(UUID incidentId, Supplier<Uni<Void>> recorded) {
        return Sql.rows(Object[].class, FIND, incidentId)
                .invoke(rows -> requireThere(!rows.isEmpty()))
                .call(recorded::get)
                .chain(rows ->
                        vault.open(incidentId).map(cipher -> KeptContact.of(incidentId, rows.getFirst(), cipher)));
    }

    private static void requireThere(boolean there) {
        if (!there) {
            throw Problem.notFound();
        }
    }
}
