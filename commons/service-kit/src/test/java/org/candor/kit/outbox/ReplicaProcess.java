package org.candor.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.candor.kit.trace.Traces;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * The relay of another replica: the kit's own relay in a process of its own, which can be killed. It prints one line per
 * acknowledged record.
 */
final class ReplicaProcess {

    private ReplicaProcess() {}

    /** Arguments: URL of the database, its user, password, the broker, and after how many records to hang; 0 is never. */
    public static void main(String[] args) {
        PgConnectOptions database =
                PgConnectOptions.fromUri(args[0]).setUser(args[1]).setPassword(args[2]);
        Pool pool = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(database)
                .using(Vertx.vertx())
                .build());
        OutboxSender sender = new OutboxSender(
                pool,
                new ProducerEmitter(args[3], Integer.parseInt(args[4])),
                "ledger",
                Clock.systemUTC(),
                Traces.off());
        Relay relay = new Relay(sender);
        Executors.newSingleThreadScheduledExecutor().scheduleWithFixedDelay(relay::wake, 0, 5, TimeUnit.MILLISECONDS);
    }

    /** The outbox channel as the connector makes it, with a producer of its own behind it. */
    private static final class ProducerEmitter implements MutinyEmitter<byte[]> {

        private final KafkaProducer<String, byte[]> producer;
        private final int hangAfter;
        private final AtomicInteger begun = new AtomicInteger();

        ProducerEmitter(String broker, int hangAfter) {
            this.hangAfter = hangAfter;
            this.producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
                            ProducerConfig.ACKS_CONFIG, "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true"),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }

        @Override
        public <M extends Message<? extends byte[]>> Uni<Void> sendMessage(M message) {
            if (hangAfter > 0 && begun.incrementAndGet() > hangAfter) {
                return Uni.createFrom().nothing();
            }
            OutgoingKafkaRecordMetadata<?> to =
                    message.getMetadata(OutgoingKafkaRecordMetadata.class).orElseThrow();
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                    to.getTopic(), null, (String) to.getKey(), message.getPayload(), to.getHeaders());
            return Uni.createFrom()
                    .emitter(emitter -> producer.send(record, (metadata, failure) -> {
                        if (failure == null) {
                            System.out.println("sent");
                            emitter.complete(null);
                        } else {
                            emitter.fail(failure);
                        }
                    }));
        }

        @Override
        public Uni<Void> send(byte[] payload) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void sendAndAwait(byte[] payload) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Cancellable sendAndForget(byte[] payload) {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        public <M extends Message<? extends byte[]>> void send(M message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <M extends Message<? extends byte[]>> void sendMessageAndAwait(M message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <M extends Message<? extends byte[]>> Cancellable sendMessageAndForget(M message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void complete() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void error(Exception failure) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public boolean hasRequests() {
            return true;
        }
    }
}
