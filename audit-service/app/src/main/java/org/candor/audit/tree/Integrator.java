package org.candor.audit.tree;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.candor.audit.TrailSettings;
import org.candor.audit.trail.YearLogs;
import org.candor.audit.trail.decision.YearLog;
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
 * Integrates what is sequenced: computes the tree of the log that is open, then signs its state and stores tiles, checkpoint and
 * the event that publishes it in one transaction. Promises: any number of integrators may run, and one at most grows a state;
 * who slept and wakes finds that his state is not the newest, signs nothing, and begins again. So no log ever forks. Nothing is
 * signed while the {@link SigningGate} is shut.
 */
@ApplicationScoped
public class Integrator {

    private static final Logger LOG = Logger.getLogger(Integrator.class);

    /** Entries of one checkpoint at most; keeps memory flat while a long backlog is integrated. */
    private static final int MOST = 20_000;

    /** What an integration begins with; {@code over} is true when the log has all its entries and the next one is open. */
    record Begun(YearLog log, SignedCheckpoint last, Map<TileId, List<Hash>> edge, List<Hash> leaves, boolean over) {}

    /** What it computed, from a state that may have grown since; not signed yet. */
    record Grown(YearLog log, SignedCheckpoint last, Checkpoint next, List<Growth.FullTile> tiles) {}

    private final YearLogs logs;
    private final LogOfLogs logOfLogs;
    private final Checkpoints checkpoints;
    private final TreeStore tree;
    private final SigningGate gate;
    private final Outbox outbox;
    private final Vertx vertx;
    private final long pauseMillis;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile long lastStart;
    private volatile boolean ended;

    Integrator(
            YearLogs logs,
            LogOfLogs logOfLogs,
            Checkpoints checkpoints,
            TreeStore tree,
            SigningGate gate,
            Outbox outbox,
            Vertx vertx,
            TrailSettings settings) {
        this.logs = logs;
        this.logOfLogs = logOfLogs;
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.gate = gate;
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

    /** One round: nothing to do, one checkpoint more, whoever signed it, or the end of a log. */
    public Uni<Void> integrate() {
        Map<String, Long> known = gate.known();
        return Transactions.read(this::begin).chain(begun -> {
            gate.read(begun.last(), known);
            if (!gate.isOpen()) {
                return Uni.createFrom().voidItem();
            }
            if (!begun.leaves().isEmpty()) {
                return vertx.executeBlocking(() -> grow(begun))
                        .chain(grown -> store(grown).invoke(stored -> remember(grown, stored)))
                        .replaceWithVoid();
            }
            return begun.over() ? close(begun) : Uni.createFrom().voidItem();
        });
    }

    private void remember(Grown grown, boolean stored) {
        if (stored) {
            gate.signed(grown.next());
        }
    }

    /** What was asked for and has not begun is left to the next start. */
    void end(@Observes ShutdownEvent end) {
        ended = true;
    }

    private void start() {
        lastStart = millis();
        asked.set(false);
        if (ended) {
            return;
        }
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

    Uni<Begun> begin() {
        return logs.all()
                .chain(all -> all.isEmpty() ? firstOpened() : Uni.createFrom().item(all))
                .chain(all -> logOfLogs
                        .closed()
                        .map(closed -> all.get(closed.size()))
                        .chain(open -> checkpoints
                                .latest(open.origin())
                                .chain(found -> found.map(
                                                latest -> Uni.createFrom().item(latest))
                                        .orElseGet(() -> opened(open)))
                                .chain(last -> begin(open, last, open.end(all)))));
    }

    private Uni<Begun> begin(YearLog log, SignedCheckpoint last, Optional<Long> end) {
        long all = end.map(place -> place - log.first()).orElse(Long.MAX_VALUE);
        long until = Math.min(all, last.size() + MOST);
        return tree.tiles(log, Growth.edgeOf(last.size()), last.size())
                .chain(edge -> tree.leaves(log, last.size(), until)
                        .map(leaves -> new Begun(log, last, edge, leaves, last.size() == all)));
    }

    private Uni<List<YearLog>> firstOpened() {
        return Transactions.run(logs::claim).chain(logs::all);
    }

    private Uni<SignedCheckpoint> opened(YearLog log) {
        return Transactions.run(() -> checkpoints.open(log.origin()))
                .chain(() -> checkpoints.latest(log.origin()))
                .map(Optional::orElseThrow);
    }

    static Grown grow(Begun begun) {
        Growth growth = new Growth(begun.last().size(), begun.edge());
        begun.leaves().forEach(growth::append);
        Checkpoint next = new Checkpoint(begun.log().origin(), growth.size(), growth.root());
        return new Grown(begun.log(), begun.last(), next, growth.takeFull());
    }

    /** True when the state was still the newest and has grown; false when nothing was signed. */
    Uni<Boolean> store(Grown grown) {
        return Transactions.run(() -> checkpoints
                .grow(grown.last(), grown.next())
                .call(signed -> signed.isPresent()
                        ? tree.put(grown.log(), grown.tiles()).chain(() -> publish(signed.get()))
                        : Uni.createFrom().voidItem())
                .map(Optional::isPresent));
    }

    private Uni<Void> close(Begun begun) {
        return Transactions.run(() -> logOfLogs
                .close(begun.log(), begun.last())
                .chain(signed -> signed.map(this::publish)
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<Void> publish(SignedCheckpoint signed) {
        Checkpoint checkpoint = signed.checkpoint();
        CheckpointSigned fact = new CheckpointSigned(
                checkpoint.origin(), checkpoint.size(), checkpoint.root().base64(), signed.note());
        return outbox.publish(Topic.CHECKPOINT, fact, Origin.system("", false));
    }

    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }
}
