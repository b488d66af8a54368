package org.candor.notification.deadline;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.identity.IncidentRoutings;
import org.candor.notification.deadline.decision.Countdown;
import org.candor.notification.deadline.decision.Recipients;
import org.candor.notification.directory.Directory;
import org.candor.notification.directory.Helpers;

/** Plans who is told of which step of which duty. Call inside a transaction. */
@ApplicationScoped
class AlertPlans {

    static final int AT_ONCE = 50;

    /** When to look again where nobody could be told, because a routing record or the directory has not come. */
    private static final Duration NOBODY = Duration.ofMinutes(5);

    private static final String DUE = "select " + Deadline.COLUMNS + """
              from deadline
             where state = 'OPEN' and look_at <= cast(?1 as timestamptz)
             order by look_at limit ?2 for update skip locked
            """;

    private static final String ADD = """
            insert into deadline_alert (deadline_id, due_day, step, person, entity_id, zone, mailbox, reason, incident_id, drill,
                                        state, planned_at)
            select ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, nullif(cast(?9 as uuid), '00000000-0000-0000-0000-000000000000'), ?10,
                   'PLANNED', cast(?11 as timestamptz)
            on conflict (deadline_id, due_day, step, person) do nothing
            """;

    private static final UUID NO_ID = new UUID(0, 0);

    private final Directory directory;
    private final Helpers helpers;
    private final IncidentRoutings routings;
    private final Clock clock;

    AlertPlans(Directory directory, Helpers helpers, IncidentRoutings routings, Clock clock) {
        this.directory = directory;
        this.helpers = helpers;
        this.routings = routings;
        this.clock = clock;
    }

    /** Plans for some duties whose time to be looked at has come, and answers how many there were. */
    Uni<Integer> planSome() {
        Instant now = clock.instant();
        return Sql.rows(Object[].class, DUE, now, AT_ONCE)
                .map(rows -> rows.stream().map(Deadline::of).toList())
                .call(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(one -> plan(one, now))
                        .collect()
                        .last())
                .map(List::size);
    }

    private Uni<Integer> plan(Deadline duty, Instant now) {
        return Countdown.step(duty.daysLeft(now), duty.late(now))
                .map(step -> recipients(duty, step, now)
                        .chain(told -> told.isEmpty()
                                ? lookAgain(duty, now.plus(NOBODY))
                                : add(duty, step, told, now).chain(() -> lookAgain(duty, next(duty, now)))))
                .orElseGet(() -> lookAgain(duty, next(duty, now)));
    }

    private Uni<List<Recipients.Recipient>> recipients(Deadline duty, String step, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, duty.zone());
        return directory
                .staff(duty.entityId(), duty.incidentId())
                .chain(staff -> inCharge(duty)
                        .chain(inCharge -> helpers.on(today, duty.entityId(), duty.incidentId())
                                .map(able -> new Recipients(staff, inCharge, able)
                                        .of(duty.role(), Countdown.isLate(step), today))));
    }

    private Uni<List<String>> inCharge(Deadline duty) {
        return duty.incidentId() == null
                ? Uni.createFrom().item(List.of())
                : routings.find(duty.incidentId())
                        .map(found -> found.map(routing -> routing.holdersOf(duty.role()))
                                .orElse(List.of()));
    }

    private static Uni<Void> add(Deadline duty, String step, List<Recipients.Recipient> told, Instant now) {
        return Multi.createFrom()
                .iterable(told)
                .onItem()
                .transformToUniAndConcatenate(one -> Sql.update(
                        ADD,
                        duty.id(),
                        duty.day(),
                        step,
                        one.person(),
                        duty.entityId(),
                        duty.zone().getId(),
                        one.mailbox(),
                        one.reason().name(),
                        duty.incidentId() == null ? NO_ID : duty.incidentId(),
                        duty.drill(),
                        now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> lookAgain(Deadline duty, Instant at) {
        return Sql.update("update deadline set look_at = ?2 where deadline_id = ?1", duty.id(), at);
    }

    /** The next local day, the first day of the countdown if that is later, or the last instant if that is sooner. */
    private static Instant next(Deadline duty, Instant now) {
        LocalDate tomorrow = LocalDate.ofInstant(now, duty.zone()).plusDays(1);
        LocalDate begin = duty.day().minusDays(Countdown.FIRST);
        Instant next = (begin.isAfter(tomorrow) ? begin : tomorrow)
                .atStartOfDay(duty.zone())
                .toInstant();
        // The last instant itself is still in time.
        Instant passed = duty.dueAt() == null ? Instant.MAX : duty.dueAt().plusMillis(1);
        return passed.isAfter(now) && passed.isBefore(next) ? passed : next;
    }
}
