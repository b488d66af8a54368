package org.candor.notification.campaign;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.NoticeEvent.CampaignCompleted;
import org.candor.events.Topic;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Visibility;
import org.candor.kit.outbox.Outbox;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.decision.Campaigns;
import org.candor.notification.campaign.decision.Command;
import org.candor.notification.campaign.decision.Duty;
import org.candor.notification.campaign.decision.Outcome;

/** Loads a campaign, has the decision core decide, stores what it says. Call inside a transaction. */
@ApplicationScoped
public class CampaignDesk {

    private final CampaignRows rows;
    private final Visibility visibility;
    private final AccessLog accessLog;
    private final Outbox outbox;
    private final Clock clock;

    CampaignDesk(CampaignRows rows, Visibility visibility, AccessLog accessLog, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.visibility = visibility;
        this.accessLog = accessLog;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The campaign for reading, or {@code NOT_FOUND} where the caller may not see the incident. */
    public Uni<CampaignRow> visible(UUID incidentId) {
        return visibility
                .require(incidentId)
                .chain(() -> rows.findById(incidentId))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    /**
     * As {@link #visible}, for what somebody looks at: who it was is recorded. Call inside a transaction, and answer when it is
     * committed.
     *
     * @param action a verb and a resource, such as {@code read-campaign}
     */
    public Uni<CampaignRow> read(UUID incidentId, String action) {
        return visible(incidentId).call(() -> accessLog.read(action, incidentId));
    }

    /** As {@link #visible}, locked until the transaction ends. */
    public Uni<CampaignRow> toChange(UUID incidentId) {
        return visibility
                .require(incidentId)
                .chain(() -> rows.locked(incidentId))
                .map(found -> found.orElseThrow(Problem::notFound));
    }

    /** For the service's own work, locked. */
    public Uni<Optional<CampaignRow>> locked(UUID incidentId) {
        return rows.locked(incidentId);
    }

    /** For the service's own work, whoever the caller is; of what it says he may be told nothing. */
    public Uni<CampaignRow> known(UUID incidentId) {
        return rows.findById(incidentId);
    }

    public LocalDate today(CampaignRow row) {
        return LocalDate.ofInstant(clock.instant(), row.zone());
    }

    /** The day on which its letters may go again; empty when none is held (45 CFR 164.412). */
    public Optional<LocalDate> heldUntil(CampaignRow row) {
        return row.campaign().duties().heldUntil(today(row), Duty::byLetter);
    }

    /** Decides and stores; a refusal becomes a problem for the caller. */
    public Uni<CampaignRow> apply(CampaignRow row, Command command, String actor) {
        return switch (decide(row, command)) {
            case Outcome.Accepted accepted -> store(row, accepted, actor);
            case Outcome.Refused refused -> throw problem(refused);
        };
    }

    /** Refuses what {@link #apply} would refuse, and changes nothing. */
    public void check(CampaignRow row, Command command) {
        if (decide(row, command) instanceof Outcome.Refused refused) {
            throw problem(refused);
        }
    }

    /** For the service's own work, where a refusal means that there is nothing to do. */
    public Uni<Boolean> applyIfPossible(CampaignRow row, Command command, String actor) {
        return decide(row, command) instanceof Outcome.Accepted accepted
                ? store(row, accepted, actor).replaceWith(true)
                : Uni.createFrom().item(false);
    }

    /** People who wait for their own notice. */
    public Uni<Long> pending(UUID incidentId) {
        return Sql.rows(
                        Long.class,
                        "select count(*) from person where incident_id = ?1 and state = 'PENDING'",
                        incidentId)
                .map(counts -> counts.getFirst());
    }

    private Outcome decide(CampaignRow row, Command command) {
        return Campaigns.decide(row.campaign(), command, today(row));
    }

    private Uni<CampaignRow> store(CampaignRow row, Outcome.Accepted accepted, String actor) {
        row.take(accepted.next());
        Uni<CampaignRow> stored = rows.persist(row);
        return accepted.completed()
                ? stored.call(() -> outbox.publish(
                        Topic.NOTICE, new CampaignCompleted(row.incidentId, row.completedOn), row.origin(actor)))
                : stored;
    }

    private static Problem problem(Outcome.Refused refused) {
        Problem problem =
                new Problem(NotificationProblem.valueOf(refused.refusal().name()));
        refused.until().ifPresent(day -> problem.field("heldUntil", day.toString()));
        return problem;
    }
}
