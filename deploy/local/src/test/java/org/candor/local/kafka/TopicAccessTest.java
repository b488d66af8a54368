package org.candor.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.events.Topic;
import org.candor.events.TopicAccess;
import org.candor.events.TopicAccess.Operation;
import org.candor.local.Checkout;
import org.candor.local.ServiceName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of who may do what on which topic says neither more nor less than the services do. */
class TopicAccessTest {

    /** The kit's own: accesses are recorded, and the end of a data key is said, in every service. */
    private static final Set<Topic> OF_EVERY_SERVICE = Set.of(Topic.ACCESS, Topic.RETENTION);

    /** In a class that knows the outbox; a consumer, which may be one, returns the topic that it reads. */
    private static final Pattern PUBLISHED = Pattern.compile("(?<!return )\\bTopic\\.([A-Z]+)\\b");

    @ParameterizedTest
    @EnumSource
    void aServiceReadsWhatItsChannelsName(ServiceName service) throws IOException {
        Properties settings = new Properties();
        try (var in = Files.newInputStream(sources(service).resolve("resources/application.properties"))) {
            settings.load(in);
        }
        Set<String> channels = settings.stringPropertyNames().stream()
                .filter(name -> name.matches("mp\\.messaging\\.incoming\\.[a-z]+\\.topics"))
                .flatMap(name -> Stream.of(settings.getProperty(name).split(",")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(granted(service, Operation.READ)).isEqualTo(channels);
        settings.stringPropertyNames().stream()
                .filter(name -> name.matches("mp\\.messaging\\.incoming\\.[a-z]+\\.group\\.id"))
                .forEach(name -> assertThat(settings.getProperty(name)).startsWith(service.id()));
    }

    @ParameterizedTest
    @EnumSource
    void aServiceWritesWhatItsCodePublishes(ServiceName service) throws IOException {
        Set<String> published =
                OF_EVERY_SERVICE.stream().map(Topic::topicName).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(sources(service).resolve("java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file);
                if (code.contains("Outbox")) {
                    Matcher topic = PUBLISHED.matcher(code);
                    while (topic.find()) {
                        published.add(Topic.valueOf(topic.group(1)).topicName());
                    }
                }
            }
        }

        assertThat(granted(service, Operation.WRITE)).isEqualTo(published);
    }

    private static Set<String> granted(ServiceName service, Operation operation) {
        return TopicAccess.all().stream()
                .filter(access -> access.service().equals(service.id()) && access.operation() == operation)
                .map(access -> access.topic().topicName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path sources(ServiceName service) {
        return Checkout.find().root().resolve(service.module()).resolve("src/main");
    }
}
