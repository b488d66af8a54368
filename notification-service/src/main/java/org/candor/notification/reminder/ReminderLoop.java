package org.candor.notification.reminder;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
import org.candor.kit.time.Ids;
import org.candor.notification.reminder.decision.Schedule;
import org.jboss.logging.Logger;

/** Issues reminders whose day has come, each number once however many replicas run, and has their mails queued. */
@ApplicationScoped
class ReminderLoop {

    private static final Logger LOG = Logger.getLogger(ReminderLoop.class);
    private static final String ALL = "*";

    private final Reminders reminders;
    private final IssueDuty duty;
    private final ReminderMails mails;
    private final Ids ids;
    private final Clock clock;

    ReminderLoop(Reminders reminders, IssueDuty duty, ReminderMails mails, Ids ids, Clock clock) {
        this.reminders = reminders;
        this.duty = duty;
        this.mails = mails;
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(
            every = "${candor.reminders.look}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return Round.of(
                Transactions.run(() -> reminders
                                .come(clock.instant())
                                .chain(come -> Multi.createFrom()
                                        .iterable(come)
                                        .onItem()
                                        .transformToUniAndConcatenate(this::issue)
                                        .collect()
                                        .last()))
                        .chain(this::mail),
                LOG,
                "reminders were not looked at");
    }

    private Uni<Void> mail() {
        return Transactions.run(mails::queueSome)
                .chain(some -> some ? mail() : Uni.createFrom().voidItem());
    }

    private Uni<Integer> issue(Reminders.Come come) {
        return reminders.find(come.id(), ALL).chain(found -> {
            ReminderView reminder = found.orElseThrow();
            Schedule schedule = reminder.schedule();
            int number = schedule.number(come.today());
            Uni<Void> issued = number == 0 ? Uni.createFrom().voidItem() : add(reminder, number, come);
            return issued.chain(() -> reminders.next(come.id(), schedule.next(come.today())));
        });
    }

    private Uni<Void> add(ReminderView reminder, int number, Reminders.Come come) {
        UUID issueId = ids.next();
        return reminders
                .issue(issueId, come.id(), number, come.today())
                .chain(added -> added == 0 ? Uni.createFrom().voidItem() : duty.done(issueId, reminder, number, come));
    }
}
