package org.candor.audit.trail;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.candor.audit.trail.decision.Entry;
import org.candor.audit.trail.decision.ProducerSequence;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.EventJson;

/** What has come of every producer's numbers; kept in the transaction of the append. */
@ApplicationScoped
class ProducerSequences {

    private static final String ALL = "select source, topic, highest, missing from producer_sequence order by 1, 2";

    private static final String PUT = """
            insert into producer_sequence (source, topic, highest, missing) values (?1, ?2, ?3, ?4)
            on conflict (source, topic) do update set highest = excluded.highest, missing = excluded.missing
            """;

    /** Who numbers: a producer on one topic. */
    record Producer(String source, String topic) {}

    private record Ranges(List<ProducerSequence.Missing> missing) {}

    private final Clock clock;

    ProducerSequences(Clock clock) {
        this.clock = clock;
    }

    /** Call inside the transaction of the append, whose lock keeps others away. */
    Uni<Void> record(List<Entry> fresh) {
        return all().chain(before -> Multi.createFrom()
                .iterable(changed(before, fresh, clock.instant()).entrySet())
                .onItem()
                .transformToUniAndConcatenate(change -> put(change.getKey(), change.getValue()))
                .onItem()
                .ignoreAsUni());
    }

    /** The state of every producer and topic; call inside a session. */
    Uni<Map<Producer, ProducerSequence>> all() {
        return Sql.rows(Object[].class, ALL).map(rows -> {
            Map<Producer, ProducerSequence> all = new HashMap<>();
            rows.forEach(row -> all.put(
                    new Producer((String) row[0], (String) row[1]),
                    new ProducerSequence(
                            (Long) row[2],
                            EventJson.read((String) row[3], Ranges.class).missing())));
            return all;
        });
    }

    private static Map<Producer, ProducerSequence> changed(
            Map<Producer, ProducerSequence> before, List<Entry> fresh, Instant now) {
        Map<Producer, ProducerSequence> changed = new HashMap<>();
        for (Entry entry : fresh) {
            Producer producer = new Producer(entry.source(), entry.topic());
            ProducerSequence known =
                    changed.getOrDefault(producer, before.getOrDefault(producer, ProducerSequence.NEW));
            changed.put(producer, known.with(entry.sequence(), now));
        }
        return changed;
    }

    private static Uni<Integer> put(Producer producer, ProducerSequence state) {
        return Sql.update(
                PUT,
                producer.source(),
                producer.topic(),
                state.highest(),
                EventJson.write(new Ranges(state.missing())));
    }
}
