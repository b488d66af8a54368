package org.candor.audit.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Policies that everybody may read without a token, while an officer says so: those whom they apply to, customers, partners. */
@ApplicationScoped
class Publications {

    private static final String PUBLISH = """
            insert into programme.policy_publication (policy_id, published_at, published_by) values (?1, ?2, ?3)
            on conflict do nothing
            """;

    private static final String END =
            "update programme.policy_publication set ended_at = ?2 where policy_id = ?1 and ended_at is null";

    private static final String PUBLISHED = """
            select p.policy_id, p.entity_id, p.code, v.number, v.title, v.effective_on, v.wording
              from policy p join programme.policy_publication u on u.policy_id = p.policy_id and u.ended_at is null
              left join entity_zone z on z.entity_id = p.entity_id,
                   lateral (select cast(cast(?1 as timestamptz) at time zone coalesce(z.time_zone, 'UTC') as date) as day) t,
                   lateral (select * from policy_version w where w.policy_id = p.policy_id and w.effective_on <= t.day
                             order by w.number desc limit 1) v
             where (p.withdrawn_on is null or p.withdrawn_on > t.day)
            """;

    /** A published policy with the version that is in effect; its text only where one is read. */
    @Schema(name = "PublishedPolicy")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Published(
            UUID policyId,
            String entityId,
            String code,
            int number,
            String title,
            LocalDate effectiveOn,

            @Schema(nullable = true, description = "The whole text")
            String wording) {

        Published inList() {
            return new Published(policyId, entityId, code, number, title, effectiveOn, null);
        }

        static Published of(Object[] row) {
            return new Published(
                    (UUID) row[0],
                    (String) row[1],
                    (String) row[2],
                    (Integer) row[3],
                    (String) row[4],
                    (LocalDate) row[5],
                    (String) row[6]);
        }
    }

    private final Policies policies;
    private final Caller caller;
    private final AccessLog accessLog;
    private final Clock clock;

    Publications(Policies policies, Caller caller, AccessLog accessLog, Clock clock) {
        this.policies = policies;
        this.caller = caller;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /** Again changes nothing. */
    Uni<Void> publish(UUID policyId) {
        return change(policyId, "publish-policy", () -> Sql.update(PUBLISH, policyId, now(), caller.subject()));
    }

    Uni<Void> end(UUID policyId) {
        return change(policyId, "unpublish-policy", () -> Sql.update(END, policyId, now()));
    }

    /** In the order of their codes. */
    Uni<List<Published>> of(String entityId) {
        return Transactions.read(() -> Sql.rows(
                        Object[].class, PUBLISHED + " and p.entity_id = ?2 order by p.code", clock.instant(), entityId)
                .map(rows ->
                        rows.stream().map(row -> Published.of(row).inList()).toList()));
    }

    Uni<Optional<Published>> find(UUID policyId) {
        return Transactions.read(
                () -> Sql.rows(Object[].class, PUBLISHED + " and p.policy_id = ?2", clock.instant(), policyId)
                        .map(rows -> rows.stream().findFirst().map(Published::of)));
    }

    private Uni<Void> change(UUID policyId, String action, Supplier<Uni<Integer>> change) {
        return Transactions.run(() -> policies.lock(policyId, caller.entitiesFilter())
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(change::get)
                .chain(() -> accessLog.list(action, "policyId=" + policyId, List.of())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
