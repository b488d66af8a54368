package org.candor.test;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.candor.events.Topic;

/**
 * One Kafka broker with every topic of the platform. Services reach it through a link that can be cut; a second listener
 * is for the test itself, which sees the broker whatever the link does.
 */
final class KafkaServer {

    /** More than one, so that a test sees what holds per key only. */
    private static final int PARTITIONS = 3;

    private KafkaServer() {}

    /** Starts it and returns the port of the listener that no link stands before. */
    static int start(Path directory, FaultyLink link) throws Exception {
        List<Integer> ports = freePorts(3);
        Properties settings = settings(directory, ports, link.port());
        Path file = format(directory, settings);
        Thread.ofPlatform().daemon().name("kafka").start(() -> Kafka.main(new String[] {file.toString()}));
        link.leadTo(ports.get(0));
        createTopics(ports.get(1));
        return ports.get(1);
    }

    private static Properties settings(Path directory, List<Integer> ports, int linkPort) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@127.0.0.1:" + ports.get(2),
                "controller.listener.names",
                "CONTROLLER",
                "inter.broker.listener.name",
                "DIRECT",
                "listener.security.protocol.map",
                "LINKED:PLAINTEXT,DIRECT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "listeners",
                "LINKED://127.0.0.1:%d,DIRECT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(ports.get(0), ports.get(1), ports.get(2)),
                "advertised.listeners",
                "LINKED://127.0.0.1:%d,DIRECT://127.0.0.1:%d".formatted(linkPort, ports.get(1)),
                "log.dirs",
                directory.resolve("log").toString()));
        settings.putAll(Map.of(
                // A name that is not in Topic is a mistake and must fail.
                "auto.create.topics.enable", "false",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                // The default of three seconds makes every test that starts a consumer wait.
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "4194304"));
        return settings;
    }

    private static Path format(Path directory, Properties settings) throws IOException {
        Path file = Files.createDirectories(directory).resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        int result = StorageTool.execute(
                new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()},
                new PrintStream(System.out, true));
        if (result != 0) {
            throw new IllegalStateException("Kafka's storage could not be formatted");
        }
        return file;
    }

    private static void createTopics(int port) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port))) {
            List<NewTopic> topics = new ArrayList<>();
            for (Topic topic : Topic.values()) {
                String policy =
                        topic.compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE;
                topics.add(new NewTopic(topic.topicName(), PARTITIONS, (short) 1)
                        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, policy)));
            }
            admin.createTopics(topics).all().get();
        }
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }
}
