package org.candor.audit.witness;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.candor.audit.trail.RemovedLogs;
import org.candor.audit.trail.YearLogs;
import org.candor.audit.trail.decision.YearLog;
import org.candor.audit.tree.Checkpoints;
import org.candor.audit.tree.Cosignatures;
import org.candor.audit.tree.LogOfLogs;
import org.candor.audit.tree.SignedCheckpoint;
import org.candor.audit.tree.TreeStore;
import org.candor.audit.tree.decision.Hash;
import org.candor.audit.tree.decision.Proofs;

/** The newest checkpoint of each log that a witness has not signed. */
@ApplicationScoped
class Unwitnessed {

    /** A state that it has not signed, the size of the last one that it has, and what proves the growth from a size. */
    record Unsigned(SignedCheckpoint newest, long old, LongFunction<Uni<List<Hash>>> pathFrom) {}

    private final YearLogs logs;
    private final LogOfLogs logOfLogs;
    private final Checkpoints checkpoints;
    private final Cosignatures cosignatures;
    private final TreeStore tree;
    private final RemovedLogs removedLogs;

    Unwitnessed(
            YearLogs logs,
            LogOfLogs logOfLogs,
            Checkpoints checkpoints,
            Cosignatures cosignatures,
            TreeStore tree,
            RemovedLogs removedLogs) {
        this.logs = logs;
        this.logOfLogs = logOfLogs;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.tree = tree;
        this.removedLogs = removedLogs;
    }

    /**
     * Those of all logs that are there and of the log of logs; wants an open session.
     *
     * @param also those that the witness has signed already
     */
    Uni<List<Unsigned>> of(String witness, boolean also) {
        return removedLogs
                .gone()
                .chain(gone -> logs.all()
                        .map(all -> all.stream()
                                .filter(log -> !gone.contains(log.origin()))
                                .toList()))
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(log -> checkpoints
                                .latest(log.origin())
                                .chain(found ->
                                        unsigned(witness, also, found, newest -> old -> path(log, old, newest))))
                        .collect()
                        .asList())
                .chain(years -> logOfLogs
                        .checkpoint()
                        .chain(found ->
                                unsigned(witness, also, found, newest -> old -> logOfLogs.path(old, newest.size())))
                        .map(last -> Stream.concat(years.stream(), Stream.of(last))
                                .flatMap(Optional::stream)
                                .toList()));
    }

    private Uni<Optional<Unsigned>> unsigned(
            String witness,
            boolean also,
            Optional<SignedCheckpoint> found,
            Function<SignedCheckpoint, LongFunction<Uni<List<Hash>>>> proof) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        SignedCheckpoint newest = found.get();
        return cosignatures
                .newest(newest.checkpoint().origin(), witness)
                .map(signed -> signed.orElse(0L))
                .map(old -> newest.size() > old || (also && newest.size() > 0)
                        ? Optional.of(new Unsigned(newest, old, proof.apply(newest)))
                        : Optional.empty());
    }

    private Uni<List<Hash>> path(YearLog log, long old, SignedCheckpoint newest) {
        return tree.hashes(log, Proofs.consistency(old, newest.size()), newest.size());
    }
}
