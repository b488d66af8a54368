package org.candor.audit.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.candor.audit.TrailSettings;
import org.candor.audit.pack.PackManifest.CheckpointLine;
import org.candor.audit.pack.PackManifest.TimestampLine;
import org.candor.audit.pack.PackPlan.Range;
import org.candor.audit.pack.RetainedDocuments.Retained;
import org.candor.audit.timestamp.Timestamps;
import org.candor.audit.timestamp.Timestamps.Stamped;
import org.candor.audit.tree.ProofBook;
import org.candor.audit.tree.ProofBook.Linked;
import org.candor.audit.tree.TrailKey;
import org.candor.audit.witness.Witnessing;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;

/**
 * Writes a pack piece by piece: a slice of the trail is read when the one before has been taken, so memory stays flat whatever
 * the pack holds. One that breaks off has no seal and verifies nowhere.
 */
@ApplicationScoped
class PackStream {

    private static final int CHECKPOINTS = 100;

    private final PackEntries entries;
    private final ProofBook proofs;
    private final Timestamps timestamps;
    private final RetainedDocuments documents;
    private final Witnessing witnessing;
    private final TrailKey key;
    private final Workers workers;
    private final String trail;

    PackStream(
            PackEntries entries,
            ProofBook proofs,
            Timestamps timestamps,
            RetainedDocuments documents,
            Witnessing witnessing,
            TrailKey key,
            Workers workers,
            TrailSettings settings) {
        this.entries = entries;
        this.proofs = proofs;
        this.timestamps = timestamps;
        this.documents = documents;
        this.witnessing = witnessing;
        this.key = key;
        this.workers = workers;
        this.trail = settings.name();
    }

    Multi<byte[]> of(PackPlan plan) {
        PackRun run = new PackRun(plan, workers);
        List<Multi<byte[]>> parts = new ArrayList<>();
        parts.add(run.step(() -> run.zip.begin("entries.jsonl")));
        plan.logs().forEach(range -> parts.add(entries.seen(run, range)));
        parts.add(run.step(run.zip::end));
        parts.add(run.step(() -> run.zip.begin("left-out.jsonl")));
        plan.logs().forEach(range -> parts.add(entries.leftOut(run, range)));
        parts.add(run.step(run.zip::end));
        parts.add(run.step(() -> run.zip.begin("timestamps.jsonl")));
        plan.logs().forEach(range -> parts.add(timestamps(run, range)));
        parts.add(timestampsOfLogOfLogs(run));
        parts.add(run.step(run.zip::end));
        parts.add(run.step(() -> run.zip.begin("checkpoints.jsonl")));
        plan.logs().forEach(range -> parts.add(checkpoints(run, range)));
        parts.add(run.step(run.zip::end));
        parts.add(Multi.createFrom().deferred(() -> documents(run)));
        parts.add(run.step(() -> timelines(run)));
        parts.add(run.step(() -> finish(run)));
        return Multi.createBy().concatenating().streams(parts).filter(piece -> piece.length > 0);
    }

    /** Those of the states that cover an entry of the pack; such a state is then among the checkpoints too. */
    private Multi<byte[]> timestamps(PackRun run, Range range) {
        String origin = range.log().origin();
        return timestamps(
                run, origin, range.begin() - range.log().first(), range.size(), sizes -> run.covers(origin, sizes));
    }

    /** The one of its state that stands in the manifest. */
    private Multi<byte[]> timestampsOfLogOfLogs(PackRun run) {
        String[] note = run.plan.logOfLogs().split("\n");
        if (note.length < 2) {
            return Multi.createFrom().empty();
        }
        long size = Long.parseLong(note[1]);
        return timestamps(run, note[0], size - 1, size, sizes -> {});
    }

    private Multi<byte[]> timestamps(PackRun run, String origin, long from, long to, Consumer<List<Long>> withSizes) {
        return Multi.createFrom()
                .deferred(() -> Transactions.read(() -> timestamps.of(origin, from, to))
                        .invoke(all ->
                                withSizes.accept(all.stream().map(Stamped::size).toList()))
                        .chain(all -> run.write(() -> {
                            for (Stamped one : all) {
                                run.zip.write(PackRun.line(new TimestampLine(origin, one.size(), one.token())));
                            }
                        }))
                        .toMulti());
    }

    /** Those that first covered an entry of the pack, and the newest, on which all proofs lean. */
    private Multi<byte[]> checkpoints(PackRun run, Range range) {
        return Multi.createFrom().deferred(() -> {
            run.covers(range.log().origin(), List.of(range.size()));
            List<Long> sizes = List.copyOf(run.covering.get(range.log().origin()));
            return Multi.createFrom()
                    .range(0, (sizes.size() + CHECKPOINTS - 1) / CHECKPOINTS)
                    .onItem()
                    .transformToUniAndConcatenate(part -> {
                        int from = part * CHECKPOINTS;
                        List<Long> some = sizes.subList(from, Math.min(sizes.size(), from + CHECKPOINTS));
                        Optional<Long> before = from == 0 ? Optional.empty() : Optional.of(sizes.get(from - 1));
                        return Transactions.read(() -> proofs.linked(range.log(), before, some))
                                .chain(linked -> run.write(() -> lines(run, range, linked)));
                    });
        });
    }

    private void lines(PackRun run, Range range, List<Linked> linked) throws IOException {
        for (Linked one : linked) {
            run.witnessed &= one.size() < range.size() || witnessing.hasSigned(one.note());
            run.zip.write(PackRun.line(new CheckpointLine(range.log().origin(), one.size(), one.note(), one.path())));
        }
    }

    private Multi<byte[]> documents(PackRun run) {
        AtomicLong number = new AtomicLong();
        return Multi.createFrom()
                .iterable(run.documents.stream().distinct().toList())
                .onItem()
                .transformToMultiAndConcatenate((UUID id) -> documents
                        .open(id, run.plan.reader())
                        .toMulti()
                        .onItem()
                        .transformToMultiAndConcatenate(
                                found -> found.map(one -> document(run, number.incrementAndGet(), one))
                                        .orElseGet(() -> Multi.createFrom().empty())));
    }

    private Multi<byte[]> document(PackRun run, long number, Retained document) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        run.step(() -> run.zip.begin("documents/%04d-%s".formatted(number, document.name()))),
                        document.content()
                                .onItem()
                                .transformToUniAndConcatenate(piece -> run.write(() -> run.zip.write(piece))),
                        run.step(run.zip::end));
    }

    private void timelines(PackRun run) throws IOException {
        for (Locale language : List.of(Locale.US, Locale.forLanguageTag("es-US"))) {
            TimelinePage page = new TimelinePage(run, trail, language);
            String name = "timeline." + language.getLanguage();
            run.zip.file(name + ".html", page.html().getBytes(UTF_8));
            run.zip.file(name + ".pdf", page.pdf());
        }
    }

    private void finish(PackRun run) throws IOException {
        int number = 1;
        for (String pem : run.plan.keys()) {
            run.zip.file("keys/trail-" + number++ + ".pem", pem.getBytes(UTF_8));
        }
        // A key in the pack says that its owner has signed.
        Optional<String> witness = witnessing.key().filter(key -> run.witnessed);
        if (witness.isPresent()) {
            run.zip.file("keys/witness.txt", (witness.get() + "\n").getBytes(UTF_8));
        }
        run.zip.file("README.txt", ReadMe.TEXT.getBytes(UTF_8));
        run.zip.file("manifest.json", run.manifest(trail));
        run.zip.seal(text -> key.note(trail + "/pack", text));
    }
}
