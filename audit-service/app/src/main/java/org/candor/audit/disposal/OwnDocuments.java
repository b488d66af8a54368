package org.candor.audit.disposal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Cursor;

/**
 * Until when documents are kept that belong to no incident: from their creation, or from when they were last in effect, as an
 * attachment is with its policy's version and a signed commitment with him who signed it. What is in effect has no end yet.
 */
@ApplicationScoped
class OwnDocuments {

    static final String OWN = """
            select o.document_id, o.entity_id, o.kind, o.reference, o.created_on, o.counted_from
              from (select d.document_id, d.entity_id, d.kind, d.reference, c.day as created_on,
                           case when u.in_effect then null else greatest(c.day, u.ended) end as counted_from
                      from document.document d
                      join document.kept k on k.document_id = d.document_id
                      left join entity_zone z on z.entity_id = d.entity_id
                      join lateral (select cast(d.frozen_at at time zone coalesce(z.time_zone, 'UTC') as date) as day) c on true
                      left join lateral (
                          select bool_or(e.ended is null) as in_effect, max(e.ended) as ended
                            from (select least((select min(w.effective_on) from policy_version w
                                                 where w.policy_id = a.policy_id and w.number > a.number), p.withdrawn_on) as ended
                                    from policy_attachment a join policy p on p.policy_id = a.policy_id
                                   where a.document_id = d.document_id
                                  union all
                                  select m.left_on from programme.commitment s
                                    join programme.member m on m.member_id = s.member_id
                                   where s.document_id = d.document_id) e) u on true
                     where (d.incident_id is null or d.kind = 'ACCOUNTING_OF_DISCLOSURES')) o
            """;

    /** Nobody finds what stands in a case against himself, or about an incident that he may not see. */
    private static final String FOUND = """
             where (?1 = '*' or o.entity_id = any (string_to_array(?1, ',')))
               and not exists (select 1 from programme.duty_file f join programme.duty n on n.duty_id = f.duty_id
                                where f.document_id = o.document_id
                                  and (n.against = ?2
                                       or n.incident_id is not null and not incident_visible(n.incident_id, ?2, ?1)))
            """;

    private static final String DUE = " and o.counted_from <= ?3 and (o.counted_from, o.document_id) > (?4, ?5)"
            + " order by o.counted_from, o.document_id limit ?6";

    private static final Cursor FIRST =
            new Cursor(LocalDate.EPOCH.atStartOfDay(ZoneOffset.UTC).toInstant(), new UUID(0, 0));

    private final Standings standings;
    private final Caller caller;
    private final AccessLog accessLog;
    private final RetentionRule rule;

    OwnDocuments(Standings standings, Caller caller, AccessLog accessLog, RetentionRule rule) {
        this.standings = standings;
        this.caller = caller;
        this.accessLog = accessLog;
        this.rule = rule;
    }

    Uni<OwnDocumentView> of(UUID documentId) {
        return Transactions.run(() -> Sql.rows(
                        Object[].class,
                        OWN + FOUND + " and o.document_id = ?3",
                        caller.entitiesFilter(),
                        caller.subject(),
                        documentId)
                .map(rows -> rows.stream().findFirst().map(this::view).orElseThrow(Problem::notFound))
                .call(() -> accessLog.list("read-document-retention", "documentId=" + documentId, List.of())));
    }

    /** Up to {@code limit + 1}, what falls due first before the rest; without a day, within a year. */
    Uni<List<OwnDocumentView>> page(Optional<LocalDate> until, Optional<Cursor> after, int limit) {
        Cursor from = after.orElse(FIRST);
        return Transactions.run(() -> standings
                .today("")
                .map(today -> until.orElse(today.plus(Period.ofYears(1))))
                .chain(day -> Sql.rows(
                                Object[].class,
                                OWN + FOUND + DUE,
                                caller.entitiesFilter(),
                                caller.subject(),
                                rule.latestDue(day),
                                LocalDate.ofInstant(from.at(), ZoneOffset.UTC),
                                from.id(),
                                limit + 1)
                        .call(() -> accessLog.list("list-documents-due", "until=" + day, List.of())))
                .map(rows -> rows.stream().map(this::view).toList()));
    }

    static Cursor cursor(OwnDocumentView due) {
        return new Cursor(due.countedFrom().atStartOfDay(ZoneOffset.UTC).toInstant(), due.documentId());
    }

    private OwnDocumentView view(Object[] row) {
        return OwnDocumentView.of(row, rule);
    }
}
