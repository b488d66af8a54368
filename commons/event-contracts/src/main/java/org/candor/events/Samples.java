package org.candor.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One golden JSON sample per topic and fact, all of one invented incident. The producer's test and every consumer's test
 * read the same text, so that neither can drift from the other.
 */
public final class Samples {

    /** The incident that they all are about. */
    public static final UUID INCIDENT = UUID.fromString("019cb452-04c0-790c-8c7d-7247342cd810");

    private Samples() {}

    /**
     * The data of such an event as it stands on the topic.
     *
     * @throws IllegalArgumentException when the fact does not travel on the topic or has no sample
     */
    public static String of(Topic topic, Class<? extends Event> fact) {
        String path = path(topic, fact);
        try (InputStream in = Samples.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("No sample " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(Topic topic, Class<? extends Event> fact) {
        if (!topic.facts().contains(fact)) {
            throw new IllegalArgumentException(fact.getSimpleName() + " does not travel on " + topic.topicName());
        }
        return "/samples/" + topic.topicName() + "/"
                + fact.getAnnotation(Fact.class).value() + ".json";
    }
}
