package org.candor.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every topic of the platform. The name on the broker is written here and nowhere else. */
public enum Topic {
    REPORT("intake.report.v1", ReportEvent.class, false),
    DIRECTORY("intake.directory.v1", DirectoryEvent.class, true),
    ROUTING("intake.routing.v1", RoutingEvent.class, true),
    CASE("investigation.case.v1", CaseEvent.class, false),
    ASSESSMENT("breach.assessment.v1", AssessmentEvent.class, false),
    OBLIGATION("breach.obligation.v1", ObligationEvent.class, false),
    NOTICE("notification.notice.v1", NoticeEvent.class, false),
    CHECKPOINT("audit.checkpoint.v1", CheckpointEvent.class, false),
    RETENTION("audit.retention.v1", RetentionEvent.class, false),
    PROGRAMME("audit.programme.v1", ProgrammeEvent.class, false),
    ACCESS("audit.access.v1", AccessEvent.class, false);

    private final String topicName;
    private final Class<? extends Event> contract;
    private final boolean compacted;
    private final List<Class<? extends Event>> facts;

    Topic(String topicName, Class<? extends Event> contract, boolean compacted) {
        this.topicName = topicName;
        this.contract = contract;
        this.compacted = compacted;
        this.facts = List.copyOf(recordsOf(contract));
    }

    /** The name on the broker: {@code <service>.<aggregate>.v<version>}. */
    public String topicName() {
        return topicName;
    }

    /** True where the broker keeps the newest record of each key, so that every event carries the key's whole state. */
    public boolean compacted() {
        return compacted;
    }

    /** The record classes that may travel on this topic. */
    public List<Class<? extends Event>> facts() {
        return facts;
    }

    /** The CloudEvents type of a fact on this topic: {@code org.candor.<service>.<fact>.v1}. */
    public String typeOf(Class<? extends Event> fact) {
        if (!contract.isAssignableFrom(fact)) {
            throw new IllegalArgumentException(fact.getSimpleName() + " does not travel on " + topicName);
        }
        String service = topicName.substring(0, topicName.indexOf('.'));
        // Accesses are recorded by every service, so the type names the topic's owner and not the producer.
        return "org.candor." + service + "." + fact.getAnnotation(Fact.class).value() + ".v1";
    }

    /** The record class of a CloudEvents type; empty when this version does not know it. */
    public Optional<Class<? extends Event>> factOf(String type) {
        return facts.stream().filter(fact -> typeOf(fact).equals(type)).findFirst();
    }

    /** The topic with that name on the broker; empty when there is none. */
    public static Optional<Topic> named(String topicName) {
        for (Topic topic : values()) {
            if (topic.topicName.equals(topicName)) {
                return Optional.of(topic);
            }
        }
        return Optional.empty();
    }

    private static List<Class<? extends Event>> recordsOf(Class<? extends Event> contract) {
        List<Class<? extends Event>> records = new ArrayList<>();
        for (Class<?> permitted : contract.getPermittedSubclasses()) {
            Class<? extends Event> fact = permitted.asSubclass(Event.class);
            if (fact.isRecord()) {
                records.add(fact);
            } else {
                records.addAll(recordsOf(fact));
            }
        }
        return records;
    }
}
