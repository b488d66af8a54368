package org.candor.audit.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.candor.audit.pack.decision.Timeline;
import org.candor.audit.trail.decision.Entry;
import org.candor.kit.data.Workers;

/** A pack that is being written: the file, and what must be known at its end. Small, whatever the pack holds. */
final class PackRun {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOCUMENT_KEPT = "org.candor.audit.document-kept.v1";
    private static final String ACCESS = "org.candor.audit.access-recorded.v1";

    final PackPlan plan;
    final SealedZip zip = new SealedZip();
    final Timeline timeline = new Timeline();
    final BitSet leftOut = new BitSet();
    final List<UUID> documents = new ArrayList<>();
    final ShortPaths pathsOfSeen = new ShortPaths();
    final ShortPaths pathsOfLeftOut = new ShortPaths();
    /** For each log the checkpoints that first covered an entry of the pack. */
    final TreeMap<String, NavigableSet<Long>> covering = new TreeMap<>();

    long entries;
    /** Whether the witness has signed each log's newest checkpoint. */
    boolean witnessed = true;

    private final Workers workers;

    PackRun(PackPlan plan, Workers workers) {
        this.plan = plan;
        this.workers = workers;
    }

    /** Something that writes to the file. */
    @FunctionalInterface
    interface Writing {
        void run() throws IOException;
    }

    /** Writes on a worker, and answers what of the file is ready to leave. */
    Uni<byte[]> write(Writing writing) {
        return workers.run(() -> {
            writing.run();
            return zip.taken();
        });
    }

    /** The same as a part of the stream, when it is its turn. */
    Multi<byte[]> step(Writing writing) {
        return Multi.createFrom().deferred(() -> write(writing).toMulti());
    }

    static byte[] line(Object line) throws IOException {
        byte[] json = JSON.writeValueAsBytes(line);
        byte[] whole = Arrays.copyOf(json, json.length + 1);
        whole[json.length] = '\n';
        return whole;
    }

    /** Remembers what the timeline and the documents need of an entry that the reader sees. */
    void seen(long place, byte[] bytes) throws IOException {
        entries++;
        Entry entry = Entry.read(bytes);
        JsonNode data = JSON.createObjectNode();
        if (entry.type().equals(ACCESS) || entry.type().equals(DOCUMENT_KEPT)) {
            data = JSON.readTree(entry.data());
        }
        if (entry.type().equals(ACCESS)) {
            timeline.access(entry.actor(), data.path("action").asText());
            return;
        }
        if (entry.type().equals(DOCUMENT_KEPT)) {
            documents.add(UUID.fromString(data.path("documentId").asText()));
        }
        timeline.fact(place, entry.time(), entry.type(), entry.actor(), entry.drill());
    }

    void covers(String log, List<Long> sizes) {
        covering.computeIfAbsent(log, origin -> new TreeSet<>()).addAll(sizes);
    }

    /** The place within the bit set: relative to the first place of the pack. */
    int bit(long place) {
        return Math.toIntExact(place - plan.logs().getFirst().begin());
    }

    byte[] manifest(String trail) throws IOException {
        List<PackManifest.Log> logs = plan.logs().stream()
                .map(range ->
                        new PackManifest.Log(range.log().origin(), range.log().first()))
                .toList();
        return JSON.writeValueAsBytes(new PackManifest(
                SealedZip.FORMAT,
                trail,
                plan.made().toString(),
                plan.scope().incident(),
                plan.scope().fromText(),
                plan.scope().toText(),
                entries,
                leftOut.cardinality(),
                logs,
                plan.closed().stream()
                        .map(closed -> new PackManifest.Closed(closed.note()))
                        .toList(),
                plan.logOfLogs(),
                plan.removed().stream()
                        .map(removed -> new PackManifest.Removed(removed.note()))
                        .toList(),
                zip.files()));
    }
}
