package org.candor.intake.mailbox;

import java.time.Instant;
import java.util.List;
import org.candor.intake.reports.decision.ReportState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the holder of a receipt finds in his mailbox. */
@Schema(
        name = "Mailbox",
        requiredProperties = {"receivedAt", "state", "withdrawn", "messages"})
public record MailboxView(
        Instant receivedAt,
        ReportState state,

        @Schema(
                description =
                        "The reporter took the report back; what must be done about the incident is done all the same")
        boolean withdrawn,

        @Schema(description = "The newest 200, oldest first")
        List<MessageView> messages) {

    public MailboxView {
        messages = List.copyOf(messages);
    }
}
