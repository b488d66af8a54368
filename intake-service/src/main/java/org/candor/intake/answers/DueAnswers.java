package org.candor.intake.answers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.CaseEvent.ComplaintAnswered;
import org.candor.events.CaseEvent.LetterChannel;
import org.candor.kit.data.Sql;

/** Answers that belong into a mailbox, one row for each fact, and whether they are there. Call inside a transaction. */
@ApplicationScoped
class DueAnswers {

    /** Of whoever chose the mailbox, and of whoever gave no name and has his receipt only. */
    private static final String ADD = """
            insert into due_answer (event_id, incident_id, entity_id, drill, tries, try_at)
            select cast(?1 as uuid), r.incident_id, r.entity_id, r.drill, 0, ?2
              from report r left join reporter_contact c on c.incident_id = r.incident_id
             where r.incident_id = ?3 and (?4 or r.anonymous or c.answer_by = 'MAILBOX')
            on conflict (event_id) do nothing
            """;

    /** Whoever claims one has it for himself until it may be tried again; so nothing is held while another service is asked. */
    private static final String CLAIM = """
            update due_answer
               set tries = tries + 1,
                   try_at = cast(?1 as timestamptz) + least(interval '1 hour', ?2 * power(2, least(tries, 20)) * interval '1 second')
             where event_id = (select event_id from due_answer
                                where delivered_at is null and try_at <= ?1
                                order by try_at, event_id limit 1 for update skip locked)
            returning event_id, incident_id, entity_id, drill
            """;

    private static final String DELIVER =
            "update due_answer set delivered_at = ?2 where event_id = ?1 and delivered_at is null";

    private static final String WAITING = "select count(*) from due_answer where delivered_at is null and tries > ?1";

    private final Clock clock;

    DueAnswers(Clock clock) {
        this.clock = clock;
    }

    /** One answer and the mailbox into which it goes. */
    record DueAnswer(UUID eventId, UUID incidentId, String entityId, boolean drill) {}

    Uni<Void> add(UUID eventId, ComplaintAnswered answered) {
        boolean toMailbox = answered.channel() == LetterChannel.RECEIPT_MAILBOX;
        return Sql.update(ADD, eventId, clock.instant(), answered.incidentId(), toMailbox)
                .replaceWithVoid();
    }

    /** One that may be tried now. It comes up again after the pause, then after twice that, and so on up to an hour. */
    Uni<Optional<DueAnswer>> claim(Instant now, Duration pause) {
        return Sql.rows(Object[].class, CLAIM, now, (double) pause.toSeconds())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new DueAnswer((UUID) row[0], (UUID) row[1], (String) row[2], (Boolean) row[3])));
    }

    /** True for the first who says so. */
    Uni<Boolean> delivered(UUID eventId, Instant now) {
        return Sql.update(DELIVER, eventId, now).map(rows -> rows == 1);
    }

    /** Those that were tried more often than that and are not there yet. */
    Uni<Long> waiting(long tries) {
        return Sql.rows(Long.class, WAITING, tries).map(List::getFirst);
    }
}
