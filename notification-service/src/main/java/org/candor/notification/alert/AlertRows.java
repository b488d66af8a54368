package org.candor.notification.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.identity.IncidentRouting;
import org.candor.kit.web.Cursor;

/** The rows of alerts: one per alert and person. Call inside a session. */
@ApplicationScoped
class AlertRows {

    private static final UUID NO_ID = new UUID(0, 0);

    /** How long a missing acknowledgement is looked for. */
    private static final Duration LOOKING_BACK = Duration.ofDays(60);

    private static final String ADD = """
            insert into incident_alert (alert_id, person, incident_id, entity_id, kind, drill, raised_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            on conflict (alert_id, person) do nothing
            """;

    private static final String COLUMNS = """
            select a.alert_id, a.person, a.incident_id, a.entity_id, a.kind, a.drill, a.raised_at,
                   (select min(m.sent_at) from outgoing_mail m
                     where m.purpose = 'ALERT' and m.purpose_id = a.alert_id and m.person = a.person),
                   a.acknowledged_at, a.escalated_at
              from incident_alert a
            """;

    private static final String OF_PERSON = COLUMNS + """
             where a.person = ?1 and incident_visible(a.incident_id, ?1, ?2)
               and (not ?3 or a.acknowledged_at is null)
               and (cast(?4 as uuid) = '00000000-0000-0000-0000-000000000000' or a.alert_id = cast(?4 as uuid))
               and (a.raised_at, a.alert_id) < (cast(?5 as timestamptz), cast(?6 as uuid))
             order by a.raised_at desc, a.alert_id desc
             limit ?7
            """;

    private static final String OF_INCIDENT = COLUMNS + """
             where a.incident_id = ?1
             order by a.raised_at, a.alert_id, a.person
             limit 1000
            """;

    private static final String ACKNOWLEDGE = """
            update incident_alert set acknowledged_at = coalesce(acknowledged_at, cast(?4 as timestamptz))
             where alert_id = ?1 and person = ?2 and incident_visible(incident_id, ?2, ?3)
            """;

    private static final String UNANSWERED = """
            select a.alert_id, a.person, a.incident_id from incident_alert a
             where a.acknowledged_at is null and a.escalated_at is null and a.kind = ?1
               and a.raised_at between cast(?2 as timestamptz) and cast(?3 as timestamptz)
               and not exists (select 1 from incident_alert b where b.alert_id = a.alert_id and b.acknowledged_at is not null)
             order by a.raised_at limit 100 for update skip locked
            """;

    /** An alert to one person that nobody has acknowledged in time. */
    record Unanswered(UUID alertId, String person, UUID incidentId) {}

    /** Answers false where he was told before. */
    Uni<Boolean> add(UUID alertId, String person, IncidentRouting routing, AlertKind kind, Instant now) {
        return Sql.update(
                        ADD,
                        alertId,
                        person,
                        routing.incidentId(),
                        routing.entityId(),
                        kind.name(),
                        routing.drill(),
                        now)
                .map(count -> count == 1);
    }

    Uni<List<AlertView>> of(String person, String entities, boolean open, Cursor before, int limit) {
        return Sql.rows(Object[].class, OF_PERSON, person, entities, open, NO_ID, before.at(), before.id(), limit)
                .map(AlertRows::views);
    }

    Uni<List<AlertView>> one(String person, String entities, UUID alertId, Cursor end) {
        return Sql.rows(Object[].class, OF_PERSON, person, entities, false, alertId, end.at(), end.id(), 1)
                .map(AlertRows::views);
    }

    Uni<List<AlertView>> of(UUID incidentId) {
        return Sql.rows(Object[].class, OF_INCIDENT, incidentId).map(AlertRows::views);
    }

    Uni<Integer> acknowledge(UUID alertId, String person, String entities, Instant now) {
        return Sql.update(ACKNOWLEDGE, alertId, person, entities, now);
    }

    Uni<List<Unanswered>> unanswered(Instant raisedBefore) {
        return Sql.rows(
                        Object[].class,
                        UNANSWERED,
                        AlertKind.INCIDENT.name(),
                        raisedBefore.minus(LOOKING_BACK),
                        raisedBefore)
                .map(rows -> rows.stream()
                        .map(row -> new Unanswered((UUID) row[0], (String) row[1], (UUID) row[2]))
                        .toList());
    }

    Uni<Integer> escalated(Unanswered alert, Instant now) {
        return Sql.update(
                "update incident_alert set escalated_at = ?3 where alert_id = ?1 and person = ?2",
                alert.alertId(),
                alert.person(),
                now);
    }

    private static List<AlertView> views(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new AlertView(
                        (UUID) row[0],
                        (String) row[1],
                        (UUID) row[2],
                        (String) row[3],
                        AlertKind.valueOf((String) row[4]),
                        (Boolean) row[5],
                        instant(row[6]),
                        instant(row[7]),
                        instant(row[8]),
                        instant(row[9])))
                .toList();
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
