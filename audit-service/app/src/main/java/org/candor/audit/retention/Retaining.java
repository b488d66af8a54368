package org.candor.audit.retention;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.candor.audit.retention.decision.IncidentRetention;
import org.candor.audit.retention.decision.IncidentRetention.Decision;
import org.candor.audit.retention.decision.IncidentRetention.Kept;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.events.RetentionEvent.RetentionSet;
import org.candor.events.Topic;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/** Lets the core decide how long an incident's records are kept, saves, and tells. Call inside a transaction. */
@ApplicationScoped
public class Retaining {

    private final Retentions retentions;
    private final DisposalDuty duty;
    private final Outbox outbox;
    private final RetentionRule rule;

    Retaining(Retentions retentions, DisposalDuty duty, Outbox outbox, RetentionRule rule) {
        this.retentions = retentions;
        this.duty = duty;
        this.outbox = outbox;
        this.rule = rule;
    }

    /** Applies a fact to what is known of the incident, under the rule of this installation. */
    public Uni<Void> decide(
            UUID incidentId, Origin origin, BiFunction<IncidentRetention, RetentionRule, Decision> command) {
        return retentions.of(incidentId).chain(row -> {
            Decision decision = command.apply(row.state(), rule);
            row.take(decision, origin);
            return decision.kept()
                    .map(kept -> tell(incidentId, kept, origin))
                    .orElseGet(() -> Uni.createFrom().voidItem());
        });
    }

    /** What is known of the incident; nothing before its case was closed or a document of it was kept. */
    public Uni<Optional<KnownRetention>> find(UUID incidentId) {
        return retentions.findById(incidentId).map(Optional::ofNullable).map(row -> row.map(RetentionRow::known));
    }

    private Uni<Void> tell(UUID incidentId, Kept kept, Origin origin) {
        RetentionSet set = new RetentionSet(incidentId, kept.concludedOn(), kept.keepThrough(), kept.reason());
        return outbox.publish(Topic.RETENTION, set, origin)
                .chain(() -> duty.set(incidentId, kept.keepThrough(), origin));
    }
}
