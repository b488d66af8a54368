package org.candor.investigation.cases;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.candor.events.CasePhase;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;

/** What a list of cases is narrowed by; each absent parameter narrows nothing. */
public class CaseFilter {

    @QueryParam("phase")
    CasePhase phase;

    @QueryParam("open")
    Boolean open;

    @QueryParam("privacy")
    Boolean privacy;

    @QueryParam("security")
    Boolean security;

    @QueryParam("entityId")
    String entityId;

    @QueryParam("updatedSince")
    String updatedSince;

    void into(List<String> conditions, Map<String, Object> values) {
        add("c.phase = :phase", "phase", phase, conditions, values);
        add("c.privacy = :privacy", "privacy", privacy, conditions, values);
        add("c.security = :security", "security", security, conditions, values);
        add("c.entityId = :entity", "entity", entityId, conditions, values);
        if (open != null) {
            conditions.add(open ? "c.closedAt is null" : "c.closedAt is not null");
        }
        add("c.updatedAt >= :since", "since", since(), conditions, values);
    }

    /** Names and codes only, for the record of the access; what the caller typed freely is not repeated. */
    String codes() {
        return "phase=" + orAny(phase) + " open=" + orAny(open) + " privacy=" + orAny(privacy) + " security="
                + orAny(security) + " entity=" + (entityId == null ? "any" : "one") + " since=" + orAny(since());
    }

    private Instant since() {
        try {
            return updatedSince == null ? null : Instant.parse(updatedSince);
        } catch (DateTimeParseException malformed) {
            throw new Problem(CommonProblem.UNREADABLE_PARAMETER)
                    .field("updatedSince", "an instant such as 2026-03-10T15:00:00Z");
        }
    }

    private static String orAny(Object value) {
        return value == null ? "any" : value.toString();
    }

    private static void add(
            String condition, String name, Object value, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
