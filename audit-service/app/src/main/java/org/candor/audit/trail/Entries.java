package org.candor.audit.trail;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.Visibility;

/**
 * Reads the trail. The auditor reads what concerns incidents that exist for him; an officer in charge reads what concerns his
 * incident and no other. Each reading is itself recorded before it is answered, and so becomes an entry.
 */
@ApplicationScoped
public class Entries {

    static final String AUDITOR = "auditor";

    // A recused person sees no entry that names the incident, not even one that names others too.
    static final String VISIBLE = """
             (cast(?1 as boolean) or cardinality(e.incidents) = 1)
             and not exists (select 1 from unnest(e.incidents) i where not incident_visible(i, ?2, ?3))
             and (cardinality(e.incidents) > 0 or ?3 = '*' or e.entity_id = any (string_to_array(?3, ',')))
            """;

    private static final String SEARCH = "select e.index, e.bytes from trail.entry e where " + VISIBLE;

    private static final String ONE =
            "select e.index, e.bytes from trail.entry e where " + VISIBLE + " and e.index = ?4";

    /** An entry as it is stored. */
    public record Stored(long index, byte[] bytes) {}

    /** Who reads, as it was when he asked: a stream outlives the request that knows him. */
    private record Viewer(boolean auditor, String subject, String entities) {}

    private static final String END = "select coalesce(max(index) + 1, 0) from trail.entry";

    private static final int PIECE = 200;

    private final Caller caller;
    private final Visibility visibility;
    private final AccessLog accessLog;

    Entries(Caller caller, Visibility visibility, AccessLog accessLog) {
        this.caller = caller;
        this.visibility = visibility;
        this.accessLog = accessLog;
    }

    /** Up to {@code limit + 1} entries in the order of the trail. */
    Uni<List<Stored>> search(EntrySearch search) {
        search.check(isAuditor());
        return Transactions.run(() -> mayAsk(Optional.ofNullable(search.incidentId))
                .chain(() -> rows(viewer(), search, List.of(), search.limit + 1))
                .call(found -> accessLog.list("list-trail", search.words(), incidentsOf(found, search))));
    }

    /**
     * Everything that is found, read piece by piece as it is taken, up to the end of the trail at the moment of asking. The
     * export is recorded before its first entry leaves.
     */
    Uni<Multi<Stored>> export(EntrySearch search) {
        search.check(isAuditor());
        Viewer viewer = viewer();
        return Transactions.run(() -> mayAsk(Optional.ofNullable(search.incidentId))
                .call(() -> accessLog.list(
                        "export-trail",
                        search.words(),
                        Stream.ofNullable(search.incidentId).toList()))
                .chain(() -> Sql.rows(Long.class, END))
                .map(rows -> pieces(viewer, search, rows.getFirst())));
    }

    private Multi<Stored> pieces(Viewer viewer, EntrySearch search, long end) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicLong(), next -> piece(viewer, search, next, end))
                .until(List::isEmpty)
                .onItem()
                .disjoint();
    }

    private Uni<List<Stored>> piece(Viewer viewer, EntrySearch search, AtomicLong next, long end) {
        List<EntrySearch.Condition> range = List.of(
                new EntrySearch.Condition("e.index >= ?", next.get()), new EntrySearch.Condition("e.index < ?", end));
        return Transactions.read(() -> rows(viewer, search, range, PIECE)).invoke(found -> {
            if (!found.isEmpty()) {
                next.set(found.getLast().index() + 1);
            }
        });
    }

    /** The entry with that index, or {@code NOT_FOUND}. */
    Uni<Stored> read(long index) {
        return Transactions.run(() -> require(index, "read-trail-entry"));
    }

    /** The same inside a transaction of the caller; {@code action} stands in the access record. */
    public Uni<Stored> require(long index, String action) {
        return Sql.rows(Object[].class, ONE, isAuditor(), caller.subject(), caller.entitiesFilter(), index)
                .map(rows -> rows.stream().findFirst().map(Entries::stored).orElseThrow(Problem::notFound))
                .call(stored -> mayAsk(isAuditor() ? Optional.empty() : first(incidents(stored))))
                .call(stored -> accessLog.list(action, "index=" + index, incidents(stored)));
    }

    /** An officer may ask about an incident that he is in charge of. */
    Uni<Void> mayAsk(Optional<UUID> incidentId) {
        if (incidentId.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return visibility
                .require(incidentId.get())
                .invoke(routing -> {
                    boolean inCharge = routing.officers().stream()
                            .anyMatch(officer -> officer.person().equals(caller.subject()));
                    if (!isAuditor() && !inCharge) {
                        throw Problem.notFound();
                    }
                })
                .replaceWithVoid();
    }

    /** Only conditions that were asked for are in the statement, so that each finds its index. */
    private Uni<List<Stored>> rows(Viewer viewer, EntrySearch search, List<EntrySearch.Condition> range, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(viewer.auditor(), viewer.subject(), viewer.entities()));
        StringBuilder sql = new StringBuilder(SEARCH);
        Stream.concat(search.conditions().stream(), range.stream()).forEach(condition -> {
            parameters.add(condition.value());
            sql.append(" and ").append(condition.sql().replace("?", "?" + parameters.size()));
        });
        parameters.add(limit);
        sql.append(" order by e.index limit ?").append(parameters.size());
        return Sql.rows(Object[].class, sql.toString(), parameters.toArray())
                .map(rows -> rows.stream().map(Entries::stored).toList());
    }

    private Viewer viewer() {
        return new Viewer(isAuditor(), caller.subject(), caller.entitiesFilter());
    }

    private boolean isAuditor() {
        return caller.hasRole(AUDITOR);
    }

    private static List<UUID> incidentsOf(List<Stored> found, EntrySearch search) {
        return Stream.concat(
                        Stream.ofNullable(search.incidentId),
                        found.stream().flatMap(stored -> incidents(stored).stream()))
                .distinct()
                .toList();
    }

    private static List<UUID> incidents(Stored stored) {
        return EntryView.of(stored.index(), stored.bytes()).incidents();
    }

    private static Optional<UUID> first(List<UUID> ids) {
        return ids.stream().findFirst();
    }

    private static Stored stored(Object[] row) {
        return new Stored((Long) row[0], (byte[]) row[1]);
    }
}
