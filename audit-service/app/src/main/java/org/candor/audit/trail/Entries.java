package org.candor.audit.trail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private static final String VISIBLE = """
             (cast(?1 as boolean) or cardinality(e.incidents) = 1)
             and not exists (select 1 from unnest(e.incidents) i where not incident_visible(i, ?2, ?3))
             and (cardinality(e.incidents) > 0 or ?3 = '*' or e.entity_id = any (string_to_array(?3, ',')))
            """;

    private static final String SEARCH = "select e.index, e.bytes from trail.entry e where " + VISIBLE;

    private static final String ONE =
            "select e.index, e.bytes from trail.entry e where " + VISIBLE + " and e.index = ?4";

    /** An entry as it is stored. */
    public record Stored(long index, byte[] bytes) {}

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
                .chain(() -> rows(search))
                .call(found -> accessLog.list("list-trail", search.words(), incidentsOf(found, search))));
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
    private Uni<Void> mayAsk(Optional<UUID> incidentId) {
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
    private Uni<List<Stored>> rows(EntrySearch search) {
        List<Object> parameters = new ArrayList<>(List.of(isAuditor(), caller.subject(), caller.entitiesFilter()));
        StringBuilder sql = new StringBuilder(SEARCH);
        search.conditions().forEach(condition -> {
            parameters.add(condition.value());
            sql.append(" and ").append(condition.sql().replace("?", "?" + parameters.size()));
        });
        parameters.add(search.limit + 1);
        sql.append(" order by e.index limit ?").append(parameters.size());
        return Sql.rows(Object[].class, sql.toString(), parameters.toArray())
                .map(rows -> rows.stream().map(Entries::stored).toList());
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
