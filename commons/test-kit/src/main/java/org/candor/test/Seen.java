package org.candor.test;

import java.util.Map;
import org.candor.events.Event;

/**
 * A record as it lies on the broker.
 *
 * @param fact read from the data; null when nothing known could be read from it
 * @param headers every header as text
 */
public record Seen(Event fact, String key, Map<String, String> headers, byte[] data, int partition, long offset) {

    /** A CloudEvents attribute by its name without {@code ce_}; null when it is absent. */
    public String attribute(String name) {
        return headers.get("ce_" + name);
    }

    /** The data as text. */
    public String json() {
        return new String(data, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%d/%d key=%s %s %s".formatted(partition, offset, key, headers, data == null ? "(no data)" : json());
    }
}
