package org.candor.breach.obligations;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.breach.obligations.Recomputing.Breach;
import org.candor.breach.obligations.decision.StateLaw;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.ObligationEvent;
import org.candor.events.OfficerRole;
import org.candor.kit.data.Sql;

/**
 * For what no rule computes counsel must look: a task with what is known, never silence. Its day is the organisation's, for the
 * law gives none.
 */
@ApplicationScoped
public class CounselTasks {

    private static final String ADD = """
        insert into counsel_task (incident_id, jurisdiction, statute, known, source, verified, due, opened_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        on conflict do nothing
        """;

    private static final String OPEN =
            "select jurisdiction from counsel_task where incident_id = ?1 and answered_at is null";

    private static final String DROP =
            "delete from counsel_task where incident_id = ?1 and jurisdiction = ?2 and answered_at is null";

    private final Clock clock;

    CounselTasks(Clock clock) {
        this.clock = clock;
    }

    /** The id of the task's deadline. */
    public static UUID idOf(UUID incidentId, String jurisdiction) {
        return KeptObligation.idOf(incidentId, "counsel-" + jurisdiction);
    }

    /** Opens what is new, drops what no longer concerns the breach; answers what is to be told. */
    Uni<List<ObligationEvent>> follow(Breach breach, List<StateLaw> checks, LocalDate due) {
        Set<String> wanted =
                checks.stream().map(law -> law.jurisdiction().name()).collect(Collectors.toSet());
        List<ObligationEvent> events = new ArrayList<>();
        return Sql.rows(String.class, OPEN, breach.incidentId())
                .chain(open -> each(
                        open.stream().filter(code -> !wanted.contains(code)).toList(),
                        code -> drop(breach, code, events)))
                .chain(() -> each(checks, law -> open(breach, law, due, events)))
                .replaceWith(events);
    }

    private Uni<Void> open(Breach breach, StateLaw law, LocalDate due, List<ObligationEvent> events) {
        return Sql.update(
                        ADD,
                        breach.incidentId(),
                        law.jurisdiction().name(),
                        law.statute(),
                        law.known(),
                        law.source(),
                        law.verified(),
                        due,
                        clock.instant())
                .invoke(added -> {
                    if (added == 1) {
                        events.add(breach.deadline(
                                idOf(breach.incidentId(), law.jurisdiction().name()),
                                "COUNSEL_CHECK",
                                "Counsel must check the law of "
                                        + law.jurisdiction().title()
                                        + ": what has no date here, by a day of the organisation's policy and not of"
                                        + " law",
                                due,
                                OfficerRole.COUNSEL,
                                law.statute()));
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> drop(Breach breach, String jurisdiction, List<ObligationEvent> events) {
        return Sql.update(DROP, breach.incidentId(), jurisdiction)
                .invoke(() -> events.add(new DeadlineCancelled(
                        idOf(breach.incidentId(), jurisdiction),
                        breach.incidentId(),
                        "the law of that jurisdiction is no longer concerned")))
                .replaceWithVoid();
    }

    private static <T> Uni<Void> each(List<T> items, java.util.function.Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> step.apply(item))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
