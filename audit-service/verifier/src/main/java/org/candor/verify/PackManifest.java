package org.candor.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a pack says of itself, in {@code manifest.json}.
 *
 * @param incident empty when the pack is of a period
 * @param entries how many it holds
 * @param leftOut how many its reader was not allowed to see
 * @param closed last checkpoints of the logs of past years
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
                        "files"));
        if (!FORMAT.equals(members.text("format"))) {
            throw new Unreadable("The manifest is not of " + FORMAT);
        }
        List<Log> logs = new ArrayList<>();
        for (Members log : members.listOf("logs", Set.of("origin", "first"))) {
            logs.add(new Log(log.text("origin"), log.number("first")));
        }
        List<String> closed = new ArrayList<>();
        for (Members log : members.listOf("closed", Set.of("checkpoint"))) {
            closed.add(log.text("checkpoint"));
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
                files);
    }

    boolean isOfAnIncident() {
        return !incident.isEmpty();
    }
}
