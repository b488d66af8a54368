package org.candor.audit.pack;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * {@code manifest.json}: what the pack says of itself; see the verifier's README.
 *
 * @param incident empty when the pack is of a period
 * @param from empty when it is of an incident, as {@code to}
 * @param leftOut entries that the reader may not see: only their places and hashes are there
 */
@JsonPropertyOrder({
    "format",
    "trail",
    "made",
    "incident",
    "from",
    "to",
    "entries",
    "leftOut",
    "logs",
    "closed",
    "logOfLogs",
    "removed",
    "files"
})
record PackManifest(
        String format,
        String trail,
        String made,
        String incident,
        String from,
        String to,
        long entries,
        long leftOut,
        List<Log> logs,
        List<Closed> closed,
        String logOfLogs,
        List<Removed> removed,
        List<SealedZip.Listed> files) {

    /** A log on which entries of the pack stand; {@code first} is the place in the trail of its entry number 0. */
    record Log(String origin, long first) {}

    /** The last checkpoint of a log of a past year. */
    record Closed(String checkpoint) {}

    /** Signed words of two people by which a past year's log is not there. */
    record Removed(String order) {}

    /** A line of {@code entries.jsonl}. */
    record EntryLine(long place, String log, long number, byte[] entry, List<byte[]> path) {}

    /** A line of {@code left-out.jsonl}. */
    record LeftOutLine(long place, String log, long number, byte[] leafHash, List<byte[]> path) {}

    /** A line of {@code timestamps.jsonl}: an RFC 3161 token over the note of that checkpoint, without lines of witnesses. */
    record TimestampLine(String log, long size, byte[] token) {}

    /** A line of {@code checkpoints.jsonl}; {@code path} proves that it begins with the one before. */
    record CheckpointLine(String log, long size, String checkpoint, List<byte[]> path) {}
}
