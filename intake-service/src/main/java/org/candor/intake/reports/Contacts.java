package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.candor.events.ReportEvent.ContactGiven;
import org.candor.events.Topic;
import org.candor.intake.reports.decision.AnswerBy;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Visibility;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/** Keeps names and addresses of those who gave them: sealed, apart from the report, and never told to another service. */
@ApplicationScoped
class Contacts {

    private static final String ADD =
            "insert into reporter_contact (incident_id, answer_by, details) values (?1, ?2, ?3)";
    private static final String FIND = "select answer_by, details from reporter_contact where incident_id = ?1";

    private final Visibility visibility;
    private final IncidentVault vault;
    private final AccessLog accessLog;
    private final Outbox outbox;

    Contacts(Visibility visibility, IncidentVault vault, AccessLog accessLog, Outbox outbox) {
        this.visibility = visibility;
        this.vault = vault;
        this.accessLog = accessLog;
        this.outbox = outbox;
    }

    /** Inside the transaction that stores and opens the report, after both; null where nobody gave a name. */
    Uni<Void> keep(Report report, ContactRequest contact, IncidentCipher cipher, Origin origin) {
        if (contact == null) {
            return Uni.createFrom().voidItem();
        }
        String answerBy = contact.answerBy().name();
        byte[] sealed = cipher.seal(ContactDetails.PLACE, report.incidentId, EventJson.write(contact.details()));
        ContactGiven fact = new ContactGiven(report.incidentId, report.entityId, answerBy, report.receivedAt);
        return Sql.update(ADD, report.incidentId, answerBy, sealed)
                .chain(() -> outbox.publish(Topic.REPORT, fact, origin));
    }

    Uni<ContactView> read(UUID incidentId) {
        return Transactions.run(() -> visibility
                .require(incidentId)
                .call(() -> accessLog.read("read-contact", incidentId))
                .chain(() -> vault.open(incidentId))
                .chain(cipher ->
                        Sql.rows(Object[].class, FIND, incidentId).map(rows -> view(incidentId, rows, cipher))));
    }

    private static ContactView view(UUID incidentId, List<Object[]> rows, IncidentCipher cipher) {
        if (rows.isEmpty()) {
            throw Problem.notFound();
        }
        Object[] row = rows.getFirst();
        String details = cipher.read(ContactDetails.PLACE, incidentId, (byte[]) row[1]);
        return ContactView.of(AnswerBy.valueOf((String) row[0]), EventJson.read(details, ContactDetails.class));
    }
}
