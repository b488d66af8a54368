package org.candor.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a service may do on a topic; it may do nothing else there. The same table makes the rules of the broker, and
 * {@code topic-access.csv} is it for whoever has no Java. Each reads in consumer groups that begin with its name.
 *
 * @param service its name, which is also its name towards the broker
 */
public record TopicAccess(String service, Operation operation, Topic topic) {

    private static final List<TopicAccess> ALL = read();

    /** As the broker names them. */
    public enum Operation {
        WRITE,
        READ
    }

    /** Every right that there is. */
    public static List<TopicAccess> all() {
        return ALL;
    }

    private static List<TopicAccess> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                TopicAccess.class.getResourceAsStream("/topic-access.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(TopicAccess::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TopicAccess of(String line) {
        String[] cells = line.split(",");
        return new TopicAccess(
                cells[0], Operation.valueOf(cells[1]), Topic.named(cells[2]).orElseThrow());
    }
}
