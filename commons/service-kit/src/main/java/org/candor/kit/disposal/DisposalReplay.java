package org.candor.kit.disposal;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.candor.events.Topic;

/**
 * Reads the orders of the last thirty days again whenever this process takes over their topic, so at each start. A back-up of
 * wrapped keys is kept for no longer than that; one that was restored brings keys back that were destroyed, but it has lost
 * the inbox rows of the orders too, so that they are applied again. What was applied already is passed over.
 */
@ApplicationScoped
@Identifier("disposals")
class DisposalReplay implements KafkaConsumerRebalanceListener {

    private static final Duration LONGEST_BACKUP = Duration.ofDays(30);

    private final Clock clock;

    DisposalReplay(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        long since = clock.instant().minus(LONGEST_BACKUP).toEpochMilli();
        Map<TopicPartition, Long> wanted = partitions.stream()
                .filter(partition -> partition.topic().equals(Topic.RETENTION.topicName()))
                .collect(Collectors.toMap(partition -> partition, partition -> since));
        consumer.offsetsForTimes(wanted).forEach((partition, first) -> seek(consumer, partition, first));
    }

    /** Back only: what has not been read yet is read in its turn. */
    private static void seek(Consumer<?, ?> consumer, TopicPartition partition, OffsetAndTimestamp first) {
        if (Objects.nonNull(first) && first.offset() < consumer.position(partition)) {
            consumer.seek(partition, first.offset());
        }
    }
}
