package org.candor.intake.mailbox;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.intake.mailbox.Message.Kind;
import org.candor.intake.mailbox.Message.Sender;
import org.candor.kit.web.Cursor;

/** The messages of all mailboxes. */
@ApplicationScoped
class Messages implements PanacheRepositoryBase<Message, UUID> {

    /** The newest so many, oldest first. */
    Uni<List<Message>> newest(UUID incidentId, int most) {
        return find("incidentId = ?1 order by writtenAt desc, messageId desc", incidentId)
                .range(0, most - 1)
                .list()
                .map(rows -> {
                    Collections.reverse(rows);
                    return rows;
                });
    }

    /** Oldest first; one more than the limit, so that the caller sees whether there is another page. */
    Uni<List<Message>> page(UUID incidentId, int limit, Optional<Cursor> after) {
        String from = after.isEmpty() ? "" : " and (writtenAt > ?2 or (writtenAt = ?2 and messageId > ?3))";
        Object[] values = after.<Object[]>map(cursor -> new Object[] {incidentId, cursor.at(), cursor.id()})
                .orElseGet(() -> new Object[] {incidentId});
        return find("incidentId = ?1" + from + " order by writtenAt, messageId", values)
                .range(0, limit)
                .list();
    }

    Uni<Long> byReporter(UUID incidentId) {
        return count("incidentId = ?1 and sender = ?2", incidentId, Sender.REPORTER);
    }

    Uni<Boolean> hasQuestion(UUID incidentId, UUID messageId) {
        return count("incidentId = ?1 and messageId = ?2 and kind = ?3", incidentId, messageId, Kind.QUESTION)
                .map(found -> found == 1);
    }
}
