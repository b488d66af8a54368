package org.candor.investigation.cases;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.candor.investigation.cases.decision.CaseCommand.NoteIdle;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.inbox.Faults;
import org.candor.kit.ops.Round;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Finds cases on which nobody works. Any number of replicas may look: each takes cases that no other holds. Every case is a
 * transaction of its own, so one that can't be noted leaves the others alone.
 */
@ApplicationScoped
class IdleWatch {

    private static final Logger LOG = Logger.getLogger(IdleWatch.class);
    private static final int AT_ONCE = 500;

    private static final String QUIET = "phase <> 'CLOSED' and idle_due_at is null and worked_at <= ?1";

    private static final String FIND =
            "select incident_id from case_file where " + QUIET + " order by worked_at limit ?2";

    /** Asks again: meanwhile somebody may have worked on the case, or another replica noted it. */
    private static final String TAKE = """
            select c.worked_at, coalesce(e.time_zone, '')
              from (select * from case_file where incident_id = ?2 and %s for update skip locked) c
              left join legal_entity e on e.entity_id = c.entity_id
            """.formatted(QUIET);

    private final CaseNotes notes;
    private final Clock clock;
    private final Duration after;

    IdleWatch(CaseNotes notes, Clock clock, @ConfigProperty(name = "candor.idle.after") Duration after) {
        this.notes = notes;
        this.clock = clock;
        this.after = after;
    }

    @Scheduled(every = "${candor.idle.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        Instant quietSince = clock.instant().minus(after.dividedBy(2));
        return Round.of(
                Transactions.read(() -> Sql.rows(UUID.class, FIND, quietSince, AT_ONCE))
                        .onItem()
                        .transformToMulti(found -> Multi.createFrom().iterable(found))
                        .onItem()
                        .transformToUniAndConcatenate(incidentId -> noteAlone(incidentId, quietSince))
                        .onItem()
                        .ignoreAsUni(),
                LOG,
                "quiet cases could not be looked for");
    }

    private Uni<Void> noteAlone(UUID incidentId, Instant quietSince) {
        return Transactions.run(() ->
                        Sql.rows(Object[].class, TAKE, quietSince, incidentId).chain(taken -> note(incidentId, taken)))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("quiet case could not be noted: incident=%s %s", incidentId, Faults.name(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> note(UUID incidentId, List<Object[]> taken) {
        if (taken.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Object[] row = taken.getFirst();
        Instant dueAt = ((OffsetDateTime) row[0]).toInstant().plus(after);
        return notes.note(incidentId, new NoteIdle(dueAt, zone((String) row[1])))
                .replaceWithVoid();
    }

    private static ZoneId zone(String name) {
        return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
    }
}
