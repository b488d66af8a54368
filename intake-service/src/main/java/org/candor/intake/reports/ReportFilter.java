package org.candor.intake.reports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.candor.events.ReportKind;
import org.candor.intake.reports.decision.ReportState;

/** What a list of reports may be narrowed by. */
public record ReportFilter(
        @QueryParam("state") ReportState state,
        @QueryParam("kind") ReportKind kind,
        @QueryParam("late") Boolean late,
        @QueryParam("channel") Channel channel,
        @QueryParam("since") OffsetDateTime since,

        @QueryParam("updatedSince") OffsetDateTime updatedSince,

        @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200)
        int limit) {

    /** Appends conditions and answers their values. */
    Map<String, Object> conditions(StringBuilder hql) {
        Map<String, Object> values = new HashMap<>();
        add(hql, values, "state", state);
        add(hql, values, "kind", kind);
        add(hql, values, "late", late);
        add(hql, values, "channel", channel);
        if (since != null) {
            hql.append(" and receivedAt >= :since");
            values.put("since", since.toInstant());
        }
        if (updatedSince != null) {
            hql.append(" and updatedAt >= :updatedSince");
            values.put("updatedSince", updatedSince.toInstant());
        }
        return values;
    }

    /** For the access record: names and codes. */
    String described() {
        return "state=" + state + ",kind=" + kind + ",late=" + late + ",channel=" + channel + ",since=" + instant(since)
                + ",updatedSince=" + instant(updatedSince);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static void add(StringBuilder hql, Map<String, Object> values, String field, Object value) {
        if (value != null) {
            hql.append(" and ").append(field).append(" = :").append(field);
            values.put(field, value);
        }
    }
}
