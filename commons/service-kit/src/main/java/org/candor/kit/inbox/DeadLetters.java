package org.candor.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.inbox.Arrival.Readable;
import org.candor.kit.inbox.Arrival.Unreadable;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Correlation;
import org.jboss.logging.Logger;

/** Records that nobody could apply, kept whole until an operator has replayed them. */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private static final String KEEP = """
            insert into dead_letter (id, topic, partition_no, offset_no, record_key, headers, data, reason, fault, received_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            on conflict (topic, partition_no, offset_no) do nothing
            """;

    private static final String LIST = """
            select id, topic, partition_no, offset_no, record_key, reason, fault, received_at from dead_letter
             where replayed_at is null order by received_at, id limit ?1
            """;

    private static final String LOAD = """
            select topic, partition_no, offset_no, record_key, headers, data from dead_letter
             where id = ?1 and replayed_at is null
            """;

    private final Inbox inbox;
    private final Ids ids;
    private final Clock clock;

    DeadLetters(Inbox inbox, Ids ids, Clock clock) {
        this.inbox = inbox;
        this.ids = ids;
        this.clock = clock;
    }

    private record HeaderTexts(Map<String, String> texts) {}

    /** What became of a replay. */
    enum Replay {
        APPLIED,
        STILL_FAILING,
        UNKNOWN
    }

    Uni<Void> keep(Arrival arrival, DeadLetterReason reason, String fault) {
        LOG.errorf(
                "dead letter: topic %s, partition %d, offset %d, reason %s",
                arrival.topic(), arrival.partition(), arrival.offset(), reason);
        return Transactions.run(() -> Sql.update(
                        KEEP,
                        ids.next(),
                        arrival.topic(),
                        arrival.partition(),
                        arrival.offset(),
                        arrival.key(),
                        EventJson.write(new HeaderTexts(texts(arrival.headers()))),
                        arrival.data(),
                        reason.name(),
                        fault,
                        clock.instant()))
                .replaceWithVoid();
    }

    /** The oldest open ones; call inside a session. */
    Uni<List<DeadLetterView>> open(int limit) {
        return Sql.rows(Object[].class, LIST, limit)
                .map(rows -> rows.stream().map(DeadLetterView::of).toList());
    }

    /** Applies the record again as if it had just come; it stays a dead letter when that fails. */
    Uni<Replay> replay(UUID id, String operator) {
        return Transactions.read(() -> Sql.rows(Object[].class, LOAD, id)).chain(rows -> {
            if (rows.isEmpty()) {
                return Uni.createFrom().item(Replay.UNKNOWN);
            }
            return switch (arrival(rows.getFirst()).read()) {
                case Unreadable unreadable -> Uni.createFrom().item(Replay.STILL_FAILING);
                case Readable readable ->
                    receive(readable)
                            .chain(() -> markReplayed(id, operator))
                            .replaceWith(Replay.APPLIED)
                            .onFailure(failure -> !Passing.isPassing(failure))
                            .recoverWithItem(Replay.STILL_FAILING);
            };
        });
    }

    /** The fact brings its own correlation; afterwards the request has its own again. */
    private Uni<Void> receive(Readable readable) {
        String correlation = Correlation.id();
        String traceparent = Correlation.traceparent();
        return inbox.receive(readable).eventually(() -> Correlation.adopt(correlation, traceparent));
    }

    private Uni<Integer> markReplayed(UUID id, String operator) {
        return Transactions.run(() -> Sql.update(
                "update dead_letter set replayed_at = ?2, replayed_by = ?3 where id = ?1",
                id,
                clock.instant(),
                operator));
    }

    private static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new TreeMap<>();
        for (Header header : headers) {
            texts.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
        }
        return texts;
    }

    private static Arrival arrival(Object[] row) {
        Headers headers = new RecordHeaders();
        EventJson.read((String) row[4], HeaderTexts.class)
                .texts()
                .forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        return new Arrival((String) row[0], (Integer) row[1], (Long) row[2], (String) row[3], headers, (byte[]) row[5]);
    }
}
