package org.candor.events;

import java.util.Arrays;
import java.util.stream.Stream;

/** Every fact on every topic on which it may travel. */
record Facts(Topic topic, Class<? extends Event> fact) {

    static Stream<Facts> all() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> topic.facts().stream().map(fact -> new Facts(topic, fact)));
    }

    String type() {
        return topic.typeOf(fact);
    }

    @Override
    public String toString() {
        return type();
    }
}
