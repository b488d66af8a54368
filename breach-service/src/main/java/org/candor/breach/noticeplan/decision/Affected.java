package org.candor.breach.noticeplan.decision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.candor.breach.obligations.decision.Capacity;

/**
 * Whom a breach touches.
 *
 * @param incident of the breach; it stands for the entity whose breach it is
 * @param people by covered entity; as a business associate the entity itself is none of them
 * @param associates business associates of the breach
 */
public record Affected(UUID incident, Capacity capacity, Map<UUID, Long> people, Set<UUID> associates) {

    public Affected {
        // The order in which they were named is that in which they are shown.
        people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
        associates = Set.copyOf(associates);
    }

    boolean knows(Sender sender) {
        return switch (sender.kind()) {
            case THIS_ENTITY -> sender.id().equals(incident);
            case COVERED_ENTITY ->
                people.containsKey(sender.id()) && !sender.id().equals(incident);
            case BUSINESS_ASSOCIATE -> capacity == Capacity.COVERED_ENTITY && associates.contains(sender.id());
        };
    }
}
