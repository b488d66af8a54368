package org.candor.kit.outbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Sends what waits in the outbox: woken after each commit, with a poll as the floor. Any number of replicas may run; one of
 * them sends at a time. Promises: at least once, in order of the key, numbered without gaps per topic.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final OutboxSender sender;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean brokerAnswers = true;

    Relay(OutboxSender sender) {
        this.sender = sender;
    }

    /** Asks for a round; returns at once. Requests that come during a round make one more round. */
    public void wake() {
        if (requests.getAndIncrement() == 0) {
            round();
        }
    }

    /** False while the last attempt to send failed. */
    public boolean brokerAnswers() {
        return brokerAnswers;
    }

    @Scheduled(
            every = "${candor.relay.poll}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void poll() {
        wake();
    }

    private void round() {
        int seen = requests.get();
        // Deferred, so that what fails at once ends the round like what fails later.
        Uni.createFrom()
                .deferred(sender::number)
                .chain(sender::sendBatch)
                .subscribe()
                .with(batch -> ended(seen, batch), this::failed);
    }

    private void ended(int seen, OutboxSender.Batch batch) {
        if (batch == OutboxSender.Batch.REFUSED) {
            failed(null);
            return;
        }
        recovered(batch);
        if (batch == OutboxSender.Batch.FULL || !requests.compareAndSet(seen, 0)) {
            round();
        }
    }

    private void recovered(OutboxSender.Batch batch) {
        if (!brokerAnswers && batch != OutboxSender.Batch.EMPTY) {
            brokerAnswers = true;
            LOG.info("broker answers again, outbox is being sent");
        }
    }

    private void failed(Throwable failure) {
        if (failure == null && brokerAnswers) {
            brokerAnswers = false;
            LOG.warn("broker does not answer, outbox keeps what is to be sent");
        } else if (failure != null) {
            LOG.warnf("outbox could not be read: %s", failure.getClass().getSimpleName());
        }
        requests.set(0);
    }
}
