package org.candor.local.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.candor.local.ServiceName;

/** How far the services have read. */
public final class ConsumerGroups implements AutoCloseable {

    private static final int SECONDS_TO_ANSWER = 30;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** A service that was killed counts as a member of its group for 45 seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Admin admin;

    public ConsumerGroups(String bootstrap) {
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        this.admin = Admin.create(properties);
    }

    /**
     * Lets a service that does not run read again what was published since that instant; what it knows it passes over. A group
     * that the broker has forgotten begins at the beginning anyway.
     */
    public void goBack(ServiceName service, Instant to) throws Exception {
        for (GroupListing group : admin.listGroups().all().get(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
            if (isOf(service, group.groupId())) {
                goBack(group.groupId(), to);
            }
        }
    }

    /** Audit has two: the trail has a channel of its own. */
    private static boolean isOf(ServiceName service, String group) {
        return group.equals(service.id()) || group.startsWith(service.id() + "-");
    }

    private void goBack(String group, Instant to) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        committed.keySet().forEach(partition -> wanted.put(partition, OffsetSpec.forTimestamp(to.toEpochMilli())));
        Map<TopicPartition, OffsetAndMetadata> earlier = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> found : admin.listOffsets(wanted)
                .all()
                .get(SECONDS_TO_ANSWER, TimeUnit.SECONDS)
                .entrySet()) {
            long offset = found.getValue().offset();
            if (offset >= 0 && offset < committed.get(found.getKey()).offset()) {
                earlier.put(found.getKey(), new OffsetAndMetadata(offset));
            }
        }
        if (!earlier.isEmpty()) {
            set(group, earlier);
        }
    }

    private void set(String group, Map<TopicPartition, OffsetAndMetadata> offsets) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                admin.alterConsumerGroupOffsets(group, offsets).all().get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException stillThere) {
                if (Instant.now().isAfter(end)) {
                    throw stillThere;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    @Override
    public void close() {
        admin.close(PAUSE);
    }
}
