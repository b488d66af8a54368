package org.candor.breach.idle;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.obligations.Columns;
import org.candor.breach.obligations.Recomputing.Breach;
import org.candor.breach.obligations.decision.Idleness;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks for breaches that stand still and raises the alarm, once. Two replicas never hold the same breach. */
@ApplicationScoped
class IdleWatch {

    private static final Logger LOG = Logger.getLogger(IdleWatch.class);

    private static final String CLAIM = """
            select a.incident_id, a.entity_id, a.time_zone, a.drill, a.moved_at, o.held_until
              from assessment a
              join obligation o on o.incident_id = a.incident_id
                   and o.rule_id in ('US-INDIVIDUAL', 'US-BA-OWN') and o.completed_on is null
             where a.state <> 'NOTHING_OWED' and a.moved_at <= ?1
               and (o.held_until is null or cast(o.held_until as timestamp) at time zone a.time_zone <= ?1)
               and not exists (select 1 from idle_alarm i where i.incident_id = a.incident_id and i.answered_at is null)
             order by a.moved_at limit 50
             for update of a skip locked
            """;

    private static final String RAISE = """
            insert into idle_alarm (id, incident_id, idle_since, raised_at) values (?1, ?2, ?3, ?4)
            on conflict do nothing
            """;

    private final Outbox outbox;
    private final Duration limit;
    private final Clock clock;
    private final Ids ids;

    IdleWatch(Outbox outbox, @ConfigProperty(name = "candor.idle-limit") Duration limit, Clock clock, Ids ids) {
        this.outbox = outbox;
        this.limit = limit;
        this.clock = clock;
        this.ids = ids;
    }

    @Scheduled(
            every = "${candor.watch}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> work() {
        Instant now = clock.instant();
        return Round.of(
                Transactions.run(() -> Sql.rows(Object[].class, CLAIM, now.minus(limit))
                        .chain(rows -> Multi.createFrom()
                                .iterable(rows)
                                .onItem()
                                .transformToUniAndConcatenate(row -> look(row, now))
                                .collect()
                                .last())),
                LOG,
                "breaches could not be watched");
    }

    private Uni<Void> look(Object[] row, Instant now) {
        Breach breach = new Breach((UUID) row[0], (String) row[1], ZoneId.of((String) row[2]));
        Instant movedAt = Columns.instant(row[4]);
        Idleness idleness = new Idleness(Optional.ofNullable(Columns.day(row[5])), movedAt, breach.zone());
        return idleness.alarms(now, limit)
                ? raise(breach, (Boolean) row[3], idleness.since(), now)
                : Uni.createFrom().voidItem();
    }

    /** Another replica may have raised it since the rows were read: what was not added is not told. */
    private Uni<Void> raise(Breach breach, boolean drill, Instant since, Instant now) {
        UUID id = ids.next();
        return Sql.update(RAISE, id, breach.incidentId(), since, now)
                .chain(added -> added == 0 ? Uni.createFrom().voidItem() : tell(id, breach, drill, now));
    }

    private Uni<Void> tell(UUID id, Breach breach, boolean drill, Instant now) {
        return outbox.publish(
                Topic.OBLIGATION,
                breach.deadline(
                        id,
                        "UNREASONABLE_DELAY",
                        "Everything for the notices is there and nothing has moved: say why, or send",
                        LocalDate.ofInstant(now, breach.zone()).plusDays(1),
                        OfficerRole.PRIVACY_OFFICER,
                        "45 CFR 164.404(b)"),
                Origin.system(breach.entityId(), drill));
    }
}
