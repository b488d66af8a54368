package org.candor.audit.policy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.policy.Policies.Head;
import org.candor.audit.policy.decision.Versions;
import org.candor.audit.programme.Register;
import org.candor.audit.programme.Register.Evidence;
import org.candor.audit.programme.Wording;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.events.ProgrammeEvent;
import org.candor.events.ProgrammeEvent.PolicyPublished;
import org.candor.events.ProgrammeEvent.PolicySuperseded;
import org.candor.events.Topic;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/** Tells of versions, and does the duty to review a policy after a change. Call inside a transaction. */
@ApplicationScoped
class PolicyNews {

    private static final String CHANGE_REVIEW = "POLICY_CHANGE_REVIEW";

    private final Policies policies;
    private final Register register;
    private final Outbox outbox;
    private final RetentionRule rule;

    PolicyNews(Policies policies, Register register, Outbox outbox, RetentionRule rule) {
        this.policies = policies;
        this.register = register;
        this.outbox = outbox;
        this.rule = rule;
    }

    /** A policy was entered. */
    Uni<Void> entered(UUID policyId, PolicyRequest request, String actor) {
        return publish(
                published(policyId, request.entityId(), request.code(), 1, request.first()), request.entityId(), actor);
    }

    /** The newest version follows the one before, which is kept from now on for as long as it must be. */
    Uni<Void> followed(Head policy, VersionRequest newest, LocalDate today, String actor) {
        return policies.versions(policy.policyId())
                .map(known -> PolicyViews.dates(policy, known))
                .chain(dates -> {
                    int number = dates.all().getLast().number();
                    return publish(
                                    published(policy.policyId(), policy.entityId(), policy.code(), number, newest),
                                    policy.entityId(),
                                    actor)
                            .chain(() -> publish(
                                    superseded(policy, dates, number - 1, Optional.of((long) number)),
                                    policy.entityId(),
                                    actor));
                })
                .chain(() -> changeReviewed(policy, "NEW_VERSION", today, actor));
    }

    /** No version is in effect from that day on. */
    Uni<Void> withdrawn(Head policy, LocalDate day, String actor) {
        return policies.versions(policy.policyId())
                .map(known ->
                        new Versions(known.stream().map(Policies.Stored::dates).toList(), Optional.of(day)))
                .chain(dates -> publish(
                        superseded(policy, dates, dates.all().getLast().number(), Optional.empty()),
                        policy.entityId(),
                        actor))
                .chain(() -> register.cancelAll(policy.entityId(), CHANGE_REVIEW, policy.code(), "", actor))
                .replaceWithVoid();
    }

    /** A review after a change was asked for in the register is done with any review. */
    Uni<Void> changeReviewed(Head policy, String evidence, LocalDate today, String actor) {
        return register.done(
                        policy.entityId(),
                        CHANGE_REVIEW,
                        policy.code(),
                        "",
                        new Evidence(today, evidence, Optional.empty()),
                        actor)
                .replaceWithVoid();
    }

    private static PolicyPublished published(
            UUID policyId, String entityId, String code, int number, VersionRequest version) {
        return new PolicyPublished(
                policyId, entityId, code, number, version.effectiveOn(), Wording.sha256(version.wording()));
    }

    private PolicySuperseded superseded(Head policy, Versions dates, int number, Optional<Long> by) {
        return new PolicySuperseded(
                policy.policyId(),
                policy.entityId(),
                policy.code(),
                number,
                by.orElse(null),
                dates.lastInEffect(number).orElseThrow(),
                dates.keepThrough(number, rule).orElseThrow());
    }

    private Uni<Void> publish(ProgrammeEvent fact, String entityId, String actor) {
        return outbox.publish(Topic.PROGRAMME, fact, new Origin(entityId, false, actor));
    }
}
