package org.candor.audit.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.audit.entity.EntityZones;
import org.candor.audit.policy.Policies.Head;
import org.candor.events.DeadlineEvent;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.errors.Problem;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/** The duty to review a policy, one for each round (45 CFR 164.316(b)(2)(iii), 164.530(i)). Call inside a transaction. */
@ApplicationScoped
class ReviewDuty {

    /** A year, and a day more: whoever asks may be where it is tomorrow. */
    private static final Period EVERY = Period.of(1, 0, 1);

    private final EntityZones zones;
    private final Outbox outbox;

    ReviewDuty(EntityZones zones, Outbox outbox) {
        this.zones = zones;
        this.outbox = outbox;
    }

    /** Reviewed at least once a year, as the organisation's own policies ask (45 CFR 164.316(b)(2)(iii) asks for periodically). */
    static void refuseOutOfTime(LocalDate nextReviewOn, LocalDate today) {
        if (!nextReviewOn.isAfter(today)) {
            throw new Problem(AuditProblem.REVIEW_NOT_AHEAD).field("nextReviewOn", "must be after today");
        }
        if (nextReviewOn.isAfter(today.plus(EVERY))) {
            throw new Problem(AuditProblem.REVIEW_TOO_LATE).field("nextReviewOn", "must be within a year");
        }
    }

    Uni<Void> set(Head policy, String actor) {
        return zones.of(policy.entityId())
                .chain(zone -> publish(
                        new DeadlineSet(
                                idOf(policy),
                                null,
                                policy.entityId(),
                                "POLICY_REVIEW",
                                "Review " + policy.code() + ", also if nothing has changed",
                                policy.nextReviewOn(),
                                null,
                                zone.getId(),
                                OfficerRole.SECURITY_OFFICER,
                                "45 CFR 164.316(b)(2)(iii), 164.530(i)"),
                        policy.entityId(),
                        actor));
    }

    Uni<Void> met(Head policy, LocalDate today, String actor) {
        long late = Math.max(0, today.toEpochDay() - policy.nextReviewOn().toEpochDay());
        return publish(new DeadlineMet(idOf(policy), null, today, late), policy.entityId(), actor);
    }

    Uni<Void> cancel(Head policy, String actor) {
        return publish(new DeadlineCancelled(idOf(policy), null, "The policy was withdrawn"), policy.entityId(), actor);
    }

    private Uni<Void> publish(DeadlineEvent deadline, String entityId, String actor) {
        return outbox.publish(Topic.PROGRAMME, deadline, new Origin(entityId, false, actor));
    }

    /** The next review may be due on the day of the one that was just done; that one stays met. */
    private static UUID idOf(Head policy) {
        String round = policy.round() == 0 ? "" : "/" + policy.round();
        return UUID.nameUUIDFromBytes(
                ("policy-review/" + policy.policyId() + "/" + policy.nextReviewOn() + round).getBytes(UTF_8));
    }
}
