package org.candor.audit.tree;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.candor.audit.AuditProblem;
import org.candor.audit.trail.Entries;
import org.candor.audit.tree.decision.Proofs;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;

/** Proves what stands in the trail, always against a checkpoint that was signed; O(log size) reads. */
@ApplicationScoped
class Proving {

    private final Entries entries;
    private final Checkpoints checkpoints;
    private final TreeStore tree;

    Proving(Entries entries, Checkpoints checkpoints, TreeStore tree) {
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.tree = tree;
    }

    /** The entry's place in the checkpoint of that size, or in the newest. */
    Uni<InclusionProof> inclusion(long index, Optional<Long> size) {
        return Transactions.run(() -> entries.require(index, "prove-trail-entry")
                .chain(stored -> size.map(this::signed)
                        .orElseGet(this::newest)
                        .chain(checkpoint -> inclusion(stored, checkpoint))));
    }

    Uni<ConsistencyProof> consistency(long from, long to) {
        if (from > to) {
            throw new Problem(AuditProblem.SIZES_IN_WRONG_ORDER).field("from", "must not be greater than to");
        }
        return Transactions.read(() -> signed(to)
                .chain(later -> signed(from)
                        .chain(earlier -> tree.hashes(Proofs.consistency(from, to), to)
                                .map(path -> ConsistencyProof.of(earlier, later, path)))));
    }

    /** The newest checkpoint, or {@code NOT_FOUND} before the first. */
    Uni<SignedCheckpoint> checkpoint() {
        return Transactions.read(this::newest);
    }

    private Uni<InclusionProof> inclusion(Entries.Stored stored, SignedCheckpoint checkpoint) {
        if (stored.index() >= checkpoint.size()) {
            throw new Problem(AuditProblem.NOT_YET_INTEGRATED);
        }
        return tree.hashes(Proofs.inclusion(stored.index(), checkpoint.size()), checkpoint.size())
                .map(path -> InclusionProof.of(stored.index(), stored.bytes(), path, checkpoint));
    }

    private Uni<SignedCheckpoint> newest() {
        return checkpoints.latest().map(found -> found.orElseThrow(Problem::notFound));
    }

    private Uni<SignedCheckpoint> signed(long size) {
        return newest().chain(latest -> checkpoints
                .ofSize(size)
                .map(found -> found.orElseThrow(() -> new Problem(
                                size > latest.size()
                                        ? AuditProblem.SIZE_BEYOND_CHECKPOINT
                                        : AuditProblem.NO_CHECKPOINT_OF_SIZE)
                        .field("size", "the newest checkpoint has " + latest.size()))));
    }
}
