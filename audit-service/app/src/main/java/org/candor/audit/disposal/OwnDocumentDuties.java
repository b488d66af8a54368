package org.candor.audit.disposal;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.programme.Register;
import org.candor.audit.programme.Register.Entry;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.events.Envelope;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;

/**
 * Asks for a decision on each document of no incident whose time has ended, once, by a duty of the register. The law sets a
 * shortest time and no longest; that somebody decides is the organisation's own rule. What is on hold is asked about after it.
 */
@ApplicationScoped
class OwnDocumentDuties {

    private static final String KIND = "DOCUMENT_DISPOSAL";
    private static final int MOST = 500;

    private static final String ENTITIES =
            "select distinct entity_id from document.document where incident_id is null or kind = 'ACCOUNTING_OF_DISCLOSURES'";

    /** What is filed in a case or is of an incident is hidden as that is. */
    private static final String ENDED =
            "select o.document_id, f.against, f.incident_id from (" + OwnDocuments.OWN + """
            ) o left join lateral (select coalesce(max(n.against), '') as against, cast(max(cast(n.incident_id as text)) as uuid) as incident_id
                                     from programme.duty_file g join programme.duty n on n.duty_id = g.duty_id
                                    where g.document_id = o.document_id) f on true
             where o.entity_id = ?1 and o.counted_from <= ?2
               and not exists (select 1 from document.document x where x.document_id = o.document_id and x.drill)
               and not exists (select 1 from programme.duty d
                                where d.entity_id = o.entity_id and d.kind = ?3 and d.subject = cast(o.document_id as text))
               and not exists (select 1 from legal_hold h
                                where h.lifted_at is null and h.incident_id is null and h.entity_id = o.entity_id
                                  and h.from_on <= o.counted_from and (h.to_on is null or h.to_on >= o.created_on))
             order by o.counted_from, o.document_id limit ?4
            """;

    private final Register register;
    private final RetentionRule rule;

    OwnDocumentDuties(Register register, RetentionRule rule) {
        this.register = register;
        this.rule = rule;
    }

    /** Two replicas may do it at once: the same duty is open once. */
    @Scheduled(
            every = "${candor.disposal.ask-every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> ask() {
        return Transactions.read(() -> Sql.rows(String.class, ENTITIES))
                .onItem()
                .transformToMulti(entities -> Multi.createFrom().iterable(entities))
                .onItem()
                .transformToUniAndConcatenate(entity -> Transactions.run(() -> ask(entity)))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Integer> ask(String entityId) {
        return register.today(entityId)
                .chain(today -> Sql.rows(
                                Object[].class, ENDED, entityId, rule.latestDue(today.minusDays(1)), KIND, MOST)
                        .chain(ended -> ended.isEmpty()
                                ? Uni.createFrom().item(0)
                                : register.enterAll(entries(entityId, ended, today), Envelope.SYSTEM)));
    }

    private List<Entry> entries(String entityId, List<Object[]> ended, LocalDate today) {
        return ended.stream()
                .map(row -> register.entry(entityId, KIND, row[0].toString(), "", "", today)
                        .hiddenAs((String) row[1], Optional.ofNullable((UUID) row[2])))
                .toList();
    }
}
