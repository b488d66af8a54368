package org.candor.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
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
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
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
             where replayed_at is null and (received_at, id) > (?1, ?2) order by received_at, id limit ?3
            """;

    private static final Cursor BEFORE_ALL = new Cursor(Instant.EPOCH, new UUID(0, 0));

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
        /** Its effect is durable. */
        APPLIED,
        /** It is no dead letter any more, and waits in the inbox for what must come before it. */
        WAITING,
        /** It stays a dead letter. */
        STILL_FAILING
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

    /** Open ones, oldest first; call inside a session. */
    Uni<Page<DeadLetterView>> open(Optional<Cursor> after, int limit) {
        Cursor from = after.orElse(BEFORE_ALL);
        return Sql.rows(Object[].class, LIST, from.at(), from.id(), limit + 1)
                .map(rows -> rows.stream().map(DeadLetterView::of).toList())
                .map(views ->
                        Page.of(views, limit, Function.identity(), last -> new Cursor(last.receivedAt(), last.id())));
    }

    /** Applies the record again as if it had just come; empty when there is no such open dead letter. */
    Uni<Optional<Replay>> replay(UUID id, String operator) {
        return Transactions.read(() -> Sql.rows(Object[].class, LOAD, id)).chain(rows -> {
            if (rows.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            Uni<Replay> replay = switch (arrival(rows.getFirst()).read()) {
                case Unreadable unreadable -> Uni.createFrom().item(Replay.STILL_FAILING);
                case Readable readable ->
                    receive(readable)
                            .call(() -> markReplayed(id, operator))
                            .map(handling -> handling == Handling.APPLIED ? Replay.APPLIED : Replay.WAITING)
                            .onFailure(failure -> !Passing.isPassing(failure))
                            .recoverWithItem(Replay.STILL_FAILING);
            };
            return replay.map(Optional::of);
        });
    }

    /** The fact brings its own correlation; afterwards the request has its own again. */
    private Uni<Handling> receive(Readable readable) {
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
