package org.candor.notification.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.events.OfficerRole;
import org.candor.kit.web.Cursor;
import org.candor.notification.deadline.decision.Nature;
import org.candor.notification.deadline.decision.Standing;

/** A duty as it stands on the board; {@code note} says why it was cancelled. */
record Deadline(
        UUID id,
        UUID incidentId,
        String entityId,
        String kind,
        String title,
        LocalDate dueOn,
        Instant dueAt,
        ZoneId zone,
        OfficerRole role,
        String citation,
        String state,
        LocalDate metOn,
        long daysLate,
        boolean drill,
        Instant endsAt,
        String service,
        UUID proofEvent,
        String note,
        Instant changedAt,
        long revision) {

    /** What {@link Nature#of} decides, for a query. */
    static final String PROGRAMME = " (incident_id is null and service = any (string_to_array('" + Nature.keepers()
            + "', ',')) and kind <> all (string_to_array('" + Nature.ofRequests() + "', ','))) ";

    static final String COLUMNS = """
            deadline_id, incident_id, entity_id, kind, title, due_on, due_at, zone, role, citation, state, met_on, days_late, drill,
            ends_at, service, proof_event, note, changed_at, revision
            """;

    /** The columns of a joined table. */
    static String columnsOf(String alias) {
        return Arrays.stream(COLUMNS.strip().split(",\\s*"))
                .map(column -> alias + "." + column)
                .collect(Collectors.joining(", ", "", " "));
    }

    /** How many values of a row are the duty's. */
    static final int WIDTH = 20;

    static Deadline of(Object[] row) {
        return new Deadline(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (LocalDate) row[5],
                instant(row[6]),
                ZoneId.of((String) row[7]),
                OfficerRole.valueOf((String) row[8]),
                (String) row[9],
                (String) row[10],
                (LocalDate) row[11],
                ((Number) row[12]).longValue(),
                (Boolean) row[13],
                instant(row[14]),
                (String) row[15],
                (UUID) row[16],
                (String) row[17],
                instant(row[18]),
                ((Number) row[19]).longValue());
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    Nature nature() {
        return Nature.of(incidentId != null, service, kind);
    }

    boolean open() {
        return state.equals("OPEN");
    }

    LocalDate day() {
        return dueOn == null ? LocalDate.ofInstant(dueAt, zone) : dueOn;
    }

    /** Local days from today to the due day. */
    long daysLeft(Instant now) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), day());
    }

    /** Of an open duty, that its last lawful moment has passed; of one that was met, that it was met too late. */
    boolean late(Instant now) {
        if (!open()) {
            return daysLate > 0;
        }
        return dueAt == null ? !now.isBefore(endsAt) : now.isAfter(dueAt);
    }

    /** Where it stands on the page of that month; nothing where it has no place there. */
    Optional<Standing> standing(YearMonth month, Instant now) {
        return Standing.of(month, open(), open() && late(now), day(), state.equals("MET") ? metOn : null);
    }

    Cursor cursor() {
        return new Cursor(endsAt, id);
    }

    DeadlineView view(Instant now) {
        boolean met = state.equals("MET");
        return new DeadlineView(
                id,
                incidentId,
                entityId,
                kind,
                title,
                day(),
                dueAt,
                zone.getId(),
                role.tokenRole(),
                citation,
                state,
                open() ? daysLeft(now) : null,
                late(now),
                metOn,
                drill,
                service,
                met ? daysLate : null,
                proofEvent,
                note.isEmpty() ? null : note,
                changedAt,
                nature().name());
    }
}
