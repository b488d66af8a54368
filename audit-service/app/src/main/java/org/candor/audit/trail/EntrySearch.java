package org.candor.audit.trail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.audit.AuditProblem;
import org.candor.kit.errors.Problem;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is looked for; every condition that is given must hold. */
public class EntrySearch {

    @QueryParam("incidentId")
    @Parameter(description = "Only entries that name this incident; required unless you are the auditor")
    UUID incidentId;

    @QueryParam("type")
    @Pattern(regexp = "[a-z0-9.-]{1,200}", message = "a type such as org.candor.investigation.case-closed.v1")
    @Parameter(description = "A full type, or the fact in it", example = "case-closed")
    String type;

    @QueryParam("actor")
    @Pattern(regexp = "[\\w.@:-]{1,200}", message = "a subject id, reporter or system")
    @Parameter(example = "privacy-officer")
    String actor;

    @QueryParam("from")
    @Parameter(description = "Happened at this instant or later", example = "2026-11-21T00:00:00Z")
    Instant from;

    @QueryParam("to")
    @Parameter(description = "Happened before this instant", example = "2026-11-22T00:00:00Z")
    Instant to;

    @QueryParam("fromIndex")
    @PositiveOrZero
    @Parameter(description = "Only entries from that index on", example = "41")
    Long fromIndex;

    @QueryParam("toIndex")
    @PositiveOrZero
    @Parameter(description = "Only entries before that index", example = "1284")
    Long toIndex;

    @QueryParam("cursor")
    @PositiveOrZero
    @Parameter(description = "What the last page said as next")
    Long cursor;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    int limit;

    void check(boolean auditor) {
        if (!auditor && incidentId == null) {
            throw new Problem(AuditProblem.INCIDENT_REQUIRED).field("incidentId", "name one incident");
        }
        if (fromIndex != null && toIndex != null && fromIndex > toIndex) {
            throw new Problem(AuditProblem.PERIOD_IN_WRONG_ORDER).field("fromIndex", "must not be after toIndex");
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new Problem(AuditProblem.PERIOD_IN_WRONG_ORDER).field("from", "must not be after to");
        }
    }

    /** A condition with its one parameter, written {@code ?}. */
    record Condition(String sql, Object value) {}

    /** What was asked for, in SQL on the entry {@code e}. */
    List<Condition> conditions() {
        return Stream.of(
                        condition("e.index >= ?", cursor),
                        condition("e.index >= ?", fromIndex),
                        condition("e.index < ?", toIndex),
                        condition("e.incidents @> array[cast(? as uuid)]", incidentId),
                        condition("(e.type = ? or e.type like 'org.candor.%.' || ? || '.v%')", type),
                        condition("e.actor = ?", actor),
                        condition("e.happened_at >= cast(? as timestamptz)", from),
                        condition("e.happened_at < cast(? as timestamptz)", to))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Condition> condition(String sql, Object value) {
        return Optional.ofNullable(value).map(given -> new Condition(sql, given));
    }

    /** Names and codes for the access record. */
    String words() {
        return Stream.of(
                        word("incidentId", incidentId),
                        word("type", type),
                        word("actor", actor),
                        word("from", from),
                        word("to", to),
                        word("fromIndex", fromIndex),
                        word("toIndex", toIndex),
                        word("cursor", cursor))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("&"));
    }

    private static String word(String name, Object value) {
        return value == null ? "" : name + "=" + value;
    }
}
