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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Finds cases on which nobody works. Any number of replicas may look: each takes cases that no other holds. */
@ApplicationScoped
class IdleWatch {

    private static final Logger LOG = Logger.getLogger(IdleWatch.class);
    private static final int AT_ONCE = 50;

    private static final String QUIET = """
            select c.incident_id, c.worked_at, coalesce(e.time_zone, '')
              from case_file c left join legal_entity e on e.entity_id = c.entity_id
             where c.phase <> 'CLOSED' and c.idle_due_at is null and c.worked_at <= ?1
             order by c.worked_at limit ?2 for update of c skip locked
            """;

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
        return Transactions.run(() ->
                        Sql.rows(Object[].class, QUIET, quietSince, AT_ONCE).chain(this::note))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "quiet cases could not be looked for: %s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> note(List<Object[]> quiet) {
        return Multi.createFrom()
                .iterable(quiet)
                .onItem()
                .transformToUniAndConcatenate(row -> notes.note(
                        (UUID) row[0],
                        new NoteIdle(((OffsetDateTime) row[1]).toInstant().plus(after), zone((String) row[2]))))
                .onItem()
                .ignoreAsUni();
    }

    private static ZoneId zone(String name) {
        return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
    }
}
