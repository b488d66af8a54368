package org.candor.breach.assessment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of assessments may be narrowed by. */
public class AssessmentFilter {

    @Parameter(description = "Only assessments in this state")
    @QueryParam("state")
    StateName state;

    @Parameter(description = "Only what changed at or after this instant, RFC 3339 such as 2026-03-02T09:30:00Z")
    @QueryParam("updatedSince")
    String updatedSince;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    int limit;

    int limit() {
        return limit;
    }

    void addTo(StringBuilder hql, Map<String, Object> values) {
        if (state != null) {
            hql.append(" and state = :state");
            values.put("state", state);
        }
        if (updatedSince != null) {
            hql.append(" and updatedAt >= :since");
            values.put("since", since());
        }
    }

    /** Names and codes only, for the access record. */
    String inWords() {
        return (state == null ? "" : "state=" + state) + (updatedSince == null ? "" : " updatedSince");
    }

    private Instant since() {
        try {
            return Instant.parse(updatedSince);
        } catch (DateTimeParseException e) {
            throw new Problem(CommonProblem.UNREADABLE_PARAMETER)
                    .field("updatedSince", "an instant such as 2026-03-02T09:30:00Z");
        }
    }
}
