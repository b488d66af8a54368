package org.candor.notification.reminder;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.candor.kit.data.Transactions;
import org.candor.kit.time.Ids;
import org.candor.notification.reminder.decision.Schedule;
import org.jboss.logging.Logger;

/** Issues reminders whose day has come, each number once however many replicas run. */
@ApplicationScoped
class ReminderLoop {

    private static final Logger LOG = Logger.getLogger(ReminderLoop.class);
    private static final String ALL = "*";

    private final Reminders reminders;
    private final Ids ids;
    private final Clock clock;

    ReminderLoop(Reminders reminders, Ids ids, Clock clock) {
        this.reminders = reminders;
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(
            every = "${candor.reminders.look}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return Transactions.run(() -> reminders
                        .come(clock.instant())
                        .chain(come -> Multi.createFrom()
                                .iterable(come)
                                .onItem()
                                .transformToUniAndConcatenate(this::issue)
                                .collect()
                                .last()))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "reminders were not looked at: %s", failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Integer> issue(Reminders.Come come) {
        return reminders.find(come.id(), ALL).chain(found -> {
            Schedule schedule = found.orElseThrow().schedule();
            int number = schedule.number(come.today());
            Uni<Integer> issued = number == 0
                    ? Uni.createFrom().item(0)
                    : reminders.issue(ids.next(), come.id(), number, come.today());
            return issued.chain(() -> reminders.next(come.id(), schedule.next(come.today())));
        });
    }
}
