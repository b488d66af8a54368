package org.candor.audit.trail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.identity.Caller;

/** Reads the trail in slices for one reader: what he may see whole, of the rest the hash alone. Wants an open session. */
@ApplicationScoped
public class EntrySlices {

    private static final UUID ANY = new UUID(0, 0);

    private static final String SLICE = """
            select e.index, e.bytes, e.leaf_hash, ( %s ) as visible
              from trail.entry e
             where e.index >= ?4 and e.index < ?5 %s
             order by e.index limit ?6
            """;

    private static final String OF_INCIDENT = " and e.incidents @> array[cast(?7 as uuid)]";

    private static final String HASHES =
            "select index, leaf_hash from trail.entry where index >= ?1 and index < ?2 order by index";

    private static final String RECEIVED = """
            select coalesce(min(index), 0), coalesce(max(index) + 1, 0) from trail.entry
             where received_at >= ?1 and received_at < ?2
            """;

    private static final String OF_THE_INCIDENT = """
            select coalesce(min(index), 0), coalesce(max(index) + 1, 0) from trail.entry
             where incidents @> array[cast(?1 as uuid)]
            """;

    /** Who reads, as it was when he asked: a stream outlives the request that knows him. */
    public record Reader(boolean auditor, String subject, String entities, Set<String> roles) {

        public Reader {
            roles = Set.copyOf(roles);
        }
    }

    /** An entry; of one that is not visible the bytes are for nobody. */
    public record Seen(long place, byte[] bytes, byte[] leafHash, boolean visible) {}

    /** The leaf hash of an entry. */
    public record LeafHash(long place, byte[] hash) {}

    /** Places from {@code begin} to before {@code end}. */
    public record Places(long begin, long end) {}

    private final Entries entries;
    private final Caller caller;

    EntrySlices(Entries entries, Caller caller) {
        this.entries = entries;
        this.caller = caller;
    }

    /** The caller, if he may ask for that incident, or for all: the auditor for all that he sees, an officer for his. */
    public Uni<Reader> reader(Optional<UUID> incidentId) {
        return entries.mayAsk(incidentId)
                .map(asked -> new Reader(
                        caller.hasRole(Entries.AUDITOR), caller.subject(), caller.entitiesFilter(), caller.roles()));
    }

    /** Places between the first and the last entry that was received in the period. */
    public Uni<Places> received(Instant from, Instant to) {
        return Sql.rows(Object[].class, RECEIVED, from, to).map(EntrySlices::places);
    }

    /** Places between the first and the last entry of the incident. */
    public Uni<Places> of(UUID incidentId) {
        return Sql.rows(Object[].class, OF_THE_INCIDENT, incidentId).map(EntrySlices::places);
    }

    /** Up to {@code most} entries of those places; of one incident where one is given. */
    public Uni<List<Seen>> slice(Reader reader, Optional<UUID> incidentId, Places places, int most) {
        String sql = SLICE.formatted(Entries.VISIBLE, incidentId.isPresent() ? OF_INCIDENT : "");
        Object[] always = {reader.auditor(), reader.subject(), reader.entities(), places.begin(), places.end(), most};
        Object[] parameters = incidentId.isPresent() ? with(always, incidentId.orElse(ANY)) : always;
        return Sql.rows(Object[].class, sql, parameters)
                .map(rows -> rows.stream()
                        .map(row -> new Seen((Long) row[0], (byte[]) row[1], (byte[]) row[2], (Boolean) row[3]))
                        .toList());
    }

    /** The leaf hash of every entry of those places. */
    public Uni<List<LeafHash>> hashes(Places places) {
        return Sql.rows(Object[].class, HASHES, places.begin(), places.end())
                .map(rows -> rows.stream()
                        .map(row -> new LeafHash((Long) row[0], (byte[]) row[1]))
                        .toList());
    }

    private static Object[] with(Object[] parameters, Object last) {
        Object[] longer = Arrays.copyOf(parameters, parameters.length + 1);
        longer[parameters.length] = last;
        return longer;
    }

    private static Places places(List<Object[]> rows) {
        return new Places((Long) rows.getFirst()[0], (Long) rows.getFirst()[1]);
    }
}
