package org.candor.audit.trail.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * One event as the trail keeps it. An entry has exactly one form in bytes, so that its hash says all about it:
 *
 * <pre>
 * candor-entry/1                    every line ends with a line feed, and all are there, in this order
 * id=0193…                          the event's id
 * topic=investigation.case.v1
 * type=org.candor.investigation.case-closed.v1
 * source=/investigation             who published it
 * sequence=12                       his number for it on that topic
 * subject=0193…
 * incidents=0193… 0193…             ascending, none twice; may be empty, as every value may
 * entity=larkspur-falls
 * drill=false
 * actor=privacy-officer
 * correlation=0193…
 * time=2026-11-21T10:15:30Z         when the fact happened
 * received=2026-11-21T10:15:31Z     when the trail took it
 * sha256=9f86…                      of the data
 * data=345                          bytes that follow: the event's data as it was on the topic
 * {"incidentId":…}
 * </pre>
 *
 * Text is UTF-8. A value holds no control character: one that came with an event is replaced by U+FFFD. Lines and a length,
 * rather than JSON: nothing is left to a serialiser, and a reader of fifty lines in any language can check it.
 *
 * @param time to the microsecond, as the database keeps it
 * @param receivedAt likewise
 */
public record Entry(
        UUID eventId,
        String topic,
        String type,
        String source,
        long sequence,
        String subject,
        List<UUID> incidents,
        String entityId,
        boolean drill,
        String actor,
        String correlationId,
        Instant time,
        Instant receivedAt,
        byte[] data) {

    private static final String FORMAT = "candor-entry/1";
    private static final int FIELDS = 15;

    public Entry {
        topic = clean(topic);
        type = clean(type);
        source = clean(source);
        subject = clean(subject);
        entityId = clean(entityId);
        actor = clean(actor);
        correlationId = clean(correlationId);
        incidents = incidents.stream().distinct().sorted(Entry::asText).toList();
        time = time.truncatedTo(ChronoUnit.MICROS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The one form in bytes. */
    public byte[] bytes() {
        String head = FORMAT + "\n"
                + line("id", eventId.toString())
                + line("topic", topic)
                + line("type", type)
                + line("source", source)
                + line("sequence", Long.toString(sequence))
                + line("subject", subject)
                + line(
                        "incidents",
                        String.join(" ", incidents.stream().map(UUID::toString).toList()))
                + line("entity", entityId)
                + line("drill", Boolean.toString(drill))
                + line("actor", actor)
                + line("correlation", correlationId)
                + line("time", time.toString())
                + line("received", receivedAt.toString())
                + line("sha256", sha256(data))
                + line("data", Integer.toString(data.length));
        byte[] first = head.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(first, first.length + data.length);
        System.arraycopy(data, 0, bytes, first.length, data.length);
        return bytes;
    }

    /** Reads the one form; throws IllegalArgumentException for anything that {@link #bytes} would not have written. */
    public static Entry read(byte[] bytes) {
        String[] values = new String[FIELDS];
        int at = FORMAT.length() + 1;
        for (int field = 0; field < FIELDS; field++) {
            int end = endOfLine(bytes, at);
            String line = new String(bytes, at, end - at, StandardCharsets.UTF_8);
            values[field] = line.substring(line.indexOf('=') + 1);
            at = end + 1;
        }
        Entry entry = of(values, Arrays.copyOfRange(bytes, at, bytes.length));
        if (!Arrays.equals(entry.bytes(), bytes)) {
            throw new IllegalArgumentException("These bytes are not an entry's one form");
        }
        return entry;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry && Arrays.equals(bytes(), entry.bytes());
    }

    @Override
    public int hashCode() {
        return eventId.hashCode();
    }

    @Override
    public String toString() {
        return "Entry[" + type + " " + eventId + "]";
    }

    private static Entry of(String[] value, byte[] data) {
        try {
            return new Entry(
                    UUID.fromString(value[0]),
                    value[1],
                    value[2],
                    value[3],
                    Long.parseLong(value[4]),
                    value[5],
                    Arrays.stream(value[6].split(" "))
                            .filter(id -> !id.isEmpty())
                            .map(UUID::fromString)
                            .toList(),
                    value[7],
                    Boolean.parseBoolean(value[8]),
                    value[9],
                    value[10],
                    Instant.parse(value[11]),
                    Instant.parse(value[12]),
                    data);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("An entry's time can't be read", e);
        }
    }

    private static int endOfLine(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        throw new IllegalArgumentException("An entry ends within its lines");
    }

    private static String line(String name, String value) {
        return name + "=" + value + "\n";
    }

    private static String clean(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return value.replaceAll("\\p{Cntrl}|[\u0080-\u009f]", "\ufffd");
            }
        }
        return value;
    }

    private static int asText(UUID a, UUID b) {
        return a.toString().compareTo(b.toString());
    }

    private static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
