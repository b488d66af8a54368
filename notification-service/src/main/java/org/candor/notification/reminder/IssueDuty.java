package org.candor.notification.reminder;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.candor.events.DeadlineEvent;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.notification.reminder.ReminderKinds.Kind;

/**
 * An issue is a duty of the programme that was done: it stands on the board with the event that proves it. It is told of in the
 * moment in which it is met, so that nobody is alerted of what happens by itself. Late is what was approved after its day, or
 * fell due while nothing ran. Call inside a transaction.
 */
@ApplicationScoped
class IssueDuty {

    private final Outbox outbox;

    IssueDuty(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> done(UUID issueId, ReminderView reminder, int number, Reminders.Come come) {
        LocalDate dueOn = reminder.schedule().first(number);
        long late = ChronoUnit.DAYS.between(dueOn, come.today());
        Kind kind = ReminderKinds.READ.kind(reminder.kind()).orElseThrow();
        DeadlineSet set = new DeadlineSet(
                issueId,
                null,
                reminder.entityId(),
                kind.id(),
                kind.name(),
                dueOn,
                null,
                come.zone(),
                OfficerRole.SECURITY_OFFICER,
                kind.citation());
        return publish(set, reminder)
                .chain(() -> publish(new DeadlineMet(issueId, null, come.today(), late), reminder));
    }

    private Uni<Void> publish(DeadlineEvent fact, ReminderView reminder) {
        return outbox.publish(Topic.NOTICE, fact, Origin.system(reminder.entityId(), false));
    }
}
