package org.candor.kit.crypto;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.candor.kit.crypto.RewrapView.MasterKeyView;
import org.candor.kit.data.Sql;
import org.candor.kit.time.Ids;

/** Orders to wrap keys anew; call inside a session. */
@ApplicationScoped
class RewrapOrders {

    private static final String OVERTAKEN =
            "update vault.rewrap set finished_at = ?2 where finished_at is null and to_key <> ?1";
    private static final String ASK =
            "insert into vault.rewrap (id, to_key, asked_at) values (?1, ?2, ?3) on conflict do nothing";
    private static final String LAST =
            "select asked_at, finished_at, unreadable from vault.rewrap order by asked_at desc, id desc limit 1";
    private static final String COUNTS = """
            select substring(wrapped from 1 for %d) as prefix, count(*)
              from (select wrapped from vault.data_key union all select wrapped from vault.installation_key) k
             group by prefix
            """.formatted(MasterKey.PREFIX_BYTES);

    private final Keyset keyset;
    private final Ids ids;
    private final Clock clock;

    RewrapOrders(Keyset keyset, Ids ids, Clock clock) {
        this.keyset = keyset;
        this.ids = ids;
        this.clock = clock;
    }

    /** Leaves an order alone that is being carried out for the same key. */
    Uni<Void> ask() {
        long primary = keyset.primary().id();
        return Sql.update(OVERTAKEN, primary, clock.instant())
                .chain(() -> Sql.update(ASK, ids.next(), primary, clock.instant()))
                .replaceWithVoid();
    }

    Uni<RewrapView> progress() {
        return Sql.rows(Object[].class, LAST)
                .chain(last -> Sql.rows(Object[].class, COUNTS).map(counts -> view(last, counts)));
    }

    private RewrapView view(List<Object[]> last, List<Object[]> counts) {
        Optional<Object[]> order = last.stream().findFirst();
        Optional<Instant> finished =
                order.flatMap(row -> Optional.ofNullable(row[1])).map(Sql::instant);
        return new RewrapView(
                order.isPresent() && finished.isEmpty(),
                order.map(row -> Sql.instant(row[0])),
                finished,
                order.map(row -> ((Number) row[2]).longValue()).orElse(0L),
                keys(counts));
    }

    private List<MasterKeyView> keys(List<Object[]> counts) {
        Map<Long, Long> wraps = new TreeMap<>();
        counts.forEach(row -> wraps.put(MasterKey.idIn((byte[]) row[0]), ((Number) row[1]).longValue()));
        Map<Long, MasterKeyView> views = new LinkedHashMap<>();
        keyset.keys().forEach(key -> views.put(key.id(), view(key.id(), key.usable(), wraps)));
        wraps.keySet().forEach(id -> views.putIfAbsent(id, view(id, false, wraps)));
        return List.copyOf(views.values());
    }

    private MasterKeyView view(long id, boolean inKeyset, Map<Long, Long> wraps) {
        return new MasterKeyView(Long.toString(id), id == keyset.primary().id(), inKeyset, wraps.getOrDefault(id, 0L));
    }
}
