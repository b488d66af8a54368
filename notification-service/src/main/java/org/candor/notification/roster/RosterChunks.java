package org.candor.notification.roster;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.EventJson;

/**
 * Stores a chunk with all that became of its rows, and how far the import is, in one transaction: after a crash the next
 * chunk is the one that is missing. Call inside that transaction.
 */
@ApplicationScoped
class RosterChunks {

    /**
     * People as they are now, in one statement. A row that is known to be another's, or turns out to be, becomes one more id of
     * that person. An address from which a letter came back stays bad until there is another. Whoever was told, or whose letter
     * is under way, is left as he is. The answer names the rows that brought no person, and why. The look-ups are subqueries, so
     * that each takes its index: statistics lag behind an import, and a join by them would read everybody again and again.
     */
    private static final String PUT = """
            with row as materialized (
            select cast(t.id as uuid) as id, t.n, t.residence, t.language, t.method, t.reason, t.state,
                   substring(bytes from at for 32) as external, nullif(substring(bytes from at + 32 for 32), none) as same,
                   substring(bytes from at + 64 for 32) as address, substring(bytes from at + 96 for t.length) as sealed
              from unnest(cast(?4 as text[]), cast(?5 as bigint[]), cast(?6 as int[]), cast(?7 as int[]), cast(?8 as text[]),
                          cast(?9 as text[]), cast(?10 as text[]), cast(?11 as text[]), cast(?12 as text[]))
                   as t (id, n, at, length, residence, language, method, reason, state),
                   (select cast(?3 as bytea), decode(repeat('00', 32), 'hex')) as all_rows (bytes, none)
            ), merged as (
            select n, external, person_id
              from (select n, external,
                           coalesce((select a.person_id from person_alias a
                                      where a.incident_id = ?1 and a.external_index = row.external),
                                    (select p.id from person p
                                      where p.incident_id = ?1 and p.same_index = row.same and p.id <> row.id limit 1))
                      from row where (select own.id from person own where own.id = row.id) is null) as found (n, external, person_id)
             where person_id is not null
            ), known as (
            insert into person_alias (incident_id, external_index, person_id, reason)
            select cast(?1 as uuid), external, person_id, 'SAME_NAME_BIRTH_DATE_ADDRESS' from merged on conflict do nothing
            ), put as (
            insert into person as p
                   (id, incident_id, import_id, row_number, external_index, same_index, address_index, sealed, residence,
                    language, method, reason, state)
            select id, cast(?1 as uuid), cast(?2 as uuid), n, external, same, address, sealed, residence,
                   language, method, reason, state
              from row where n not in (select n from merged)
            on conflict (incident_id, external_index) do update
               set import_id = excluded.import_id, row_number = excluded.row_number, sealed = excluded.sealed,
                   same_index = excluded.same_index, address_index = excluded.address_index,
                   residence = excluded.residence, language = excluded.language,
                   method = case when p.returned_address = excluded.address_index then p.method else excluded.method end,
                   reason = case when p.returned_address = excluded.address_index then p.reason else excluded.reason end,
                   state = case when p.returned_address = excluded.address_index then p.state else excluded.state end
             where p.import_id <> excluded.import_id and p.state <> 'TOLD'
               and not exists (select 1 from notice n where n.person_id = p.id and n.state in ('IN_FLIGHT', 'BATCHED'))
            returning id)
            select n, 'MERGED' from merged
            union all
            select row.n, case when p.import_id = ?2 then 'TWICE' else 'TOLD' end
              from row join person p on p.id = row.id
             where row.n not in (select n from merged) and row.id not in (select id from put)
            """;

    private static final String ALIASES = """
            insert into person_alias (incident_id, external_index, person_id, reason)
            select cast(?1 as uuid), decode(r.external, 'base64'), p.id, 'SAME_NAME_BIRTH_DATE_ADDRESS'
              from json_to_recordset(cast(cast(?2 as text) as json)) as r (external text, same text)
              join lateral (select id from person q where q.incident_id = ?1 and q.same_index = decode(r.same, 'base64')
                                and q.external_index <> decode(r.external, 'base64') order by id limit 1) p on true
            on conflict do nothing
            """;

    private static final String FIND = """
            insert into roster_finding (import_id, row_number, outcome, flags, column_name)
            select cast(?1 as uuid), r.n, r.outcome, r.flags, r.col
              from json_to_recordset(cast(cast(?2 as text) as json)) as r (n bigint, outcome text, flags text, col text)
            on conflict (import_id, row_number) do update
               set outcome = excluded.outcome, flags = excluded.flags, column_name = excluded.column_name
            """;

    private static final String PROGRESS = """
            update roster_import
               set rows_done = rows_done + ?2, accepted = accepted + ?3, warned = warned + ?4, refused = refused + ?5,
                   merged = merged + ?6, told_before = told_before + ?7, lease_until = ?8
             where id = ?1
            """;

    /** Of a file that is only tried. */
    Uni<Integer> tried(UUID importId, RosterChunk chunk, Instant lease) {
        return end(importId, chunk, lease);
    }

    Uni<Integer> store(UUID incidentId, UUID importId, RosterChunk chunk, Instant lease) {
        return put(incidentId, importId, chunk)
                .invoke(others -> others.forEach(
                        row -> chunk.turnedOut((Long) row[0], RosterChunk.Known.valueOf((String) row[1]))))
                .chain(() -> chunk.aliases().isEmpty()
                        ? Uni.createFrom().item(0)
                        : Sql.update(ALIASES, incidentId, EventJson.write(chunk.aliases())))
                .chain(() -> end(importId, chunk, lease));
    }

    private static Uni<List<Object[]>> put(UUID incidentId, UUID importId, RosterChunk chunk) {
        return chunk.rows().isEmpty()
                ? Uni.createFrom().item(List.of())
                : Sql.rows(
                        Object[].class,
                        PUT,
                        Stream.concat(Stream.of(incidentId, importId), RosterColumns.of(chunk.rows()))
                                .toArray());
    }

    private static Uni<Integer> end(UUID importId, RosterChunk chunk, Instant lease) {
        return (chunk.findings().isEmpty()
                        ? Uni.createFrom().item(0)
                        : Sql.update(FIND, importId, EventJson.write(chunk.findings())))
                .chain(() -> Sql.update(
                        PROGRESS,
                        importId,
                        (long) chunk.size(),
                        chunk.accepted(),
                        chunk.warned(),
                        chunk.refused(),
                        chunk.merged(),
                        chunk.toldBefore(),
                        lease));
    }
}
