package org.candor.audit.pack;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.candor.audit.pack.PackManifest.EntryLine;
import org.candor.audit.pack.PackManifest.LeftOutLine;
import org.candor.audit.pack.PackPlan.Range;
import org.candor.audit.trail.EntrySlices;
import org.candor.audit.trail.EntrySlices.LeafHash;
import org.candor.audit.trail.EntrySlices.Places;
import org.candor.audit.trail.EntrySlices.Seen;
import org.candor.audit.tree.ProofBook;
import org.candor.kit.data.Transactions;

/** Writes the entries of a pack with their proofs, a slice at a time: those that its reader sees, and the hashes of the others. */
@ApplicationScoped
class PackEntries {

    private static final int SLICE = 500;

    /** Entries, the path of each, and the checkpoints that first covered them. */
    private record Slice(List<Seen> seen, List<List<byte[]>> paths, List<Long> covering) {}

    private final EntrySlices slices;
    private final ProofBook proofs;

    PackEntries(EntrySlices slices, ProofBook proofs) {
        this.slices = slices;
        this.proofs = proofs;
    }

    /** Pieces of {@code entries.jsonl}. */
    Multi<byte[]> seen(PackRun run, Range range) {
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
                .chain(slice -> run.write(() -> lines(run, range, slice)));
    }

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
                    run.pathsOfSeen.shortened(
                            range.log().origin(), slice.paths().get(i)))));
            run.seen(one.place(), one.bytes());
        }
    }

    /** Pieces of {@code left-out.jsonl}, for what was hidden the first time: what is visible may change while a pack is written. */
    Multi<byte[]> leftOut(PackRun run, Range range) {
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
                                .map(paths -> leftOutLines(run, range, hidden, paths))))
                .chain(lines -> run.write(() -> {
                    for (LeftOutLine line : lines) {
                        run.zip.write(PackRun.line(line));
                    }
                }));
    }

    private static List<Long> numbers(Range range, List<LeafHash> hidden) {
        return hidden.stream().map(one -> one.place() - range.log().first()).toList();
    }

    private static List<LeftOutLine> leftOutLines(
            PackRun run, Range range, List<LeafHash> hidden, List<List<byte[]>> paths) {
        List<LeftOutLine> lines = new ArrayList<>();
        for (int i = 0; i < hidden.size(); i++) {
            LeafHash one = hidden.get(i);
            lines.add(new LeftOutLine(
                    one.place(),
                    range.log().origin(),
                    one.place() - range.log().first(),
                    one.hash(),
                    run.pathsOfLeftOut.shortened(range.log().origin(), paths.get(i))));
        }
        return lines;
    }
}
