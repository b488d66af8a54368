package org.candor.intake.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.candor.events.Envelope;
import org.candor.events.ReportEvent.OfficerMessageSent;
import org.candor.events.Topic;
import org.candor.intake.mailbox.Message.Kind;
import org.candor.intake.mailbox.Message.Sender;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/** What the office writes to the holder of a receipt without an officer at the keyboard. */
@ApplicationScoped
public class OfficeMessages {

    private final Messages messages;
    private final IncidentVault vault;
    private final Outbox outbox;
    private final Clock clock;

    OfficeMessages(Messages messages, IncidentVault vault, Outbox outbox, Clock clock) {
        this.messages = messages;
        this.vault = vault;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Puts a message into the mailbox. Call inside a transaction, once for each cause: the message's id is made of it, and a
     * second one fails.
     */
    public Uni<Void> write(UUID cause, UUID incidentId, String text, Origin origin) {
        Message message = new Message();
        message.messageId = UUID.nameUUIDFromBytes(("office-message/" + cause).getBytes(US_ASCII));
        message.incidentId = incidentId;
        message.sender = Sender.OFFICER;
        message.kind = Kind.MESSAGE;
        message.writtenBy = Envelope.SYSTEM;
        message.writtenAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OfficerMessageSent fact =
                new OfficerMessageSent(incidentId, origin.entityId(), message.messageId, false, message.writtenAt);
        return vault.open(incidentId)
                .invoke(cipher -> message.seal(cipher, text))
                .chain(() -> messages.persistAndFlush(message))
                .chain(() -> outbox.publish(Topic.REPORT, fact, origin));
    }
}
