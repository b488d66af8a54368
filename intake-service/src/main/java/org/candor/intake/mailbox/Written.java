package org.candor.intake.mailbox;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message was stored durably. */
@Schema(
        name = "MessageWritten",
        requiredProperties = {"messageId", "writtenAt"})
public record Written(UUID messageId, Instant writtenAt) {}
