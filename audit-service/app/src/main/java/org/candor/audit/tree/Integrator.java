package org.candor.audit.tree;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.candor.audit.TrailSettings;
import org.candor.audit.tree.decision.Checkpoint;
import org.candor.audit.tree.decision.Growth;
import org.candor.audit.tree.decision.Hash;
import org.candor.audit.tree.decision.TileId;
import org.candor.events.CheckpointEvent.CheckpointSigned;
import org.candor.events.Topic;
import org.candor.kit.data.Transactions;
import org.candor.kit.inbox.Faults;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.jboss.logging.Logger;

/**
 * Integrates what is sequenced: computes the tree, signs its state, and stores tiles, checkpoint and the event that publishes
 * it in one transaction. Promises: any number of integrators may run, and at most one grows a state; what one of them
 * computed from a state that has grown meanwhile is thrown away, so the trail never forks.
 */
@ApplicationScoped
public class Integrator {

    private static final Logger LOG = Logger.getLogger(Integrator.class);

    /** Entries of one checkpoint at most; keeps memory flat while a long backlog is integrated. */
    private static final int MOST = 20_000;

    /** What an integration begins with. */
    private record Begun(SignedCheckpoint last, Map<TileId, List<Hash>> edge, List<Hash> leaves) {}

    /** What it computed, from a state that may have grown since. */
    private record Grown(SignedCheckpoint last, SignedCheckpoint next, List<Growth.FullTile> tiles) {}

    private final Checkpoints checkpoints;
    private final TreeStore tree;
    private final Outbox outbox;
    private final Vertx vertx;
    private final long pauseMillis;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile long lastStart;

    Integrator(Checkpoints checkpoints, TreeStore tree, Outbox outbox, Vertx vertx, TrailSettings settings) {
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.outbox = outbox;
        this.vertx = vertx;
        this.pauseMillis = settings.integrateEvery().toMillis();
        this.lastStart = millis() - pauseMillis;
    }

    /** Asks for an integration, now or when the pause since the last one is over; returns at once. */
    public void wake() {
        if (asked.compareAndSet(false, true)) {
            long wait = Math.max(1, lastStart + pauseMillis - millis());
            vertx.getDelegate().setTimer(wait, timer -> start());
        }
    }

    /** The floor: entries that another replica appended, or that came while the database was away. */
    @Scheduled(every = "${candor.trail.integrate-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void poll() {
        wake();
    }

    /** One round: nothing to do, or one checkpoint more, whoever signed it. */
    Uni<Void> integrate() {
        return Transactions.read(this::begin)
                .chain(begun -> begun.leaves().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : vertx.executeBlocking(() -> grow(begun)).chain(this::store));
    }

    private void start() {
        lastStart = millis();
        asked.set(false);
        Context context =
                VertxContext.createNewDuplicatedContext(vertx.getDelegate().getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> integrate()
                .subscribe()
                .with(
                        done -> {},
                        failure ->
                                LOG.warnf("entries could not be integrated, tried again: %s", Faults.name(failure))));
    }

    private Uni<Begun> begin() {
        return checkpoints
                .latest()
                .chain(found ->
                        found.map(latest -> Uni.createFrom().item(latest)).orElseGet(this::opened))
                .chain(last -> tree.tiles(Growth.edgeOf(last.size()), last.size())
                        .chain(edge -> tree.leaves(last.size(), last.size() + MOST)
                                .map(leaves -> new Begun(last, edge, leaves))));
    }

    private Uni<SignedCheckpoint> opened() {
        return Transactions.run(checkpoints::open).chain(checkpoints::latest).map(Optional::orElseThrow);
    }

    private Grown grow(Begun begun) {
        Growth growth = new Growth(begun.last().size(), begun.edge());
        begun.leaves().forEach(growth::append);
        String origin = begun.last().checkpoint().origin();
        SignedCheckpoint next = checkpoints.sign(new Checkpoint(origin, growth.size(), growth.root()));
        return new Grown(begun.last(), next, growth.takeFull());
    }

    private Uni<Void> store(Grown grown) {
        return Transactions.run(() -> checkpoints
                .grow(grown.last().size(), grown.next())
                .chain(won -> won ? publish(grown) : Uni.createFrom().voidItem()));
    }

    private Uni<Void> publish(Grown grown) {
        SignedCheckpoint next = grown.next();
        Checkpoint checkpoint = next.checkpoint();
        CheckpointSigned fact = new CheckpointSigned(
                checkpoint.origin(), checkpoint.size(), checkpoint.root().base64(), next.note());
        return tree.put(grown.tiles()).chain(() -> outbox.publish(Topic.CHECKPOINT, fact, Origin.system("", false)));
    }

    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }
}
