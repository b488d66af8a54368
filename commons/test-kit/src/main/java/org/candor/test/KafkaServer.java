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
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.candor.events.Topic;
import org.candor.events.TopicAccess;

/**
 * One Kafka broker with every topic of the platform. Services reach it through a link that can be cut; a second listener
 * is for the test itself, which sees the broker whatever the link does. On a third one everybody shows a certificate, and may
 * write and read what {@link TopicAccess} says of the name in it; whoever comes without one, on the other two, may do all.
 */
final class KafkaServer {

    /** More than one, so that a test sees what holds per key only. */
    private static final int PARTITIONS = 3;

    private KafkaServer() {}

    /**
     * Where it listens.
     *
     * @param direct no link stands before it
     * @param secured TLS on both sides
     */
    record Listeners(int direct, int secured) {}

    static Listeners start(Path directory, Path certificates, FaultyLink link) throws Exception {
        List<Integer> ports = freePorts(4);
        Properties settings = settings(directory, ports, link.port());
        settings.putAll(security(certificates));
        Path file = format(directory, settings);
        Thread.ofPlatform().daemon().name("kafka").start(() -> Kafka.main(new String[] {file.toString()}));
        link.leadTo(ports.get(0));
        prepare(ports.get(1));
        return new Listeners(ports.get(1), ports.get(3));
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
                "LINKED:PLAINTEXT,DIRECT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURED:SSL",
                "listeners",
                "LINKED://127.0.0.1:%d,DIRECT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d,SECURED://127.0.0.1:%d"
                        .formatted(ports.get(0), ports.get(1), ports.get(2), ports.get(3)),
                "advertised.listeners",
                "LINKED://127.0.0.1:%d,DIRECT://127.0.0.1:%d,SECURED://127.0.0.1:%d"
                        .formatted(linkPort, ports.get(1), ports.get(3)),
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

    private static Map<String, String> security(Path certificates) throws IOException {
        Path server = certificates.resolve("server-with-key.pem");
        Files.writeString(
                server,
                Files.readString(certificates.resolve("server.key"))
                        + Files.readString(certificates.resolve("server.pem")));
        return Map.of(
                "listener.name.secured.ssl.keystore.type", "PEM",
                "listener.name.secured.ssl.keystore.location", server.toString(),
                "listener.name.secured.ssl.truststore.type", "PEM",
                "listener.name.secured.ssl.truststore.location",
                        certificates.resolve("authority.pem").toString(),
                "listener.name.secured.ssl.client.auth", "required",
                "listener.name.secured.ssl.principal.mapping.rules", "RULE:^CN=([a-z_]+)$/$1/",
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users", "User:ANONYMOUS;User:" + Certificates.SUPERUSER);
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

    private static void prepare(int port) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port))) {
            List<NewTopic> topics = new ArrayList<>();
            for (Topic topic : Topic.values()) {
                String policy =
                        topic.compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE;
                topics.add(new NewTopic(topic.topicName(), PARTITIONS, (short) 1)
                        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, policy)));
            }
            admin.createTopics(topics).all().get();
            admin.createAcls(rules()).all().get();
        }
    }

    private static List<AclBinding> rules() {
        List<AclBinding> rules = new ArrayList<>();
        for (TopicAccess access : TopicAccess.all()) {
            ResourcePattern topic =
                    new ResourcePattern(ResourceType.TOPIC, access.topic().topicName(), PatternType.LITERAL);
            rules.add(allowed(
                    access.service(),
                    topic,
                    AclOperation.valueOf(access.operation().name())));
            rules.add(allowed(
                    access.service(),
                    new ResourcePattern(ResourceType.GROUP, access.service(), PatternType.PREFIXED),
                    AclOperation.READ));
        }
        return rules;
    }

    /** Who may write or read may also describe. */
    private static AclBinding allowed(String service, ResourcePattern what, AclOperation operation) {
        return new AclBinding(what, new AccessControlEntry("User:" + service, "*", operation, AclPermissionType.ALLOW));
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
