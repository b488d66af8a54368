package org.candor.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.candor.events.Envelope;
import org.candor.kit.trace.Traces;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * One round of the relay in two transactions. Numbers are committed before anything is sent, so that a fact that is sent
 * twice carries the same number twice. An advisory lock keeps a second replica out of either.
 */
@ApplicationScoped
class OutboxSender {

    /** What a round found. */
    enum Batch {
        EMPTY,
        PARTIAL,
        FULL,
        REFUSED
    }

    private static final int BATCH = 500;

    /** Any constant will do: advisory locks are per database, and a database belongs to one service. */
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(727101) as mine";

    private static final String NUMBER = """
            with fresh as (
                select id, topic, position from outbox where sequence is null order by position limit 500
            ), numbered as (
                select id, topic, row_number() over (partition by topic order by position) as n,
                       count(*) over (partition by topic) as total
                  from fresh
            ), bumped as (
                insert into outbox_sequence as s (topic, last)
                select topic, max(total) from numbered group by topic
                on conflict (topic) do update set last = s.last + excluded.last
                returning s.topic, s.last
            )
            update outbox o set sequence = b.last - n.total + n.n
              from numbered n join bumped b on b.topic = n.topic
             where o.id = n.id
            """;

    private static final String UNSENT = """
            select id, topic, type, subject, entity_id, drill, correlation_id, actor, traceparent, occurred_at, data, sequence
              from outbox where sent_at is null and sequence is not null order by topic, sequence limit 500
            """;

    private final Pool pool;
    private final MutinyEmitter<byte[]> broker;
    private final String source;
    private final Clock clock;
    private final Traces traces;

    OutboxSender(
            Pool pool,
            @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> broker,
            @ConfigProperty(name = "candor.service") String service,
            Clock clock,
            Traces traces) {
        this.pool = pool;
        this.broker = broker;
        this.source = "/" + service;
        this.clock = clock;
        this.traces = traces;
    }

    Uni<Void> number() {
        return pool.withTransaction(connection -> ifMine(
                        connection, () -> connection.query(NUMBER).execute().replaceWith(Boolean.TRUE), false))
                .replaceWithVoid();
    }

    Uni<Batch> sendBatch() {
        return pool.withTransaction(connection -> ifMine(connection, () -> sendAndMark(connection), Batch.EMPTY));
    }

    private <T> Uni<T> ifMine(SqlConnection connection, Supplier<Uni<T>> work, T otherwise) {
        return connection
                .query(TRY_LOCK)
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean("mine")
                        ? work.get()
                        : Uni.createFrom().item(otherwise));
    }

    private Uni<Batch> sendAndMark(SqlConnection connection) {
        return connection.query(UNSENT).execute().chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(Batch.EMPTY);
            }
            return sendAll(rows).chain(sent -> mark(connection, sent).replaceWith(resultOf(rows.size(), sent.size())));
        });
    }

    private static Batch resultOf(int found, int sent) {
        if (sent < found) {
            return Batch.REFUSED;
        }
        return found == BATCH ? Batch.FULL : Batch.PARTIAL;
    }

    /** Sends keys side by side and answers the ids that were acknowledged. */
    private Uni<List<UUID>> sendAll(RowSet<Row> rows) {
        Map<String, List<Row>> byKey = StreamSupport.stream(rows.spliterator(), false)
                .collect(groupingBy(row -> row.getString("topic") + " " + row.getString("subject")));
        return Uni.join()
                .all(byKey.values().stream().map(this::sendInOrder).toList())
                .andCollectFailures()
                .map(sent -> sent.stream().flatMap(List::stream).toList());
    }

    /** The next leaves when the one before was acknowledged, and none after one that was not: no fact overtakes another. */
    private Uni<List<UUID>> sendInOrder(List<Row> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> send(row).replaceWith(row.getUUID("id")))
                .onFailure()
                .recoverWithCompletion()
                .collect()
                .asList();
    }

    private Uni<Void> send(Row row) {
        Envelope envelope = envelopeOf(row);
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(row.getString("topic"))
                .withKey(envelope.subject())
                .withHeaders(CloudEventHeaders.write(envelope))
                .build();
        return broker.sendMessage(
                        Message.of(row.getString("data").getBytes(UTF_8)).addMetadata(metadata))
                .invoke(() -> traces.sent(row.getString("topic"), envelope, clock.instant()));
    }

    private Envelope envelopeOf(Row row) {
        return new Envelope(
                row.getUUID("id"),
                row.getString("type"),
                source,
                row.getString("subject"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getString("entity_id"),
                row.getBoolean("drill"),
                row.getString("correlation_id"),
                row.getString("actor"),
                row.getString("traceparent"),
                row.getLong("sequence"));
    }

    private Uni<Void> mark(SqlConnection connection, List<UUID> sent) {
        return connection
                .preparedQuery("update outbox set sent_at = $1 where id = any ($2)")
                .execute(Tuple.of(OffsetDateTime.now(clock), sent.toArray(new UUID[0])))
                .replaceWithVoid();
    }
}
