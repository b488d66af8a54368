package org.candor.audit.policy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.audit.entity.EntityZones;
import org.candor.audit.policy.Policies.Head;
import org.candor.audit.policy.PolicyView.ReceiptView;
import org.candor.audit.policy.PolicyView.VersionView;
import org.candor.audit.programme.CodeCursor;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Idempotency;

/** Keeps the register of policies. What was in effect on a day stays written; there is no way to change or delete a version. */
@ApplicationScoped
class PolicyDesk {

    /** What a retry is answered from; kept as JSON. */
    record Added(UUID policyId) {}

    private final Policies policies;
    private final PolicyPapers papers;
    private final ReviewDuty duty;
    private final PolicyNews news;
    private final EntityZones zones;
    private final Caller caller;
    private final Idempotency idempotency;
    private final AccessLog accessLog;
    private final Ids ids;
    private final Clock clock;
    private final PolicyViews views;

    PolicyDesk(
            Policies policies,
            PolicyPapers papers,
            ReviewDuty duty,
            PolicyNews news,
            EntityZones zones,
            Caller caller,
            Idempotency idempotency,
            AccessLog accessLog,
            Ids ids,
            Clock clock,
            RetentionRule rule) {
        this.policies = policies;
        this.papers = papers;
        this.duty = duty;
        this.news = news;
        this.zones = zones;
        this.caller = caller;
        this.idempotency = idempotency;
        this.accessLog = accessLog;
        this.ids = ids;
        this.clock = clock;
        this.views = new PolicyViews(rule);
    }

    Uni<PolicyView> add(PolicyRequest request, String retryKey) {
        if (!caller.mayActFor(request.entityId())) {
            throw Problem.notFound();
        }
        return Transactions.run(() -> idempotency
                .once(
                        "add-policy",
                        retryKey,
                        request,
                        Added.class,
                        () -> today(request.entityId()).chain(today -> add(ids.next(), request, today)))
                .chain(added -> view(added.policyId())));
    }

    Uni<PolicyView> addVersion(UUID policyId, VersionRequest request, String ifMatch) {
        return change(
                policyId,
                ifMatch,
                "add-policy-version",
                (policy, today) -> policies.versions(policyId)
                        .invoke(known -> {
                            if (!PolicyViews.dates(policy, known).mayFollow(request.effectiveOn())) {
                                throw new Problem(AuditProblem.VERSION_OUT_OF_ORDER)
                                        .field("effectiveOn", "before an earlier one");
                            }
                        })
                        .chain(known -> policies.addVersion(
                                policyId, known.size() + 1, request, caller.subject(), now(), today))
                        .chain(() -> policies.touch(policyId))
                        .chain(() -> news.followed(policy, request, today, caller.subject())));
    }

    /** A review counts also if nothing changed; the next one is a new duty. */
    Uni<PolicyView> review(UUID policyId, ReviewRequest request, String ifMatch) {
        return change(policyId, ifMatch, "review-policy", (policy, today) -> {
            ReviewDuty.refuseOutOfTime(request.nextReviewOn(), today);
            return policies.addReview(policyId, today, request, caller.subject(), now())
                    .chain(() -> duty.met(policy, today, caller.subject()))
                    .chain(() -> duty.set(policy.reviewed(request.nextReviewOn()), caller.subject()))
                    .chain(() -> news.changeReviewed(policy, "REVIEW_RECORD", today, caller.subject()));
        });
    }

    Uni<PolicyView> withdraw(UUID policyId, String ifMatch) {
        return change(
                policyId,
                ifMatch,
                "withdraw-policy",
                (policy, today) -> policies.withdraw(policyId, today)
                        .chain(() -> duty.cancel(policy, caller.subject()))
                        .chain(() -> news.withdrawn(policy, today, caller.subject())));
    }

    Uni<PolicyView> read(UUID policyId) {
        return Transactions.run(() -> view(policyId).call(() -> record("read-policy", policyId)));
    }

    Uni<VersionView> readVersion(UUID policyId, int number) {
        return Transactions.run(() -> require(policyId)
                .chain(policy -> policies.versions(policyId).map(known -> views.version(policy, known, number, true)))
                .call(() -> record("read-policy-version", policyId)));
    }

    /** He who holds the token says that he got and read it; saying it again changes nothing. */
    Uni<Void> receive(UUID policyId, int number) {
        return Transactions.run(() -> require(policyId)
                .chain(policy ->
                        policies.versions(policyId).invoke(known -> views.version(policy, known, number, false)))
                .chain(() -> papers.receive(policyId, number, caller.subject(), now()))
                .chain(() -> record("acknowledge-policy", policyId)));
    }

    /** Whose policy it is, where it has such a version; else {@code NOT_FOUND}. Call inside a session. */
    Uni<Head> requireVersion(UUID policyId, int number) {
        return require(policyId)
                .call(policy ->
                        policies.versions(policyId).invoke(known -> views.version(policy, known, number, false)));
    }

    Uni<List<ReceiptView>> receipts(UUID policyId, int number) {
        return Transactions.run(() -> require(policyId)
                .chain(() -> papers.receipts(policyId, number))
                .call(() -> record("list-policy-receipts", policyId)));
    }

    Uni<List<Head>> page(String section, CodeCursor after, int limit) {
        return Transactions.read(() -> policies.page(caller.entitiesFilter(), section, after, limit));
    }

    private Uni<Added> add(UUID id, PolicyRequest request, LocalDate today) {
        ReviewDuty.refuseOutOfTime(request.nextReviewOn(), today);
        return policies.add(id, request, now())
                .invoke(free -> {
                    if (!free) {
                        throw new Problem(AuditProblem.CODE_TAKEN).field("code", "taken");
                    }
                })
                .chain(() -> policies.addVersion(id, 1, request.first(), caller.subject(), now(), today))
                .chain(() -> require(id))
                .chain(policy -> duty.set(policy, caller.subject()))
                .chain(() -> news.entered(id, request, caller.subject()))
                .chain(() -> record("add-policy", id))
                .replaceWith(new Added(id));
    }

    private interface Change {
        Uni<Void> on(Head policy, LocalDate today);
    }

    private Uni<PolicyView> change(UUID policyId, String ifMatch, String action, Change change) {
        return Transactions.run(() -> policies.lock(policyId, caller.entitiesFilter())
                .map(found -> found.orElseThrow(Problem::notFound))
                .invoke(policy -> {
                    EntityTags.check(ifMatch, policy.version());
                    if (policy.withdrawnOn().isPresent()) {
                        throw new Problem(AuditProblem.WITHDRAWN);
                    }
                })
                .chain(policy -> today(policy.entityId()).chain(today -> change.on(policy, today)))
                .chain(() -> record(action, policyId))
                .chain(() -> view(policyId)));
    }

    private Uni<PolicyView> view(UUID policyId) {
        return require(policyId)
                .chain(policy -> policies.versions(policyId)
                        .chain(known -> policies.reviews(policyId)
                                .chain(reviews -> today(policy.entityId())
                                        .map(today -> views.view(policy, known, reviews, today)))));
    }

    private Uni<Head> require(UUID policyId) {
        return policies.find(policyId, caller.entitiesFilter()).map(found -> found.orElseThrow(Problem::notFound));
    }

    private Uni<Void> record(String action, UUID policyId) {
        return accessLog.list(action, "policyId=" + policyId, List.of());
    }

    private Uni<LocalDate> today(String entityId) {
        return zones.of(entityId).map(zone -> LocalDate.ofInstant(clock.instant(), zone));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
