package org.candor.kit.inbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dead letter as an operator sees it: where it came from, why it failed, what to do. Its data is not shown. */
@Schema(name = "DeadLetter")
public record DeadLetterView(
        UUID id,
        String topic,

        @Schema(description = "-1 for what had waited in the inbox; then offset is its place there")
        int partition,

        long offset,
        String key,
        DeadLetterReason reason,
        String advice,

        @Schema(description = "Type of the failure, without its text")
        String fault,

        Instant receivedAt) {

    static DeadLetterView of(Object[] row) {
        DeadLetterReason reason = DeadLetterReason.valueOf((String) row[5]);
        return new DeadLetterView(
                (UUID) row[0],
                (String) row[1],
                (Integer) row[2],
                (Long) row[3],
                (String) row[4],
                reason,
                reason.advice(),
                (String) row[6],
                ((OffsetDateTime) row[7]).toInstant());
    }
}
