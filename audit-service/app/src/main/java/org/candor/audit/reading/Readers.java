package org.candor.audit.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.candor.audit.trail.decision.Entry;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.outbox.EventJson;

/** Who looked at a case: every access that names it, also in lists, from the trail. Asking is an access too. */
@ApplicationScoped
class Readers {

    private static final String ACCESSES_OF = """
             from trail.entry e
             where e.incidents @> array[cast(?1 as uuid)] and e.type = 'org.candor.audit.access-recorded.v1'
            """;

    private static final String PEOPLE = "select e.actor, count(*), min(e.happened_at), max(e.happened_at)"
            + ACCESSES_OF + " group by e.actor order by max(e.happened_at) desc, e.actor";

    private static final String PAGE =
            "select e.index, e.bytes" + ACCESSES_OF + " and e.index >= ?2 order by e.index limit ?3";

    private final IncidentReader reader;
    private final AccessLog accessLog;

    Readers(IncidentReader reader, AccessLog accessLog) {
        this.reader = reader;
        this.accessLog = accessLog;
    }

    Uni<List<ReaderView>> people(UUID incidentId) {
        return Transactions.run(() -> reader.require(incidentId)
                .chain(() -> Sql.rows(Object[].class, PEOPLE, incidentId))
                .map(rows -> rows.stream().map(Readers::person).toList())
                .call(() -> accessLog.read("list-readers", incidentId)));
    }

    /** Up to {@code limit + 1}, in the order of the trail. */
    Uni<List<AccessView>> accesses(UUID incidentId, long from, int limit) {
        return Transactions.run(() -> reader.require(incidentId)
                .chain(() -> Sql.rows(Object[].class, PAGE, incidentId, from, limit + 1))
                .map(rows -> rows.stream().map(Readers::access).toList())
                .call(() -> accessLog.read("list-accesses", incidentId)));
    }

    private static ReaderView person(Object[] row) {
        return new ReaderView((String) row[0], (Long) row[1], Sql.instant(row[2]), Sql.instant(row[3]));
    }

    private static AccessView access(Object[] row) {
        return AccessView.of((Long) row[0], recorded((byte[]) row[1]));
    }

    static AccessRecorded recorded(byte[] entry) {
        try {
            return EventJson.read(Entry.read(entry).data(), AccessRecorded.class);
        } catch (IOException e) {
            throw new UncheckedIOException("An access in the trail can't be read", e);
        }
    }
}
