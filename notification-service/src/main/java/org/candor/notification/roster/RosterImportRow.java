package org.candor.notification.roster;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.outbox.EventJson;

/** An import as it is stored. */
record RosterImportRow(
        UUID id,
        UUID incidentId,
        String state,
        boolean atOnce,
        RosterFormat format,
        Optional<String> sha256,
        String refusal,
        String detail,
        long rowsDone,
        long accepted,
        long warned,
        long refused,
        long merged,
        long toldBefore,
        Optional<Instant> importedAt,
        String importedBy) {

    static final String SELECT = """
            select id, incident_id, state, at_once, format, sha256, refusal, detail, rows_done, accepted, warned, refused,
                   merged, told_before, imported_at, imported_by
              from roster_import
            """;

    static RosterImportRow of(Object[] row) {
        return new RosterImportRow(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (Boolean) row[3],
                "{}".equals(row[4]) ? RosterFormat.PLAIN : EventJson.read((String) row[4], RosterFormat.class),
                Optional.ofNullable((byte[]) row[5]).map(HexFormat.of()::formatHex),
                (String) row[6],
                (String) row[7],
                number(row[8]),
                number(row[9]),
                number(row[10]),
                number(row[11]),
                number(row[12]),
                number(row[13]),
                Optional.ofNullable(row[14]).map(RosterImportRow::instant),
                (String) row[15]);
    }

    boolean refusedAsAWhole() {
        return state.equals("REFUSED");
    }

    boolean over() {
        return !state.equals("CHECKING") && !state.equals("IMPORTING");
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
