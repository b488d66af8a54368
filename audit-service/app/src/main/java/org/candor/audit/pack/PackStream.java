package org.candor.audit.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.candor.audit.TrailSettings;
import org.candor.audit.pack.PackManifest.CheckpointLine;
import org.candor.audit.pack.PackManifest.EntryLine;
import org.candor.audit.pack.PackManifest.LeftOutLine;
import org.candor.audit.pack.PackPlan.Range;
import org.candor.audit.pack.RetainedDocuments.Retained;
import org.candor.audit.trail.EntrySlices;
import org.candor.audit.trail.EntrySlices.LeafHash;
import org.candor.audit.trail.EntrySlices.Places;
import org.candor.audit.trail.EntrySlices.Seen;
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

    private static final int SLICE = 500;
    private static final int CHECKPOINTS = 100;

    private final EntrySlices slices;
    private final ProofBook proofs;
    private final RetainedDocuments documents;
    private final Witnessing witnessing;
    private final TrailKey key;
    private final Workers workers;
    private final String trail;

    PackStream(
            EntrySlices slices,
            ProofBook proofs,
            RetainedDocuments documents,
            Witnessing witnessing,
            TrailKey key,
            Workers workers,
            TrailSettings settings) {
        this.slices = slices;
        this.proofs = proofs;
        this.documents = documents;
        this.witnessing = witnessing;
        this.key = key;
        this.workers = workers;
        this.trail = settings.name();
    }

    Multi<byte[]> of(PackPlan plan) {
        PackRun run = new PackRun(plan);
        List<Multi<byte[]>> parts = new ArrayList<>();
        parts.add(step(() -> run.zip.begin("entries.jsonl"), run));
        plan.logs().forEach(range -> parts.add(entries(run, range)));
        parts.add(step(run.zip::end, run));
        parts.add(step(() -> run.zip.begin("left-out.jsonl"), run));
        plan.logs().forEach(range -> parts.add(leftOut(run, range)));
        parts.add(step(run.zip::end, run));
        parts.add(step(() -> run.zip.begin("checkpoints.jsonl"), run));
        plan.logs().forEach(range -> parts.add(checkpoints(run, range)));
        parts.add(step(run.zip::end, run));
        parts.add(Multi.createFrom().deferred(() -> documents(run)));
        parts.add(step(() -> timelines(run), run));
        parts.add(step(() -> finish(run), run));
        return Multi.createBy().concatenating().streams(parts).filter(piece -> piece.length > 0);
    }

    /** Work on a worker that writes to the file. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private Multi<byte[]> step(Writing writing, PackRun run) {
        return Multi.createFrom().deferred(() -> write(writing, run).toMulti());
    }

    private Uni<byte[]> write(Writing writing, PackRun run) {
        return workers.run(() -> {
            writing.run();
            return run.zip.taken();
        });
    }

    private Multi<byte[]> entries(PackRun run, Range range) {
        AtomicLong next = new AtomicLong(range.begin());
        return Multi.createBy()
                .repeating()
                .uni(() -> next, at -> slice(run, range, at))
                .whilst(piece -> next.get() < range.end());
    }

    private Uni<byte[]> slice(PackRun run, Range range, AtomicLong next) {
        return Transactions.read(() -> slices.slice(
                                run.plan.reader(),
                                run.plan.scope().incidentId(),
                                new Places(next.get(), range.end()),
                                SLICE)
                        .chain(seen -> prove(run, range, seen)))
                .invoke(slice -> next.set(
                        slice.seen().size() < SLICE
                                ? range.end()
                                : slice.seen().getLast().place() + 1))
                .chain(slice -> write(() -> lines(run, range, slice), run));
    }

    private record Slice(List<Seen> seen, List<List<byte[]>> paths, List<Long> covering) {}

    private Uni<Slice> prove(PackRun run, Range range, List<Seen> seen) {
        List<Long> numbers =
                seen.stream().map(one -> one.place() - range.log().first()).toList();
        return proofs.paths(range.log(), numbers, range.size())
                .chain(paths -> proofs.covering(range.log(), numbers, range.size())
                        .map(covering -> new Slice(seen, paths, covering)));
    }

    private static void lines(PackRun run, Range range, Slice slice) throws IOException {
        run.covers(range.log().origin(), slice.covering());
        for (int i = 0; i < slice.seen().size(); i++) {
            Seen one = slice.seen().get(i);
            if (!one.visible()) {
                run.leftOut.set(run.bit(one.place()));
                continue;
            }
            long number = one.place() - range.log().first();
            run.zip.write(PackRun.line(new EntryLine(
                    one.place(),
                    range.log().origin(),
                    number,
                    one.bytes(),
                    slice.paths().get(i))));
            run.seen(one.place(), one.bytes());
        }
    }

    /** Again over the places, as they were seen the first time: what is visible may change while a pack is written. */
    private Multi<byte[]> leftOut(PackRun run, Range range) {
        AtomicLong next = new AtomicLong(range.begin());
        return Multi.createBy()
                .repeating()
                .uni(() -> next, at -> leftOutSlice(run, range, at))
                .whilst(piece -> next.get() < range.end());
    }

    private Uni<byte[]> leftOutSlice(PackRun run, Range range, AtomicLong next) {
        int bit = run.leftOut.nextSetBit(run.bit(next.get()));
        long first = bit < 0 ? range.end() : run.plan.logs().getFirst().begin() + bit;
        if (first >= range.end()) {
            next.set(range.end());
            return Uni.createFrom().item(new byte[0]);
        }
        long end = Math.min(range.end(), first + SLICE);
        next.set(end);
        return Transactions.read(() -> slices.hashes(new Places(first, end))
                        .map(all -> all.stream()
                                .filter(one -> run.leftOut.get(run.bit(one.place())))
                                .toList())
                        .chain(hidden -> proofs.paths(range.log(), numbers(range, hidden), range.size())
                                .map(paths -> leftOutLines(range, hidden, paths))))
                .chain(lines -> write(
                        () -> {
                            for (LeftOutLine line : lines) {
                                run.zip.write(PackRun.line(line));
                            }
                        },
                        run));
    }

    private static List<Long> numbers(Range range, List<LeafHash> hidden) {
        return hidden.stream().map(one -> one.place() - range.log().first()).toList();
    }

    private static List<LeftOutLine> leftOutLines(Range range, List<LeafHash> hidden, List<List<byte[]>> paths) {
        List<LeftOutLine> lines = new ArrayList<>();
        for (int i = 0; i < hidden.size(); i++) {
            LeafHash one = hidden.get(i);
            lines.add(new LeftOutLine(
                    one.place(), range.log().origin(), one.place() - range.log().first(), one.hash(), paths.get(i)));
        }
        return lines;
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
                                .chain(linked -> write(() -> lines(run, range, linked), run));
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
                        step(() -> run.zip.begin("documents/%04d-%s".formatted(number, document.name())), run),
                        document.content()
                                .onItem()
                                .transformToUniAndConcatenate(piece -> write(() -> run.zip.write(piece), run)),
                        step(run.zip::end, run));
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
