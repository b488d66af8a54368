package org.candor.breach.obligations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.candor.breach.obligations.decision.Jurisdiction;
import org.candor.events.ObligationKind;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of duties may be narrowed by. */
public class DutyFilter {

    /** Open duties wait to be done; all of them are shown with those that were. */
    public enum Which {
        OPEN,
        ALL
    }

    @Parameter(description = "OPEN: duties that wait to be done; ALL: those that were done too")
    @QueryParam("which")
    @DefaultValue("OPEN")
    Which which;

    @Parameter(description = "Only duties of this kind")
    @QueryParam("kind")
    ObligationKind kind;

    @Parameter(description = "US, or a postal code such as WI")
    @QueryParam("jurisdiction")
    String jurisdiction;

    @Parameter(description = "Only what is due on or before this day, such as 2026-05-01")
    @QueryParam("dueThrough")
    String dueThrough;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    int limit;

    /** Appends what narrows, numbering its parameters on from those that {@code values} holds. */
    void addTo(StringBuilder sql, List<Object> values) {
        if (which == Which.OPEN) {
            sql.append(" and completed_on is null");
        }
        add(sql, values, " and kind = ?", kind == null ? null : kind.name());
        add(sql, values, " and jurisdiction = ?", jurisdictionCode());
        add(sql, values, " and due <= ?", day());
    }

    /** Names and codes only, for the access record. */
    String inWords() {
        List<String> words = new ArrayList<>(List.of("which=" + which));
        if (kind != null) {
            words.add("kind=" + kind);
        }
        if (jurisdiction != null) {
            words.add("jurisdiction=" + jurisdictionCode());
        }
        if (dueThrough != null) {
            words.add("dueThrough=" + day());
        }
        return String.join(" ", words);
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, Object value) {
        if (value != null) {
            values.add(value);
            sql.append(condition).append(values.size());
        }
    }

    private String jurisdictionCode() {
        if (jurisdiction == null || jurisdiction.equals(Jurisdiction.FEDERAL)) {
            return jurisdiction;
        }
        return Jurisdiction.of(jurisdiction)
                .orElseThrow(() -> new Problem(CommonProblem.UNREADABLE_PARAMETER)
                        .field("jurisdiction", "US, or a postal code such as WI"))
                .name();
    }

    private LocalDate day() {
        try {
            return dueThrough == null ? null : LocalDate.parse(dueThrough);
        } catch (DateTimeParseException e) {
            throw new Problem(CommonProblem.UNREADABLE_PARAMETER).field("dueThrough", "a day such as 2026-03-02");
        }
    }
}
