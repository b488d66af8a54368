package org.candor.notification.roster;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candor.kit.data.Sql;

/**
 * Stores a chunk with all that became of its rows, and how far the import is, in one transaction: after a crash the next
 * chunk is the one that is missing. Call inside that transaction.
 */
@ApplicationScoped
class RosterChunks {

    private static final String ROWS =
            " json_to_recordset(cast(cast(?2 as text) as json)) as r (id uuid, n bigint, x text,"
                    + " same text, a text, s text, residence text, language text, method text, reason text, state text) ";

    /** Rows that are known to be another's, or turn out to be: the same person under another id. */
    private static final String MERGED =
            "select distinct on (r.n) r.n, r.x, cast(coalesce(a.person_id, p.id) as text) from" + ROWS + """
              left join person_alias a on a.incident_id = ?1 and a.external_index = decode(r.x, 'base64')
              left join person p on r.same <> '' and p.incident_id = ?1 and p.same_index = decode(r.same, 'base64')
                                and p.id <> r.id
             where (a.person_id is not null or p.id is not null)
               and not exists (select 1 from person own where own.id = r.id)
            """;

    /**
     * People as they are now. An address from which a letter came back stays bad until there is another. Whoever was told,
     * or whose letter is under way, is left as he is; the answer names his row.
     */
    private static final String PUT = "with r as (select * from" + ROWS + " where n <> all(?4)), done as (" + """
            insert into person as p
                   (id, incident_id, import_id, row_number, external_index, same_index, address_index, sealed, residence,
                    language, method, reason, state)
            select r.id, cast(?1 as uuid), cast(?3 as uuid), r.n, decode(r.x, 'base64'),
                   case when r.same = '' then null else decode(r.same, 'base64') end,
                   decode(r.a, 'base64'), decode(r.s, 'base64'), r.residence, r.language, r.method, r.reason, r.state
              from r
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
            select r.n, p.import_id = ?3 from r join person p on p.id = r.id
             where not exists (select 1 from done where done.id = r.id)
            """;

    private static final String ALIASES = """
            insert into person_alias (incident_id, external_index, person_id, reason)
            select cast(?1 as uuid), decode(r.x, 'base64'), p.id, 'SAME_NAME_BIRTH_DATE_ADDRESS'
              from json_to_recordset(cast(cast(?2 as text) as json)) as r (x text, same text)
              join lateral (select id from person q where q.incident_id = ?1 and q.same_index = decode(r.same, 'base64')
                                and q.external_index <> decode(r.x, 'base64') order by id limit 1) p on true
            on conflict do nothing
            """;

    private static final String ALIAS = """
            insert into person_alias (incident_id, external_index, person_id, reason)
            values (?1, decode(?2, 'base64'), cast(?3 as uuid), 'SAME_NAME_BIRTH_DATE_ADDRESS') on conflict do nothing
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
        return Sql.update(FIND, importId, chunk.findingsJson()).chain(() -> progress(importId, chunk, 0, 0, 0, lease));
    }

    Uni<Integer> store(UUID incidentId, UUID importId, RosterChunk chunk, Instant lease) {
        String rows = chunk.rowsJson();
        return Sql.rows(Object[].class, MERGED, incidentId, rows)
                .chain(merged -> Sql.rows(Object[].class, PUT, incidentId, rows, importId, numbers(merged))
                        .chain(left -> Sql.update(FIND, importId, chunk.findingsJson())
                                .chain(() -> Sql.update(ALIASES, incidentId, chunk.aliasesJson()))
                                .chain(() -> each(merged, row -> merge(incidentId, importId, row)))
                                .chain(() -> each(twice(left), row -> refuse(importId, row)))
                                .chain(() -> progress(
                                        importId,
                                        chunk,
                                        merged.size(),
                                        twice(left).size(),
                                        left.size() - twice(left).size(),
                                        lease))));
    }

    private static Uni<Integer> progress(
            UUID importId, RosterChunk chunk, long merged, long twice, long toldBefore, Instant lease) {
        return Sql.update(
                PROGRESS,
                importId,
                (long) chunk.size(),
                chunk.accepted() - twice,
                chunk.warned(),
                chunk.refused() + twice,
                chunk.merged() + merged,
                toldBefore,
                lease);
    }

    private static Uni<Integer> merge(UUID incidentId, UUID importId, Object[] row) {
        return Sql.update(ALIAS, incidentId, row[1], row[2])
                .chain(() -> finding(importId, row, "MERGED", "SAME_NAME_BIRTH_DATE_ADDRESS", ""));
    }

    private static Uni<Integer> refuse(UUID importId, Object[] row) {
        return finding(importId, row, "REFUSED", RowFlag.EXTERNAL_ID_TWICE.name(), RosterColumn.EXTERNAL_ID.header);
    }

    private static Uni<Integer> finding(UUID importId, Object[] row, String outcome, String flags, String column) {
        return Sql.update("""
                insert into roster_finding (import_id, row_number, outcome, flags, column_name) values (?1, ?2, ?3, ?4, ?5)
                on conflict (import_id, row_number) do update set outcome = excluded.outcome, flags = excluded.flags
                """, importId, ((Number) row[0]).longValue(), outcome, flags, column);
    }

    /** Rows whose id stood in this file before. */
    private static List<Object[]> twice(List<Object[]> left) {
        return left.stream().filter(row -> (Boolean) row[1]).toList();
    }

    private static Long[] numbers(List<Object[]> rows) {
        return rows.stream().map(row -> ((Number) row[0]).longValue()).toArray(Long[]::new);
    }

    private static Uni<Void> each(List<Object[]> rows, java.util.function.Function<Object[], Uni<Integer>> work) {
        return io.smallrye.mutiny.Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
