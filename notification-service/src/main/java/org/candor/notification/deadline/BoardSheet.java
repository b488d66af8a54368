package org.candor.notification.deadline;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The board as CSV (RFC 4180). */
final class BoardSheet {

    private static final String HEAD =
            "due_on,due_at,days_left,late,state,role,kind,title,incident_id,entity_id,service,citation,"
                    + "met_on,days_late,proof_event_id,reason,drill,nature\r\n";

    private BoardSheet() {}

    static String csv(List<DeadlineView> board) {
        return HEAD + board.stream().map(BoardSheet::row).collect(Collectors.joining());
    }

    private static String row(DeadlineView one) {
        return Stream.of(
                                one.dueOn(),
                                text(one.dueAt()),
                                text(one.daysLeft()),
                                one.late(),
                                one.state(),
                                one.role(),
                                one.kind(),
                                one.title(),
                                text(one.incidentId()),
                                one.entityId(),
                                one.service(),
                                one.citation(),
                                text(one.metOn()),
                                text(one.daysLate()),
                                text(one.proofEventId()),
                                text(one.reason()),
                                one.drill() ? "DRILL" : "",
                                one.nature())
                        .map(value -> cell(text(value)))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }

    /** Quoted where needed, and never the beginning of a formula; a negative number is none. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+@\\t\\r].*|-(?!\\d+$).*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
