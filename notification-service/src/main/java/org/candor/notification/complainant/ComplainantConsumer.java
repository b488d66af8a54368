package org.candor.notification.complainant;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.candor.events.CaseEvent.ComplaintAnswered;
import org.candor.events.CaseEvent.LetterChannel;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.ReportEvent.ContactGiven;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/**
 * Begins the letters. Who reads his mailbox with the receipt is told there by intake. In an exercise nothing leaves.
 */
@ApplicationScoped
class ComplainantConsumer implements EventConsumer<Event> {

    private static final Set<String> BY_LETTER = Set.of("LETTER", "EMAIL");

    /** Told by somebody else. */
    private static final Set<LetterChannel> OTHER_WAYS = Set.of(LetterChannel.RECEIPT_MAILBOX, LetterChannel.IN_PERSON);

    private final Letters letters;

    ComplainantConsumer(Letters letters) {
        this.letters = letters;
    }

    @Override
    public Topic topic() {
        return Topic.REPORT;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REPORT, Topic.CASE);
    }

    @Override
    public Uni<Handling> on(Event fact, Envelope envelope) {
        String ready = envelope.drill() ? "WITHHELD" : "WAITING";
        return switch (fact) {
            case ContactGiven given
            when BY_LETTER.contains(given.answerBy()) ->
                letters.add(given.incidentId(), given.entityId(), Letter.Kind.ACKNOWLEDGEMENT, ready)
                        .chain(() -> letters.addressed(given.incidentId(), ready))
                        .replaceWith(Handling.APPLIED);
            case ComplaintAnswered answered
            when answered.channel() == null || !OTHER_WAYS.contains(answered.channel()) ->
                letters.isAddressed(answered.incidentId())
                        .chain(addressed -> letters.add(
                                answered.incidentId(),
                                envelope.entityId(),
                                Letter.Kind.ANSWER,
                                addressed ? ready : "NO_CONTACT"))
                        .replaceWith(Handling.APPLIED);
            default -> Uni.createFrom().item(Handling.APPLIED);
        };
    }
}
