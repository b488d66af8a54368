package org.candor.notification.sending;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.notification.roster.Ways;
import org.candor.notification.roster.decision.WayOfNotice;

/**
 * Letters that turned out not to be for the post when they were made: between import and sending the rules came to another
 * answer, such as for somebody who has been dead for fifty years since. Call inside a transaction.
 */
@ApplicationScoped
class Unmailable {

    record Notice(UUID noticeId, UUID personId, WayOfNotice.Decision way) {}

    Uni<Void> put(List<Notice> notices) {
        return Multi.createFrom()
                .iterable(notices)
                .onItem()
                .transformToUniAndConcatenate(Unmailable::put)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> put(Notice notice) {
        return Sql.update(
                        "update notice set state = 'FAILED', outcome = 'NOT_BY_MAIL' where id = ?1", notice.noticeId())
                .chain(() -> Sql.update(
                        "update person set method = ?2, reason = ?3, state = ?4 where id = ?1",
                        notice.personId(),
                        notice.way().method().name(),
                        notice.way().reason().name(),
                        Ways.state(notice.way())));
    }
}
