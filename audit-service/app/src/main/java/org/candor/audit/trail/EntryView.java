package org.candor.audit.trail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candor.audit.trail.decision.Entry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry as it is shown; what counts is {@code bytes}, from which all the rest is read. */
@Schema(name = "TrailEntry")
public record EntryView(
        @Schema(description = "Place in the trail, from 0 without gaps", examples = "41")
        long index,

        UUID eventId,

        @Schema(examples = "investigation.case.v1") String topic,

        @Schema(examples = "org.candor.investigation.case-closed.v1")
        String type,

        @Schema(examples = "/investigation") String source,

        @Schema(description = "The producer's number on that topic", examples = "12")
        long sequence,

        String subject,
        List<UUID> incidents,

        @Schema(examples = "larkspur-falls") String entityId,

        boolean drill,

        @Schema(description = "A staff subject, 'reporter' or 'system'", examples = "privacy-officer")
        String actor,

        Instant time,
        Instant receivedAt,

        @Schema(description = "The event's data as it was published; it holds no health information")
        String data,

        @Schema(
                implementation = String.class,
                format = "byte",
                description = "The entry itself, Base64; its hash is the leaf of the tree")
        byte[] bytes) {

    static EntryView of(long index, byte[] bytes) {
        Entry entry = Entry.read(bytes);
        return new EntryView(
                index,
                entry.eventId(),
                entry.topic(),
                entry.type(),
                entry.source(),
                entry.sequence(),
                entry.subject(),
                entry.incidents(),
                entry.entityId(),
                entry.drill(),
                entry.actor(),
                entry.time(),
                entry.receivedAt(),
                new String(entry.data(), StandardCharsets.UTF_8),
                bytes);
    }
}
