package org.candor.investigation.cases.decision;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** The duty to go on with a quiet case until a moment. */
public record IdleDuty(Instant dueAt, ZoneId zone) {

    public static final String KIND = "CASE_IDLE";

    /** Each quiet time is a duty of its own. */
    UUID deadlineId(UUID incident) {
        return UUID.nameUUIDFromBytes((KIND + ":" + incident + ":" + dueAt).getBytes(StandardCharsets.UTF_8));
    }
}
