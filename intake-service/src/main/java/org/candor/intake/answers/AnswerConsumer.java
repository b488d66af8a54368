package org.candor.intake.answers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.events.CaseEvent;
import org.candor.events.CaseEvent.ComplaintAnswered;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** Notes that an answer is to be fetched; {@link AnswerLoop} fetches it. */
@ApplicationScoped
class AnswerConsumer implements EventConsumer<CaseEvent> {

    private final DueAnswers dueAnswers;

    AnswerConsumer(DueAnswers dueAnswers) {
        this.dueAnswers = dueAnswers;
    }

    @Override
    public Topic topic() {
        return Topic.CASE;
    }

    @Override
    public Uni<Handling> on(CaseEvent fact, Envelope envelope) {
        return fact instanceof ComplaintAnswered answered
                ? dueAnswers.add(envelope.id(), answered).replaceWith(Handling.APPLIED)
                : Uni.createFrom().item(Handling.APPLIED);
    }
}
