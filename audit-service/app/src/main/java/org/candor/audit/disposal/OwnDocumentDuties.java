package org.candor.audit.disposal;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.audit.programme.Register;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.events.Envelope;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
import org.jboss.logging.Logger;

/**
 * Asks for a decision on each document of no incident whose time has ended, once, by a duty of the register. The law sets a
 * shortest time and no longest; that somebody decides is the organisation's own rule. A hold ends the question, and it is asked
 * anew after that.
 */
@ApplicationScoped
class OwnDocumentDuties {

    private static final Logger LOG = Logger.getLogger(OwnDocumentDuties.class);

    private static final String KIND = "DOCUMENT_DISPOSAL";
    private static final int MOST = 500;

    private static final String ENTITIES =
            "select distinct entity_id from document.document where incident_id is null or kind = 'ACCOUNTING_OF_DISCLOSURES'";

    private static final String HELD = """
            exists (select 1 from legal_hold h
                     where h.lifted_at is null and h.incident_id is null and h.entity_id = o.entity_id
                       and h.from_on <= o.counted_from and (h.to_on is null or h.to_on >= o.created_on))
            """;

    /** What proves a duty is kept with that: its own day says nothing, and it may be hidden from somebody. */
    private static final String ENDED = "select cast(o.document_id as text) from (" + OwnDocuments.OWN + """
            ) o
             where o.entity_id = ?1 and o.counted_from <= ?2
               and not exists (select 1 from document.document x where x.document_id = o.document_id and x.drill)
               and not exists (select 1 from programme.duty_file f where f.document_id = o.document_id)
               and not exists (select 1 from programme.duty d
                                where d.entity_id = o.entity_id and d.kind = ?3 and d.subject = cast(o.document_id as text)
                                  and d.state <> 'CANCELLED')
            """
            + " and not " + HELD + " order by o.counted_from, o.document_id limit ?4";

    private static final String NO_LONGER = "select d.subject from programme.duty d join (" + OwnDocuments.OWN + """
            ) o on cast(o.document_id as text) = d.subject and o.entity_id = d.entity_id
             where d.entity_id = ?1 and d.kind = ?2 and d.state = 'OPEN'
            """
            + " and " + HELD + " order by d.subject";

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
        return Round.of(
                Transactions.read(() -> Sql.rows(String.class, ENTITIES))
                        .onItem()
                        .transformToMulti(entities -> Multi.createFrom().iterable(entities))
                        .onItem()
                        .transformToUniAndConcatenate(entity -> Round.of(
                                Transactions.run(() -> ask(entity)), LOG, "documents of an entity were not looked at"))
                        .onItem()
                        .ignoreAsUni(),
                LOG,
                "documents whose time has ended were not looked for");
    }

    private Uni<?> ask(String entityId) {
        return register.today(entityId)
                .chain(today -> Sql.rows(String.class, ENDED, entityId, rule.latestDue(today.minusDays(1)), KIND, MOST)
                        .map(ended -> ended.stream()
                                .map(id -> register.entry(entityId, KIND, id, "", "", today))
                                .toList())
                        .chain(entries -> entries.isEmpty()
                                ? Uni.createFrom().item(0)
                                : register.enterAll(entries, Envelope.SYSTEM)))
                .chain(() -> Sql.rows(String.class, NO_LONGER, entityId, KIND))
                .onItem()
                .transformToMulti(held -> Multi.createFrom().iterable(held))
                .onItem()
                .transformToUniAndConcatenate(id -> register.cancelAll(entityId, KIND, id, "", Envelope.SYSTEM))
                .collect()
                .asList();
    }
}
