package org.candor.investigation.cases;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.candor.events.CasePhase;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a timeline is narrowed by; each absent parameter narrows nothing. */
public class TimelineFilter {

    @QueryParam("from")
    @Schema(description = "Not before this instant", examples = "2026-03-10T15:00:00Z")
    String from;

    @QueryParam("until")
    @Schema(description = "Before this instant", examples = "2026-04-10T15:00:00Z")
    String until;

    @QueryParam("kind")
    @Schema(examples = "step-recorded")
    String kind;

    @QueryParam("phase")
    CasePhase phase;

    @QueryParam("actor")
    @Schema(description = "Subject of who acted, or system")
    String actor;

    boolean takes(TimelineRow row) {
        return !(from != null && row.at.isBefore(instant("from", from)))
                && !(until != null && !row.at.isBefore(instant("until", until)))
                && (kind == null || kind.equals(row.kind))
                && (phase == null || phase == row.phase)
                && (actor == null || actor.equals(row.actor));
    }

    private static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new Problem(CommonProblem.UNREADABLE_PARAMETER)
                    .field(name, "an instant such as 2026-03-10T15:00:00Z");
        }
    }
}
