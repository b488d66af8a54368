package org.candor.audit.trail;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.candor.audit.tree.Integrator;
import org.candor.kit.inbox.Faults;
import org.candor.kit.inbox.OnContext;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Hears every topic and appends what comes, a batch in one transaction. A batch is acknowledged when it is in the trail; one
 * that fails is tried again for as long as it takes, because nothing may be left out.
 */
@ApplicationScoped
class TrailChannel {

    private static final Logger LOG = Logger.getLogger(TrailChannel.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Trail trail;
    private final Integrator integrator;
    private final Clock clock;
    private final Vertx vertx;

    TrailChannel(Trail trail, Integrator integrator, Clock clock, Vertx vertx) {
        this.trail = trail;
        this.integrator = integrator;
        this.clock = clock;
        this.vertx = vertx;
    }

    @Incoming("trail")
    Uni<Void> receive(Message<List<byte[]>> batch) {
        List<ConsumerRecord<String, byte[]>> records = records(batch);
        Instant now = clock.instant();
        // Hashing is work for a worker; the answer comes back on the context of the message.
        return vertx.executeBlocking(
                        () -> records.stream().map(r -> Arrivals.of(r, now)).toList())
                .invoke(TrailChannel::tellUnreadable)
                .chain(this::append)
                .invoke(integrator::wake)
                .chain(() -> Uni.createFrom().completionStage(batch.ack()));
    }

    private Uni<Void> append(List<Recorded> entries) {
        return trail.append(entries).replaceWithVoid().onFailure().recoverWithUni(failure -> {
            LOG.errorf(
                    "%d events could not be appended, they are tried again: %s", entries.size(), Faults.trace(failure));
            return OnContext.after(PAUSE, () -> append(entries));
        });
    }

    private static void tellUnreadable(List<Recorded> entries) {
        entries.stream()
                .map(Recorded::entry)
                .filter(entry -> entry.type().equals(Arrivals.UNREADABLE))
                .forEach(entry -> LOG.errorf(
                        "a record of %s is no CloudEvent; the trail says so under event %s",
                        entry.topic(), entry.eventId()));
    }

    @SuppressWarnings("unchecked") // The channel's deserialisers are in application.properties.
    private static List<ConsumerRecord<String, byte[]>> records(Message<List<byte[]>> batch) {
        IncomingKafkaRecordBatchMetadata<String, byte[]> metadata =
                batch.getMetadata(IncomingKafkaRecordBatchMetadata.class).orElseThrow();
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        metadata.getRecords().forEach(records::add);
        return records;
    }
}
