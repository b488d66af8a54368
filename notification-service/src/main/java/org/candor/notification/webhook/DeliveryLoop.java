package org.candor.notification.webhook;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
import org.candor.kit.time.Ids;
import org.candor.notification.mail.MailSender;
import org.candor.notification.mail.OutgoingMails;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Delivers one after another. A delivery is put off before it is tried, so that a crash makes it late and never lost; the
 * receiver knows a second attempt by its id.
 */
@ApplicationScoped
class DeliveryLoop {

    private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);

    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final WebhookCalls calls;
    private final OutgoingMails mails;
    private final Ids ids;
    private final Clock clock;
    private final WebhookSettings settings;
    private final Optional<String> operator;

    DeliveryLoop(
            Deliveries deliveries,
            Webhooks webhooks,
            WebhookCalls calls,
            OutgoingMails mails,
            Ids ids,
            Clock clock,
            WebhookSettings settings,
            @ConfigProperty(name = "candor.operator-mailbox") Optional<String> operator) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.calls = calls;
        this.mails = mails;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.operator = operator;
    }

    @Scheduled(
            every = "${candor.webhooks.look}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return Round.of(
                Transactions.run(this::claim)
                        .chain(due -> due.map(one -> calls.call(one)
                                        .chain(outcome -> Transactions.run(() -> record(one, outcome)))
                                        .chain(this::look))
                                .orElseGet(() -> Uni.createFrom().voidItem())),
                LOG,
                "webhooks were not called");
    }

    private Uni<Optional<Deliveries.Due>> claim() {
        Instant now = clock.instant();
        return deliveries
                .due(now)
                .call(found -> found.map(due -> deliveries.claim(due, now.plus(pause(due))))
                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    private Duration pause(Deliveries.Due due) {
        return MailSender.pause(due.attempts() + 1, settings.firstRetry(), settings.longestRetry());
    }

    private Uni<Void> record(Deliveries.Due due, WebhookCalls.Outcome outcome) {
        if (outcome.taken()) {
            return deliveries
                    .delivered(due.id(), outcome.text(), clock.instant())
                    .chain(() -> webhooks.succeeded(due.webhookId()))
                    .replaceWithVoid();
        }
        Instant now = clock.instant();
        return deliveries
                .failed(due.id(), outcome.text(), settings.mostAttempts())
                .chain(() -> deliveries.putOff(due.webhookId(), now.plus(settings.firstRetry())))
                .chain(() -> webhooks.failed(due.webhookId(), outcome.gone(), settings.mostFailures(), now))
                .chain(disabled ->
                        disabled ? tellOperator(due) : Uni.createFrom().voidItem());
    }

    private Uni<Void> tellOperator(Deliveries.Due due) {
        LOG.errorf("webhook is disabled after failures: webhookId=%s", due.webhookId());
        return operator.filter(mailbox -> !mailbox.isBlank())
                .map(mailbox -> mails.digest(
                                ids.next(),
                                mailbox,
                                "",
                                "A webhook is disabled",
                                "The receiver of webhook " + due.webhookId()
                                        + " has failed too often. No more is sent to it"
                                        + " until its administrator enables it again; what waits is kept.\n")
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
