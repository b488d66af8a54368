package org.candor.audit.policy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candor.audit.policy.PolicyView.AttachmentView;
import org.candor.audit.policy.PolicyView.ReceiptView;
import org.candor.kit.data.Sql;

/** What lies beside a version: who has read it, and its attachments. Call inside a session. */
@ApplicationScoped
class PolicyPapers {

    Uni<Void> receive(UUID id, int number, String person, Instant now) {
        return Sql.update(
                        "insert into policy_receipt (policy_id, number, person, read_at) values (?1, ?2, ?3, ?4)"
                                + " on conflict do nothing",
                        id,
                        number,
                        person,
                        now)
                .replaceWithVoid();
    }

    Uni<Void> attach(UUID id, int number, UUID documentId, String name) {
        return Sql.update(
                        "insert into policy_attachment (policy_id, number, document_id, name) values (?1, ?2, ?3, ?4)"
                                + " on conflict do nothing",
                        id,
                        number,
                        documentId,
                        name)
                .replaceWithVoid();
    }

    Uni<List<AttachmentView>> attachments(UUID id, int number) {
        return Sql.rows(
                        Object[].class,
                        "select document_id, name from policy_attachment where policy_id = ?1 and number = ?2"
                                + " order by name, document_id",
                        id,
                        number)
                .map(rows -> rows.stream()
                        .map(row -> new AttachmentView((UUID) row[0], (String) row[1]))
                        .toList());
    }

    Uni<List<ReceiptView>> receipts(UUID id, int number) {
        return Sql.rows(
                        Object[].class,
                        "select person, read_at from policy_receipt where policy_id = ?1 and number = ?2 order by read_at, person",
                        id,
                        number)
                .map(rows -> rows.stream()
                        .map(row -> new ReceiptView((String) row[0], Sql.instant(row[1])))
                        .toList());
    }
}
