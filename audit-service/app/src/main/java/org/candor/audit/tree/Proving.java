package org.candor.audit.tree;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.candor.audit.AuditProblem;
import org.candor.audit.trail.Entries;
import org.candor.audit.trail.RemovedLogs;
import org.candor.audit.trail.YearLogs;
import org.candor.audit.trail.decision.YearLog;
import org.candor.audit.tree.decision.Hash;
import org.candor.audit.tree.decision.Proofs;
import org.candor.audit.tree.decision.TileId;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;

/** Proves what stands in a log of the trail, always against a checkpoint that was signed; O(log size) reads. */
@ApplicationScoped
class Proving {

    private final Entries entries;
    private final YearLogs logs;
    private final Checkpoints checkpoints;
    private final Cosignatures cosignatures;
    private final TreeStore tree;
    private final RemovedLogs removedLogs;
    private final SigningGate gate;

    Proving(
            Entries entries,
            YearLogs logs,
            Checkpoints checkpoints,
            Cosignatures cosignatures,
            TreeStore tree,
            RemovedLogs removedLogs,
            SigningGate gate) {
        this.entries = entries;
        this.logs = logs;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.tree = tree;
        this.removedLogs = removedLogs;
        this.gate = gate;
    }

    /** The entry's place in the checkpoint of that size of its log, or in the newest. */
    Uni<InclusionProof> inclusion(long index, Optional<Long> size) {
        return Transactions.run(() -> entries.require(index, "prove-trail-entry")
                .chain(stored -> logOf(index)
                        .chain(log -> size.map(wanted -> signed(log, wanted))
                                .orElseGet(() -> newest(log))
                                .chain(checkpoint -> inclusion(log, stored, checkpoint)))));
    }

    /** The entry's place in the first checkpoint that covered it; the answer never changes. */
    Uni<InclusionProof> receipt(long index) {
        return Transactions.run(() -> entries.require(index, "prove-trail-entry")
                .chain(stored -> logOf(index)
                        .chain(log -> checkpoints
                                .covering(log.origin(), index - log.first())
                                .map(found -> found.orElseThrow(this::notYet))
                                .chain(checkpoint -> inclusion(log, stored, checkpoint)))));
    }

    Uni<ConsistencyProof> consistency(Optional<Integer> year, long from, long to) {
        if (from > to) {
            throw new Problem(AuditProblem.SIZES_IN_WRONG_ORDER).field("from", "must not be greater than to");
        }
        return Transactions.read(() -> log(year)
                .call(this::requireThere)
                .chain(log -> signed(log, to)
                        .chain(later -> signed(log, from)
                                .chain(earlier -> tree.hashes(log, Proofs.consistency(from, to), to)
                                        .map(path -> ConsistencyProof.of(earlier, later, path))))));
    }

    /** The newest checkpoint of that year's log, or of the newest log, with its cosignatures. */
    Uni<String> checkpoint(Optional<Integer> year) {
        return Transactions.read(() -> log(year).chain(this::newest).chain(cosignatures::noteOf));
    }

    /** The tile with as many hashes as a tree of {@code size} has of it; the size must be signed. */
    Uni<byte[]> tile(int year, TileId id, int width) {
        return Transactions.read(() -> log(Optional.of(year))
                .call(this::requireThere)
                .chain(log -> newest(log).chain(latest -> {
                    if (width < 1 || width > id.width(latest.size())) {
                        throw Problem.notFound();
                    }
                    return tree.tiles(log, List.of(id), latest.size()).map(tiles -> part(tiles.get(id), width));
                })));
    }

    private static byte[] part(List<Hash> tile, int width) {
        if (tile.size() < width) {
            throw Problem.notFound();
        }
        return TreeStore.joined(tile.subList(0, width));
    }

    private Uni<InclusionProof> inclusion(YearLog log, Entries.Stored stored, SignedCheckpoint checkpoint) {
        long number = stored.index() - log.first();
        if (number >= checkpoint.size()) {
            throw notYet();
        }
        return tree.hashes(log, Proofs.inclusion(number, checkpoint.size()), checkpoint.size())
                .chain(path -> cosignatures
                        .noteOf(checkpoint)
                        .map(note -> InclusionProof.of(number, stored.bytes(), path, checkpoint.keyId(), note)));
    }

    private Problem notYet() {
        return new Problem(gate.stopped().isPresent() ? AuditProblem.SIGNING_STOPPED : AuditProblem.NOT_YET_INTEGRATED);
    }

    private Uni<YearLog> logOf(long index) {
        return logs.all().map(all -> YearLog.of(all, index).orElseThrow(Problem::notFound));
    }

    private Uni<Void> requireThere(YearLog log) {
        return removedLogs
                .gone()
                .invoke(gone -> {
                    if (gone.contains(log.origin())) {
                        throw new Problem(AuditProblem.LOG_REMOVED);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<YearLog> log(Optional<Integer> year) {
        return logs.all()
                .map(all -> all.stream()
                        .filter(log -> year.isEmpty() || year.get() == log.year())
                        .reduce((earlier, later) -> later)
                        .orElseThrow(Problem::notFound));
    }

    private Uni<SignedCheckpoint> newest(YearLog log) {
        return checkpoints.latest(log.origin()).map(found -> found.orElseThrow(Problem::notFound));
    }

    private Uni<SignedCheckpoint> signed(YearLog log, long size) {
        return newest(log)
                .chain(latest -> checkpoints
                        .ofSize(log.origin(), size)
                        .map(found -> found.orElseThrow(() -> new Problem(
                                        size > latest.size()
                                                ? AuditProblem.SIZE_BEYOND_CHECKPOINT
                                                : AuditProblem.NO_CHECKPOINT_OF_SIZE)
                                .field("size", "the newest checkpoint has " + latest.size()))));
    }
}
