package org.candor.deploy;

import static org.candor.deploy.Findings.compare;
import static org.candor.deploy.Findings.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.events.Topic;

/** Topics, and who may use them. Each rule answers with what breaks it. */
record BrokerRules(Manifests manifests) {

    private static final String THIRTY_DAYS = "2592000000";

    /** Each topic is declared as the contracts say, and none besides. */
    List<String> topics() {
        List<String> found = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            Yaml config = manifests.named("KafkaTopic", topic.topicName()).at("spec", "config");
            expect(
                    found,
                    topic.topicName(),
                    topic.compacted()
                            ? config.at("cleanup.policy").is("compact")
                                    && !config.at("retention.ms").isThere()
                            : config.at("retention.ms").text().equals(THIRTY_DAYS)
                                    && !config.at("cleanup.policy").isThere());
        }
        expect(found, "as many as there are", manifests.all("KafkaTopic").count() == Topic.values().length);
        return found;
    }

    /** On the broker a service may write its own topics, read what it consumes, in its own groups, and nothing else. */
    List<String> accessLists() {
        List<String> found = new ArrayList<>();
        for (String service : Code.SERVICES) {
            Set<String> given =
                    manifests
                            .named("KafkaUser", service + "-kafka")
                            .at("spec", "authorization", "acls")
                            .items()
                            .stream()
                            .map(acl -> acl.at("resource", "type").text() + " "
                                    + acl.at("resource", "name").text() + " "
                                    + acl.at("operations").text())
                            .collect(Collectors.toCollection(TreeSet::new));
            compare(found, service + " may ", accessOf(service), given);
        }
        return found;
    }

    private static Set<String> accessOf(String service) {
        Code code = new Code(service);
        Stream<String> writes = Stream.of(Topic.values())
                .filter(topic -> topic.topicName().startsWith(service + ".") || topic == Topic.ACCESS)
                .map(topic -> "topic " + topic.topicName() + " [Write, Describe]");
        Stream<String> reads = code.consumes().stream().map(topic -> "topic " + topic + " [Read, Describe]");
        Stream<String> groups = code.groups().stream().map(group -> "group " + group + " [Read]");
        return Stream.of(writes, reads, groups).flatMap(lines -> lines).collect(Collectors.toCollection(TreeSet::new));
    }
}
