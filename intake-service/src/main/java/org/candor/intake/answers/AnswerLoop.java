package org.candor.intake.answers;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.candor.intake.answers.AnswerTexts.AnswerText;
import org.candor.intake.answers.DueAnswers.DueAnswer;
import org.candor.intake.mailbox.OfficeMessages;
import org.candor.kit.data.Transactions;
import org.candor.kit.inbox.Faults;
import org.candor.kit.ops.Round;
import org.candor.kit.outbox.Origin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Fetches answers and puts them into their mailboxes. Message, fact and mark are one transaction, so an answer is there once,
 * whatever ends in between; what investigation does not hand out is asked for again until it does. {@code
 * candor_answers_waiting} counts those that were asked for in vain three times: any is an alert.
 */
@ApplicationScoped
class AnswerLoop {

    private static final Logger LOG = Logger.getLogger(AnswerLoop.class);
    private static final long PATIENCE = 3;

    private final DueAnswers dueAnswers;
    private final AnswerTexts texts;
    private final OfficeMessages messages;
    private final Clock clock;
    private final Duration pause;
    private final AtomicLong waiting;

    AnswerLoop(
            DueAnswers dueAnswers,
            @RestClient AnswerTexts texts,
            OfficeMessages messages,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "candor.answers.pause") Duration pause) {
        this.dueAnswers = dueAnswers;
        this.texts = texts;
        this.messages = messages;
        this.clock = clock;
        this.pause = pause;
        this.waiting = meters.gauge("candor.answers.waiting", new AtomicLong());
    }

    @Scheduled(
            every = "${candor.look.answers}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return Round.of(
                next().chain(() -> Transactions.run(() -> dueAnswers.waiting(PATIENCE)))
                        .invoke(waiting::set),
                LOG,
                "answers were not looked at");
    }

    private Uni<Void> next() {
        Instant now = clock.instant();
        return Transactions.run(() -> dueAnswers.claim(now, pause))
                .chain(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : fetch(claimed.get()).chain(this::next));
    }

    /** The next one must not wait for one that cannot be had. */
    private Uni<Void> fetch(DueAnswer due) {
        return texts.of(due.incidentId())
                .chain(answer -> Transactions.run(() -> deliver(due, answer)))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "an answer was not put into its mailbox and is tried again: incidentId=%s %s",
                        due.incidentId(), Faults.name(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> deliver(DueAnswer due, AnswerText answer) {
        Instant now = clock.instant();
        return dueAnswers
                .delivered(due.eventId(), now)
                .chain(first -> first
                        ? messages.write(
                                due.eventId(),
                                due.incidentId(),
                                answer.text().value(),
                                Origin.system(due.entityId(), due.drill()))
                        : Uni.createFrom().voidItem());
    }
}
