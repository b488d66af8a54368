package org.candor.audit.alarm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.candor.audit.TrailSettings;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Event;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/**
 * Raises an alarm once and takes it back once, as a deadline that is due at once: so it alerts and escalates as every duty does.
 * Both want an open transaction.
 */
@ApplicationScoped
public class TrailAlarms {

    private static final String RAISE = "insert into trail_alarm (kind, since) values (?1, ?2) on conflict do nothing";

    private static final String CITATION = "45 CFR 164.312(b), 164.316(b)(2)(i)";

    private final Outbox outbox;
    private final Clock clock;
    private final String trail;

    TrailAlarms(Outbox outbox, Clock clock, TrailSettings settings) {
        this.outbox = outbox;
        this.clock = clock;
        this.trail = settings.name();
    }

    /** Does nothing while the alarm is open. */
    public Uni<Void> raise(TrailAlarm alarm) {
        Instant now = clock.instant();
        return Sql.update(RAISE, alarm.name(), now).chain(raised -> publish(raised, set(alarm, now)));
    }

    /** Does nothing when there is no such alarm. */
    public Uni<Void> takeBack(TrailAlarm alarm) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Sql.update("delete from trail_alarm where kind = ?1", alarm.name())
                .chain(taken -> publish(taken, new DeadlineMet(id(alarm), null, today, 0)));
    }

    private Uni<Void> publish(int changed, Event fact) {
        return changed == 1
                ? outbox.publish(Topic.PROGRAMME, fact, Origin.system("", false))
                : Uni.createFrom().voidItem();
    }

    private DeadlineSet set(TrailAlarm alarm, Instant now) {
        return new DeadlineSet(
                id(alarm), null, "", alarm.name(), alarm.task(), null, now, "UTC", OfficerRole.AUDITOR, CITATION);
    }

    private UUID id(TrailAlarm alarm) {
        return UUID.nameUUIDFromBytes((trail + " " + alarm).getBytes(UTF_8));
    }
}
