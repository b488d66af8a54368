package org.candor.breach.associate;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Idempotency;
import org.candor.kit.web.Page;

/** The register of business associates, per legal entity. */
@ApplicationScoped
class Associates {

    private static final String ADD = """
        insert into business_associate (id, entity_id, name, agent, contract_days, template_version,
                                        reports_every_use, contract_from, contract_until, created_at)
        values (?1, ?2, ?3, ?4, cast(nullif(?5, '') as integer), nullif(?6, ''), ?7, ?8, cast(nullif(?9, '') as date), ?10)
        """;

    private static final String CHANGE = """
        update business_associate
           set name = ?2, agent = ?3, contract_days = cast(nullif(?4, '') as integer), template_version = nullif(?5, ''),
               reports_every_use = ?6, contract_from = ?7, contract_until = cast(nullif(?8, '') as date),
               version = version + 1
         where id = ?1
        """;

    private static final String REMEMBER = """
        insert into business_associate_history
        select id, version, name, agent, contract_days, template_version, reports_every_use, contract_from, contract_until,
               ?2, ?3
          from business_associate where id = ?1
        """;

    private static final String HISTORY = """
        select version, name, agent, contract_days, template_version, reports_every_use, contract_from, contract_until,
               written_by, written_at
          from business_associate_history where associate_id = ?1 order by version
        """;

    private static final String GRANTED = " where (?1 = '*' or entity_id = any (string_to_array(?1, ',')))";

    private final Idempotency idempotency;
    private final AccessLog accesses;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    Associates(Idempotency idempotency, AccessLog accesses, Caller caller, Clock clock, Ids ids) {
        this.idempotency = idempotency;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<Page<Associate>> page(int limit, Optional<Cursor> after) {
        StringBuilder sql = new StringBuilder(Associate.COLUMNS).append(GRANTED);
        List<Object> values = new ArrayList<>(List.of(caller.entitiesFilter()));
        after.ifPresent(cursor -> {
            values.addAll(List.of(cursor.at(), cursor.id()));
            sql.append(" and (created_at, id) < (?2, ?3)");
        });
        values.add(limit + 1);
        sql.append(" order by created_at desc, id desc limit ?").append(values.size());
        return Transactions.run(() -> Sql.rows(Object[].class, sql.toString(), values.toArray())
                .map(rows -> Page.of(
                        rows.stream().map(Associate::of).toList(), limit, associate -> associate, Associate::cursor))
                .call(page -> accesses.list("list-business-associates", "", List.of())));
    }

    Uni<Associate> one(UUID id) {
        return Transactions.run(() -> find(id));
    }

    Uni<Associate> add(AssociateResource.AssociateRequest request, String retryKey) {
        if (!caller.mayActFor(request.entityId())) {
            throw Problem.notFound();
        }
        return Transactions.run(() -> idempotency
                .once("add-associate", retryKey, request, Created.class, () -> insert(request))
                .chain(created -> find(created.associateId())));
    }

    /** What a repeated create is answered with. */
    record Created(UUID associateId) {}

    private Uni<Created> insert(AssociateResource.AssociateRequest request) {
        UUID id = ids.next();
        AssociateTerms terms = request.terms();
        return Sql.update(
                        ADD,
                        id,
                        request.entityId(),
                        terms.name(),
                        terms.agent(),
                        text(terms.contractDays()),
                        text(terms.templateVersion()),
                        terms.reportsEveryUse(),
                        terms.contractFrom(),
                        text(terms.contractUntil()),
                        clock.instant())
                .chain(() -> remember(id))
                .replaceWith(new Created(id));
    }

    /** New terms hold for breaches whose knowledge is recorded from then on; what was recorded keeps its own. */
    Uni<Associate> change(UUID id, AssociateTerms terms, String ifMatch) {
        return Transactions.run(() -> rows(" and id = ?2 for update", id)
                .map(Associates::first)
                .invoke(associate -> EntityTags.check(ifMatch, associate.version()))
                .chain(() -> Sql.update(
                        CHANGE,
                        id,
                        terms.name(),
                        terms.agent(),
                        text(terms.contractDays()),
                        text(terms.templateVersion()),
                        terms.reportsEveryUse(),
                        terms.contractFrom(),
                        text(terms.contractUntil())))
                .chain(() -> remember(id))
                .chain(() -> find(id)));
    }

    private Uni<Integer> remember(UUID id) {
        return Sql.update(REMEMBER, id, caller.subject(), clock.instant());
    }

    /** Who wrote which terms, and when; the first first. */
    Uni<List<AssociateVersion>> history(UUID id) {
        return Transactions.run(() -> find(id).chain(() -> Sql.rows(Object[].class, HISTORY, id))
                .map(rows -> rows.stream().map(AssociateVersion::of).toList())
                .call(() -> accesses.list("read-business-associate-history", "associate=" + id, List.of())));
    }

    /** One of an entity that is granted to the caller. Call inside a session. */
    Uni<Associate> find(UUID id) {
        return rows(" and id = ?2", id).map(Associates::first);
    }

    private Uni<List<Object[]>> rows(String more, UUID id) {
        return Sql.rows(Object[].class, Associate.COLUMNS + GRANTED + more, caller.entitiesFilter(), id);
    }

    private static Associate first(List<Object[]> rows) {
        return rows.stream().findFirst().map(Associate::of).orElseThrow(Problem::notFound);
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }
}
