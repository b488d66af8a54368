package org.candor.intake.mailbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One message as both sides see it. The reporter is not told which officer wrote. */
@Schema(
        name = "MailboxMessage",
        requiredProperties = {"messageId", "sender", "kind", "writtenAt", "text"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(
        UUID messageId,
        Message.Sender sender,

        @Schema(description = "QUESTION asks for an answer; WITHDRAWAL says that the reporter takes his report back")
        Message.Kind kind,

        @Schema(description = "The question that this answers; absent otherwise")
        UUID answers,

        @Schema(description = "The officer's user id; officers see it, the reporter does not")
        String writtenBy,

        Instant writtenAt,
        PersonalText text) {

    static MessageView forReporter(Message message, IncidentCipher cipher) {
        return of(message, null, cipher);
    }

    static MessageView forOfficer(Message message, IncidentCipher cipher) {
        return of(message, message.writtenBy.isEmpty() ? null : message.writtenBy, cipher);
    }

    private static MessageView of(Message message, String writtenBy, IncidentCipher cipher) {
        return new MessageView(
                message.messageId,
                message.sender,
                message.kind,
                message.answers,
                writtenBy,
                message.writtenAt,
                new PersonalText(message.text(cipher)));
    }
}
