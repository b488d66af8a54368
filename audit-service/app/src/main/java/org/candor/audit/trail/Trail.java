package org.candor.audit.trail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.candor.audit.trail.decision.Sequencing;
import org.candor.audit.trail.decision.Sequencing.Place;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;

/**
 * The trail has one verb. Promises: when {@link #append} answers, the entries are durable and have their indices, which are
 * dense from 0 and never change; an event that was appended before is answered with its first index and not appended again.
 * A batch is one transaction, and its new entries stand in one log.
 */
@ApplicationScoped
public class Trail {

    private static final String KNOWN =
            "select event_id, index from trail.entry where event_id = any (cast(cast(?1 as text) as uuid[]))";

    // The unique event id is this service's inbox row: the effect and the mark that it happened are the same row.
    private static final String INSERT = """
            insert into trail.entry (index, event_id, topic, type, source, sequence, incidents, entity_id, actor,
                                     happened_at, received_at, bytes, leaf_hash)
            select cast(t.index as bigint), cast(t.event_id as uuid), t.topic, t.type, t.source, cast(t.sequence as bigint),
                   cast(t.incidents as uuid[]), t.entity_id, t.actor, cast(t.happened_at as timestamptz),
                   cast(t.received_at as timestamptz),
                   substring(cast(?13 as bytea) from cast(t.begin as integer) for cast(t.length as integer)),
                   substring(cast(?14 as bytea) from cast(32 * t.number - 31 as integer) for 32)
              from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]),
                          cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[]), cast(?8 as text[]),
                          cast(?9 as text[]), cast(?10 as text[]), cast(?11 as text[]), cast(?12 as text[]),
                          cast(?15 as text[]))
                   with ordinality
                   as t (index, event_id, topic, type, source, sequence, incidents, entity_id, actor,
                         happened_at, received_at, length, begin, number)
            """;

    /** An entry with its place. */
    private record Placed(Place place, Recorded recorded) {}

    private final ProducerSequences sequences;
    private final YearLogs logs;

    Trail(ProducerSequences sequences, YearLogs logs) {
        this.sequences = sequences;
        this.logs = logs;
    }

    Uni<List<Place>> append(List<Recorded> batch) {
        return Transactions.run(() -> logs.claim()
                .chain(next -> known(batch).map(known -> Sequencing.decide(next, known, ids(batch))))
                .call(places -> insert(fresh(batch, places))));
    }

    private Uni<Void> insert(List<Placed> fresh) {
        return fresh.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.update(INSERT, parameters(fresh))
                        .chain(() -> sequences.record(fresh.stream()
                                .map(placed -> placed.recorded().entry())
                                .toList()));
    }

    private static Uni<Map<UUID, Long>> known(List<Recorded> batch) {
        return Sql.rows(Object[].class, KNOWN, arrayOf(ids(batch))).map(rows -> {
            Map<UUID, Long> known = new HashMap<>();
            rows.forEach(row -> known.put((UUID) row[0], (Long) row[1]));
            return known;
        });
    }

    private static List<Placed> fresh(List<Recorded> batch, List<Place> places) {
        return IntStream.range(0, batch.size())
                .mapToObj(i -> new Placed(places.get(i), batch.get(i)))
                .filter(placed -> placed.place().fresh())
                .toList();
    }

    /** Texts as arrays; bytes one after another, because an array of texts would need a third more for each of them. */
    private static Object[] parameters(List<Placed> placed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        String[] begins = new String[placed.size()];
        for (int i = 0; i < begins.length; i++) {
            begins[i] = Integer.toString(bytes.size() + 1);
            bytes.writeBytes(placed.get(i).recorded().bytes());
            hashes.writeBytes(placed.get(i).recorded().leafHash().bytes());
        }
        return Stream.concat(
                        Arrays.stream(columns(placed)), Stream.of(bytes.toByteArray(), hashes.toByteArray(), begins))
                .toArray();
    }

    private static Object[] columns(List<Placed> placed) {
        return List.<Function<Placed, Object>>of(
                        row -> row.place().index(),
                        row -> row.recorded().entry().eventId(),
                        row -> row.recorded().entry().topic(),
                        row -> row.recorded().entry().type(),
                        row -> row.recorded().entry().source(),
                        row -> row.recorded().entry().sequence(),
                        row -> arrayOf(row.recorded().entry().incidents()),
                        row -> row.recorded().entry().entityId(),
                        row -> row.recorded().entry().actor(),
                        row -> row.recorded().entry().time(),
                        row -> row.recorded().entry().receivedAt(),
                        row -> row.recorded().bytes().length)
                .stream()
                .map(column ->
                        placed.stream().map(row -> column.apply(row).toString()).toArray(String[]::new))
                .toArray();
    }

    private static List<UUID> ids(List<Recorded> batch) {
        return batch.stream().map(recorded -> recorded.entry().eventId()).toList();
    }

    private static String arrayOf(List<UUID> ids) {
        return "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
    }
}
