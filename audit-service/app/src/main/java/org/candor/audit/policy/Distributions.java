package org.candor.audit.policy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.audit.programme.Register;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.EntityTags;

/** Copies for management, customers and partners, and which of the workforce has not read a version yet. */
@ApplicationScoped
class Distributions {

    private static final String ADD = """
            insert into programme.policy_distribution (distribution_id, policy_id, number, audience, recipient, way, sent_on, sent_by,
                                                       recorded_at, version)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0) on conflict do nothing
            """;

    private static final String SAME = """
             where policy_id = ?1 and number = ?2 and audience = ?3 and recipient = ?4 and sent_on = ?5
            """;

    private static final String UNREAD = """
            select m.person from programme.member m join policy p on p.entity_id = m.entity_id
             where p.policy_id = ?1 and m.left_on is null and (?3 = '' or m.department = ?3)
               and not exists (select 1 from policy_receipt r
                                where r.policy_id = p.policy_id and r.number = ?2 and r.person = m.person)
             order by m.person
            """;

    private final PolicyDesk desk;
    private final Register register;
    private final Caller caller;
    private final AccessLog accessLog;
    private final Ids ids;
    private final Clock clock;

    Distributions(PolicyDesk desk, Register register, Caller caller, AccessLog accessLog, Ids ids, Clock clock) {
        this.desk = desk;
        this.register = register;
        this.caller = caller;
        this.accessLog = accessLog;
        this.ids = ids;
        this.clock = clock;
    }

    /** The same to the same on the same day is one. */
    Uni<DistributionView> add(UUID policyId, int number, DistributionRequest request) {
        return Transactions.run(() -> desk.requireVersion(policyId, number)
                .chain(policy -> register.today(policy.entityId()))
                .chain(today -> {
                    LocalDate sentOn = Optional.ofNullable(request.sentOn()).orElse(today);
                    refuseAfter(sentOn, today, "sentOn");
                    return add(policyId, number, request, sentOn);
                })
                .call(() -> record("distribute-policy", policyId)));
    }

    Uni<List<DistributionView>> list(UUID policyId, int number) {
        return Transactions.run(() -> desk.requireVersion(policyId, number)
                .chain(() -> views(
                        " where policy_id = ?1 and number = ?2 order by recorded_at, distribution_id",
                        policyId,
                        number))
                .call(() -> record("list-policy-distributions", policyId)));
    }

    Uni<DistributionView> received(UUID policyId, int number, UUID id, ReceivedRequest request, String ifMatch) {
        return Transactions.run(() -> desk.requireVersion(policyId, number)
                .chain(policy -> register.today(policy.entityId()))
                .call(today -> one(policyId, number, id).invoke(given -> {
                    EntityTags.check(ifMatch, given.version());
                    refuseAfter(request.receivedOn(), today, "receivedOn");
                    refuseAfter(given.sentOn(), request.receivedOn(), "receivedOn");
                }))
                .chain(() -> Sql.update(
                        "update programme.policy_distribution set received_on = ?2, version = version + 1"
                                + " where distribution_id = ?1",
                        id,
                        request.receivedOn()))
                .chain(() -> one(policyId, number, id))
                .call(() -> record("policy-received", policyId)));
    }

    /** Members of the entity who have not said that they read it, by the token's subject. */
    Uni<List<String>> unread(UUID policyId, int number, String department) {
        return Transactions.run(() -> desk.requireVersion(policyId, number)
                .chain(() -> Sql.rows(String.class, UNREAD, policyId, number, department))
                .call(() -> record("list-policy-unread", policyId)));
    }

    private Uni<DistributionView> add(UUID policyId, int number, DistributionRequest request, LocalDate sentOn) {
        return Sql.update(
                        ADD,
                        ids.next(),
                        policyId,
                        number,
                        request.audience().name(),
                        request.recipient(),
                        request.way().name(),
                        sentOn,
                        caller.subject(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS))
                .chain(() -> views(SAME, policyId, number, request.audience().name(), request.recipient(), sentOn))
                .map(List::getFirst);
    }

    private static Uni<DistributionView> one(UUID policyId, int number, UUID id) {
        return views(" where policy_id = ?1 and number = ?2 and distribution_id = ?3 for update", policyId, number, id)
                .map(found -> found.stream().findFirst().orElseThrow(Problem::notFound));
    }

    private static Uni<List<DistributionView>> views(String where, Object... parameters) {
        return Sql.rows(Object[].class, DistributionView.COLUMNS + where, parameters)
                .map(rows -> rows.stream().map(DistributionView::of).toList());
    }

    private static void refuseAfter(LocalDate day, LocalDate last, String field) {
        if (day.isAfter(last)) {
            throw new Problem(AuditProblem.DONE_ON_IMPOSSIBLE)
                    .field(field, "not before it was sent and not after today");
        }
    }

    private Uni<Void> record(String action, UUID policyId) {
        return accessLog.list(action, "policyId=" + policyId, List.of());
    }
}
