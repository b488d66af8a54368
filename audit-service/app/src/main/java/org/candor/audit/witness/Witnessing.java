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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.candor.audit.TrailSettings;
import org.candor.audit.tree.Checkpoints;
import org.candor.audit.tree.Cosignatures;
import org.candor.audit.tree.SignedCheckpoint;
import org.candor.audit.tree.SigningGate;
import org.candor.audit.tree.SigningGate.Memory;
import org.candor.audit.tree.decision.Hash;
import org.candor.audit.witness.Unwitnessed.Unsigned;
import org.candor.audit.witness.WitnessState.Outcome;
import org.candor.audit.witness.decision.WitnessAnswer.Away;
import org.candor.audit.witness.decision.WitnessAnswer.LastSaw;
import org.candor.audit.witness.decision.WitnessAnswer.Refused;
import org.candor.audit.witness.decision.WitnessAnswer.Signed;
import org.candor.audit.witness.decision.WitnessKey;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
import org.jboss.logging.Logger;

/**
 * Shows each log's newest checkpoint to the witness, with the proof that the log has only grown since the one before, and keeps
 * the signature that comes back. A witness that was shown a longer or another log refuses, and the auditor is told.
 */
@ApplicationScoped
public class Witnessing {

    private static final Logger LOG = Logger.getLogger(Witnessing.class);

    /** C2SP tlog-witness: the proof does not show that the log has only grown. */
    private static final int DOES_NOT_GROW = 422;

    private final Unwitnessed unwitnessed;
    private final Checkpoints checkpoints;
    private final Cosignatures cosignatures;
    private final WitnessClient client;
    private final WitnessState state;
    private final SigningGate gate;
    private final Optional<URI> url;
    private final Optional<WitnessKey> key;
    private volatile boolean confirmed;

    Witnessing(
            Unwitnessed unwitnessed,
            Checkpoints checkpoints,
            Cosignatures cosignatures,
            WitnessClient client,
            WitnessState state,
            SigningGate gate,
            TrailSettings settings) {
        this.unwitnessed = unwitnessed;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.client = client;
        this.state = state;
        this.gate = gate;
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

    /** The largest size of that log that the witness has signed; empty before its first, and where there is none. */
    public Uni<Optional<Long>> signedUpTo(String origin) {
        return key.map(witness -> cosignatures.newest(origin, witness.name()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
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
        return Round.of(ask(), LOG, "the witness could not be asked");
    }

    /**
     * Shows what is new to the witness, and until it has once signed all of it also what it has signed before, because a
     * database that was put back does not know what the witness knows. Done when it has answered, or at once where there is none.
     */
    public Uni<Void> ask() {
        return key.isEmpty()
                ? Uni.createFrom().voidItem()
                : Transactions.read(() -> unwitnessed.of(
                                key.get().name(), !confirmed || gate.stopped().isPresent()))
                        .chain(all -> Multi.createFrom()
                                .iterable(all)
                                .onItem()
                                .transformToUniAndConcatenate(unlessAway())
                                .collect()
                                .asList())
                        .invoke(this::decide)
                        .chain(outcomes -> state.after(outcomes));
    }

    /** Who did not answer once is not waited for again in the same round. */
    private Function<Unsigned, Uni<? extends Outcome>> unlessAway() {
        AtomicBoolean isAway = new AtomicBoolean();
        return one -> Uni.createFrom()
                .deferred(() -> isAway.get()
                        ? away(one, "it did not answer before")
                        : show(one, one.old(), true).invoke(outcome -> isAway.set(outcome.away())));
    }

    private void decide(List<Outcome> outcomes) {
        confirmed = outcomes.stream().allMatch(Outcome::signed);
        gate.says(
                Memory.WITNESS,
                outcomes.stream()
                        .filter(Outcome::fork)
                        .findFirst()
                        .map(outcome -> "the witness remembers another " + outcome.origin() + ": " + outcome.why()));
    }

    /** Once more when the witness remembers another state than we do: its last answer may have been lost. */
    private Uni<Outcome> show(Unsigned one, long old, boolean again) {
        SignedCheckpoint newest = one.newest();
        return Transactions.read(() -> one.pathFrom().apply(old))
                .chain((List<Hash> path) -> client.add(url.orElseThrow(), old, path, newest.note()))
                .chain(answer -> switch (answer) {
                    case LastSaw saw
                    when again && saw.size() != old && saw.size() <= newest.size() -> show(one, saw.size(), false);
                    case LastSaw saw when saw.size() == old || saw.size() > newest.size() -> ahead(one, saw.size());
                    case LastSaw saw -> away(one, "another of ours has shown it more meanwhile");
                    case Refused refused ->
                        refused(one, "it answered " + refused.status(), refused.status() == DOES_NOT_GROW);
                    case Away away -> away(one, away.why());
                    case Signed signed -> keep(one, signed.line());
                });
    }

    /** Somebody else of ours may have shown it more meanwhile; only what none of us has signed is another history. */
    private Uni<Outcome> ahead(Unsigned one, long saw) {
        SignedCheckpoint shown = one.newest();
        return Transactions.read(() -> checkpoints.latest(shown.checkpoint().origin()))
                .chain(newest -> saw > shown.size()
                                && newest.filter(signed -> signed.size() >= saw).isPresent()
                        ? Uni.createFrom().item(Outcome.SIGNED)
                        : refused(one, "it last saw " + saw + " entries, shown were " + shown.size(), true));
    }

    private Uni<Outcome> keep(Unsigned one, String line) {
        SignedCheckpoint newest = one.newest();
        Optional<Instant> at = key.orElseThrow().signedAt(newest.checkpoint().text(), line);
        return at.isEmpty()
                ? refused(one, "its signature is not by the key that we have", false)
                : Transactions.run(
                                () -> cosignatures.put(newest, key.orElseThrow().name(), line, at.get()))
                        .replaceWith(Outcome.SIGNED);
    }

    private static Uni<Outcome> away(Unsigned one, String why) {
        return outcome(one, why, false, false);
    }

    private static Uni<Outcome> refused(Unsigned one, String why, boolean fork) {
        return outcome(one, why, true, fork);
    }

    private static Uni<Outcome> outcome(Unsigned one, String why, boolean refused, boolean fork) {
        return Uni.createFrom()
                .item(new Outcome(
                        one.newest().checkpoint().origin(), one.newest().signedAt(), why, refused, fork));
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
