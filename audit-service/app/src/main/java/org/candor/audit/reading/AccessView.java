package org.candor.audit.reading;

import java.time.Instant;
import java.util.List;
import org.candor.events.AccessEvent.AccessRecorded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One access to a case; what else was in a list with it is not said. */
@Schema(name = "Access")
public record AccessView(
        @Schema(description = "Place in the trail") long index,
        Instant at,
        String person,
        List<String> roles,
        @Schema(examples = "intake") String service,
        @Schema(examples = "read-report") String action,

        @Schema(description = "How many incidents the same access was about")
        long count,

        boolean allowed) {

    static AccessView of(long index, AccessRecorded access) {
        return new AccessView(
                index,
                access.at(),
                access.actor(),
                access.roles(),
                access.service(),
                access.action(),
                access.count(),
                access.allowed());
    }
}
