package org.candor.audit.witness;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.candor.audit.TrailSettings;
import org.candor.audit.trail.YearLogs;
import org.candor.audit.trail.decision.YearLog;
import org.candor.audit.tree.Checkpoints;
import org.candor.audit.tree.Cosignatures;
import org.candor.audit.tree.LogOfLogs;
import org.candor.audit.tree.SignedCheckpoint;
import org.candor.audit.tree.TreeStore;
import org.candor.audit.tree.decision.Hash;
import org.candor.audit.tree.decision.Proofs;
import org.candor.audit.witness.decision.WitnessAnswer.Away;
import org.candor.audit.witness.decision.WitnessAnswer.LastSaw;
import org.candor.audit.witness.decision.WitnessAnswer.Refused;
import org.candor.audit.witness.decision.WitnessAnswer.Signed;
import org.candor.audit.witness.decision.WitnessKey;
import org.candor.kit.data.Transactions;
import org.candor.kit.inbox.Faults;
import org.jboss.logging.Logger;

/**
 * Shows each log's newest checkpoint to the witness, with the proof that the log has only grown since the one before, and keeps
 * the signature that comes back. A witness that was shown a longer or another log refuses, and the auditor is told.
 */
@ApplicationScoped
public class Witnessing {

    private static final Logger LOG = Logger.getLogger(Witnessing.class);

    /** A state that the witness has not signed, the size of the last one that it has, and what proves the growth. */
    private record Unsigned(SignedCheckpoint newest, long old, LongFunction<Uni<List<Hash>>> pathFrom) {}

    private final YearLogs logs;
    private final LogOfLogs logOfLogs;
    private final Checkpoints checkpoints;
    private final Cosignatures cosignatures;
    private final TreeStore tree;
    private final WitnessClient client;
    private final WitnessState state;
    private final Optional<URI> url;
    private final Optional<WitnessKey> key;

    Witnessing(
            YearLogs logs,
            LogOfLogs logOfLogs,
            Checkpoints checkpoints,
            Cosignatures cosignatures,
            TreeStore tree,
            WitnessClient client,
            WitnessState state,
            TrailSettings settings) {
        this.logs = logs;
        this.logOfLogs = logOfLogs;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.tree = tree;
        this.client = client;
        this.state = state;
        this.url = settings.witness().url();
        this.key = settings.witness().keyFile().map(Witnessing::read);
        if (url.isPresent() != key.isPresent()) {
            throw new IllegalStateException("CANDOR_WITNESS_URL and CANDOR_WITNESS_KEY_FILE go together");
        }
    }

    /** The witness's key in its one line; empty where the installation has no witness. */
    public Optional<String> key() {
        return key.map(WitnessKey::text);
    }

    /** Whether a line of the witness stands under that note. */
    public boolean hasSigned(String note) {
        return key.filter(witness -> note.contains("\n\u2014 " + witness.name() + " "))
                .isPresent();
    }

    @Scheduled(
            every = "${candor.trail.witness.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> poll() {
        return ask().onFailure()
                .invoke(failure -> LOG.warnf("the witness could not be asked: %s", Faults.name(failure)))
                .onFailure()
                .recoverWithNull();
    }

    /** Shows what is new to the witness; done when it has answered, or at once where there is none. */
    public Uni<Void> ask() {
        return key.isEmpty()
                ? Uni.createFrom().voidItem()
                : Transactions.read(this::unsigned)
                        .chain(all -> Multi.createFrom()
                                .iterable(all)
                                .onItem()
                                .transformToUniAndConcatenate(one -> show(one, one.old(), true))
                                .collect()
                                .asList())
                        .chain(outcomes -> state.after(outcomes));
    }

    private Uni<List<Unsigned>> unsigned() {
        return logs.all()
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(log -> checkpoints
                                .latest(log.origin())
                                .chain(found -> unsigned(found, newest -> old -> path(log, old, newest))))
                        .collect()
                        .asList())
                .chain(years -> logOfLogs
                        .checkpoint()
                        .chain(found -> unsigned(found, newest -> old -> logOfLogs.path(old, newest.size())))
                        .map(last -> Stream.concat(years.stream(), Stream.of(last))
                                .flatMap(Optional::stream)
                                .toList()));
    }

    private Uni<Optional<Unsigned>> unsigned(
            Optional<SignedCheckpoint> found, Function<SignedCheckpoint, LongFunction<Uni<List<Hash>>>> proof) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        SignedCheckpoint newest = found.get();
        return cosignatures
                .newest(newest.checkpoint().origin(), key.orElseThrow().name())
                .map(signed -> signed.orElse(0L))
                .map(old -> newest.size() > old
                        ? Optional.of(new Unsigned(newest, old, proof.apply(newest)))
                        : Optional.empty());
    }

    private Uni<List<Hash>> path(YearLog log, long old, SignedCheckpoint newest) {
        return tree.hashes(log, Proofs.consistency(old, newest.size()), newest.size());
    }

    /** Once more when the witness remembers another state than we do: its last answer may have been lost. */
    private Uni<WitnessState.Outcome> show(Unsigned one, long old, boolean again) {
        SignedCheckpoint newest = one.newest();
        return Transactions.read(() -> one.pathFrom().apply(old))
                .chain((List<Hash> path) -> client.add(url.orElseThrow(), old, path, newest.note()))
                .chain(answer -> switch (answer) {
                    case LastSaw saw
                    when again && saw.size() != old && saw.size() <= newest.size() -> show(one, saw.size(), false);
                    case LastSaw saw -> outcome(one, "it last saw " + saw.size() + " entries", true);
                    case Refused refused -> outcome(one, "it answered " + refused.status(), true);
                    case Away away -> outcome(one, away.why(), false);
                    case Signed signed -> keep(one, signed.line());
                });
    }

    private Uni<WitnessState.Outcome> keep(Unsigned one, String line) {
        SignedCheckpoint newest = one.newest();
        Optional<Instant> at = key.orElseThrow().signedAt(newest.checkpoint().text(), line);
        return at.isEmpty()
                ? outcome(one, "its signature is not by the key that we have", true)
                : Transactions.run(
                                () -> cosignatures.put(newest, key.orElseThrow().name(), line, at.get()))
                        .replaceWith(WitnessState.Outcome.SIGNED);
    }

    private static Uni<WitnessState.Outcome> outcome(Unsigned one, String why, boolean refused) {
        return Uni.createFrom()
                .item(new WitnessState.Outcome(
                        one.newest().checkpoint().origin(), one.newest().signedAt(), why, refused));
    }

    private static WitnessKey read(Path file) {
        try {
            return WitnessKey.read(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("CANDOR_WITNESS_KEY_FILE does not name a witness's public key: "
                    + e.getClass().getSimpleName());
        }
    }
}
