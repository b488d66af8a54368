package org.candor.intake.mailbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.ReportEvent.OfficerMessageSent;
import org.candor.events.Topic;
import org.candor.intake.mailbox.Message.Kind;
import org.candor.intake.mailbox.Message.Sender;
import org.candor.intake.routing.Readers;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.IncidentRouting;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Idempotency;
import org.candor.kit.web.Page;

/** The mailbox from the officers' side; each reading is recorded before it is answered. */
@ApplicationScoped
class OfficerMailbox {

    private final Readers readers;
    private final Messages messages;
    private final IncidentVault vault;
    private final AccessLog accessLog;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    OfficerMailbox(
            Readers readers,
            Messages messages,
            IncidentVault vault,
            AccessLog accessLog,
            Idempotency idempotency,
            Outbox outbox,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.readers = readers;
        this.messages = messages;
        this.vault = vault;
        this.accessLog = accessLog;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Page<MessageView>> read(UUID incidentId, int limit, Optional<Cursor> after) {
        return Transactions.run(() -> readers.require(incidentId)
                .call(() -> accessLog.read("read-mailbox", incidentId))
                .chain(() -> vault.open(incidentId))
                .chain(cipher -> messages.page(incidentId, limit, after)
                        .map(rows -> Page.of(
                                rows,
                                limit,
                                row -> MessageView.forOfficer(row, cipher),
                                last -> new Cursor(last.writtenAt, last.messageId)))));
    }

    Uni<Written> write(UUID incidentId, OfficerMessageRequest request, Optional<String> retryKey) {
        return Transactions.run(() -> readers.require(incidentId)
                .chain(routing -> idempotency.once(
                        "officer-message",
                        retryKey.orElse(null),
                        List.of(incidentId, request),
                        Written.class,
                        () -> store(routing, request))));
    }

    private Uni<Written> store(IncidentRouting routing, OfficerMessageRequest request) {
        Message message = new Message();
        message.messageId = ids.next();
        message.incidentId = routing.incidentId();
        message.sender = Sender.OFFICER;
        message.kind = request.isQuestion() ? Kind.QUESTION : Kind.MESSAGE;
        message.writtenBy = caller.subject();
        message.writtenAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OfficerMessageSent fact = new OfficerMessageSent(
                message.incidentId, routing.entityId(), message.messageId, request.isQuestion(), message.writtenAt);
        Origin origin = new Origin(routing.entityId(), routing.drill(), caller.subject());
        return vault.open(message.incidentId)
                .invoke(cipher -> message.seal(cipher, request.text().value()))
                .chain(() -> messages.persistAndFlush(message))
                .chain(() -> outbox.publish(Topic.REPORT, fact, origin))
                .replaceWith(() -> new Written(message.messageId, message.writtenAt));
    }
}
