package org.candor.breach.noticeplan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.assessment.BreachHead;
import org.candor.breach.noticeplan.NoticePlanRequest.Choice;
import org.candor.breach.noticeplan.NoticePlanRequest.SharedPeople;
import org.candor.breach.obligations.Columns;
import org.candor.kit.data.Sql;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.web.PersonalText;

/** Every edition of the plan of each breach; the newest stands. */
@ApplicationScoped
class NoticePlans {

    private static final String PLACE = "notice_plan.reason";

    private static final String NEWEST = """
        select edition, choices, reason, decided_by, decided_at from notice_plan
         where incident_id = ?1 order by edition desc limit 1
        """;

    private static final String ADD = """
        insert into notice_plan (incident_id, edition, choices, reason, decided_by, decided_at)
        values (?1, ?2, ?3, ?4, ?5, ?6)
        """;

    /** Ids and counts; the reason stands apart, sealed. */
    record Choices(List<Choice> senders, List<SharedPeople> shared) {}

    /** A decision as it was made. */
    record Kept(int edition, Choices choices, PersonalText reason, String decidedBy, Instant decidedAt) {}

    private final Caller caller;
    private final Clock clock;

    NoticePlans(Caller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    Uni<Optional<Kept>> newest(BreachHead head) {
        return Sql.rows(Object[].class, NEWEST, head.incidentId())
                .map(rows -> rows.stream().findFirst().map(row -> kept(head, row)));
    }

    Uni<Kept> add(BreachHead head, int edition, NoticePlanRequest request) {
        Choices choices = new Choices(request.senders(), request.shared());
        byte[] sealed =
                head.cipher().seal(PLACE, head.incidentId(), request.reason().value());
        Instant now = clock.instant();
        return Sql.update(ADD, head.incidentId(), edition, EventJson.write(choices), sealed, caller.subject(), now)
                .replaceWith(new Kept(edition, choices, request.reason(), caller.subject(), now));
    }

    private static Kept kept(BreachHead head, Object[] row) {
        UUID id = head.incidentId();
        return new Kept(
                (Integer) row[0],
                EventJson.read((String) row[1], Choices.class),
                new PersonalText(head.cipher().read(PLACE, id, (byte[]) row[2])),
                (String) row[3],
                Columns.instant(row[4]));
    }
}
