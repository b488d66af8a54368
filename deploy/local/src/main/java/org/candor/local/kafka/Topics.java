package org.candor.local.kafka;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.candor.events.Topic;

/** The platform's topics on a broker. */
final class Topics implements AutoCloseable {

    private static final int PARTITIONS = 6;
    private static final short COPIES = 1;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int SECONDS_TO_ANSWER = 60;

    private final Admin admin;

    Topics(String bootstrap) {
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        properties.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200);
        this.admin = Admin.create(properties);
    }

    boolean brokerAnswers() throws InterruptedException {
        try {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** Creates the topics that are missing. */
    void ensure() throws Exception {
        Set<String> present = admin.listTopics().names().get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
        List<NewTopic> missing = Arrays.stream(Topic.values())
                .filter(topic -> !present.contains(topic.topicName()))
                .map(Topics::declaration)
                .toList();
        admin.createTopics(missing).all().get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
    }

    /** A compacted topic keeps the newest state of each key for ever, any other its facts for 30 days. */
    static NewTopic declaration(Topic topic) {
        Map<String, String> settings = topic.compacted()
                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                : Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(KEPT.toMillis()));
        return new NewTopic(topic.topicName(), PARTITIONS, COPIES).configs(settings);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
