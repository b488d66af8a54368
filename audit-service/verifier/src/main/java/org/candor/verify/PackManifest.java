package org.candor.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a pack says of itself, in {@code manifest.json}.
 *
 * @param incident empty when the pack is of a period
 * @param entries how many it holds
 * @param leftOut how many its reader was not allowed to see
 * @param closed last checkpoints of the logs of past years
 * @param removed signed words by which logs of past years are not there any more
 * @param logOfLogs checkpoint over those; empty in the first year
 */
record PackManifest(
        String trail,
        String made,
        String incident,
        String from,
        String to,
        long entries,
        long leftOut,
        List<Log> logs,
        List<String> closed,
        String logOfLogs,
        List<String> removed,
        List<Listed> files) {

    static final String NAME = "manifest.json";
    static final String FORMAT = "candor-pack/1";

    /** A log that the pack leans on; {@code first} is the place in the trail of its entry number 0. */
    record Log(String origin, long first) {}

    /** A file of the pack. */
    record Listed(String name, String sha256, long bytes) {}

    static PackManifest read(String json) throws Unreadable {
        Map<String, Object> document = JsonReader.object(json);
        Members members = new Members(
                document,
                Set.of(
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
                        "files"));
        if (!FORMAT.equals(members.text("format"))) {
            throw new Unreadable("The manifest is not of " + FORMAT);
        }
        List<Log> logs = new ArrayList<>();
        for (Members log : members.listOf("logs", Set.of("origin", "first"))) {
            logs.add(new Log(log.text("origin"), log.number("first")));
        }
        if (logs.stream().map(Log::origin).distinct().count() != logs.size()) {
            throw new Unreadable("The manifest lists a log twice");
        }
        List<String> closed = new ArrayList<>();
        for (Members log : members.listOf("closed", Set.of("checkpoint"))) {
            closed.add(log.text("checkpoint"));
        }
        List<String> removed = new ArrayList<>();
        for (Members log : members.listOf("removed", Set.of("order"))) {
            removed.add(log.text("order"));
        }
        List<Listed> files = new ArrayList<>();
        for (Members file : members.listOf("files", Set.of("name", "sha256", "bytes"))) {
            files.add(new Listed(file.text("name"), file.text("sha256"), file.number("bytes")));
        }
        return new PackManifest(
                members.text("trail"),
                members.text("made"),
                members.text("incident"),
                members.text("from"),
                members.text("to"),
                members.number("entries"),
                members.number("leftOut"),
                logs,
                closed,
                members.text("logOfLogs"),
                removed,
                files);
    }

    /** Whether that log is one of the pack's, with its first entry at that place. */
    boolean hasAt(String origin, long first) {
        for (Log log : logs) {
            if (log.first() == first && log.origin().equals(origin)) {
                return true;
            }
        }
        return false;
    }

    /** What it says of that file. */
    Optional<Listed> listed(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    boolean isOfAnIncident() {
        return !incident.isEmpty();
    }
}
