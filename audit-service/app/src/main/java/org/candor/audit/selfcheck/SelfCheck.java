package org.candor.audit.selfcheck;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.candor.audit.TrailSettings;
import org.candor.audit.alarm.TrailAlarm;
import org.candor.audit.alarm.TrailAlarms;
import org.candor.audit.selfcheck.decision.TrailCheck;
import org.candor.audit.selfcheck.decision.Verdict;
import org.candor.audit.selfcheck.decision.Verdict.Difference;
import org.candor.audit.trail.YearLogs;
import org.candor.audit.trail.decision.LogRemoval;
import org.candor.audit.trail.decision.YearLog;
import org.candor.audit.tree.Checkpoints;
import org.candor.audit.tree.KeptCopies;
import org.candor.audit.tree.LogOfLogs;
import org.candor.audit.tree.SignedCheckpoint;
import org.candor.audit.tree.TrailKey;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.inbox.Faults;
import org.jboss.logging.Logger;

/**
 * The trail checks itself every night and on demand: all logs from their bytes upwards, the log of logs, and the copies outside of
 * the database. The result is signed and kept; from a difference to the next good check the auditor has an alarm.
 */
@Startup
@ApplicationScoped
class SelfCheck {

    private static final Logger LOG = Logger.getLogger(SelfCheck.class);

    private static final String KEEP =
            "insert into trail.self_check (checked_at, holds, note) values (?1, ?2, ?3) on conflict do nothing";

    private static final String PAST =
            "select checked_at, holds, note from trail.self_check order by checked_at desc limit 60";

    /** One log: recomputed, or not there by an order of two people. */
    private record Checked(YearLog log, TrailCheck check, Optional<LogRemoval> removal) {}

    /** What there is to check: a log up to its newest checkpoint. */
    private record Signed(YearLog log, Optional<SignedCheckpoint> newest) {

        long size() {
            return newest.map(SignedCheckpoint::size).orElse(0L);
        }
    }

    private final LogCheck logCheck;
    private final YearLogs logs;
    private final LogOfLogs logOfLogs;
    private final RemovalCheck removalCheck;
    private final Checkpoints checkpoints;
    private final KeptCopies copies;
    private final TrailKey key;
    private final TrailAlarms alarms;
    private final AccessLog accessLog;
    private final Clock clock;
    private final String trail;
    private final AtomicLong broken;

    SelfCheck(
            LogCheck logCheck,
            YearLogs logs,
            LogOfLogs logOfLogs,
            RemovalCheck removalCheck,
            Checkpoints checkpoints,
            KeptCopies copies,
            TrailKey key,
            TrailAlarms alarms,
            AccessLog accessLog,
            Clock clock,
            TrailSettings settings,
            MeterRegistry meters) {
        this.logCheck = logCheck;
        this.logs = logs;
        this.logOfLogs = logOfLogs;
        this.removalCheck = removalCheck;
        this.checkpoints = checkpoints;
        this.copies = copies;
        this.key = key;
        this.alarms = alarms;
        this.accessLog = accessLog;
        this.clock = clock;
        this.trail = settings.name();
        this.broken = meters.gauge("candor.trail.broken", new AtomicLong());
    }

    /** Somebody asked for it. */
    Uni<SelfCheckView> onDemand() {
        return Transactions.run(() -> accessLog.list("check-trail", "", List.of()))
                .chain(this::run);
    }

    /** The last results. */
    Uni<List<PastCheckView>> past() {
        return Transactions.read(() -> Sql.rows(Object[].class, PAST))
                .map(rows -> rows.stream().map(PastCheckView::of).toList());
    }

    @Scheduled(
            cron = "${candor.trail.self-check-cron}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> nightly() {
        return run().replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.errorf("the trail could not be checked: %s", Faults.name(failure)));
    }

    /** Checks what is signed now; the gauge {@code candor_trail_broken} is 1 from a finding to the next good check. */
    private Uni<SelfCheckView> run() {
        return Transactions.read(this::signed)
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(this::check)
                        .collect()
                        .asList()
                        .map(SelfCheck::together)
                        .chain(verdict ->
                                Transactions.read(() -> logOfLogs(all)).map(verdict::with)))
                .chain(verdict -> copies.difference().map(verdict::with))
                .chain(this::keep);
    }

    /** Entries may be missing whole, when two people have signed that, and in no other way. */
    private Uni<Checked> check(Signed one) {
        return Transactions.read(() -> removalCheck.of(one.log(), one.newest()))
                .chain(removal -> removal.isPresent()
                        ? Uni.createFrom().item(new Checked(one.log(), new TrailCheck(), removal))
                        : logCheck.run(one.log(), one.size()).map(check -> new Checked(one.log(), check, removal)));
    }

    private static Verdict together(List<Checked> logs) {
        Verdict verdict = Verdict.NOTHING;
        for (Checked one : logs) {
            verdict = one.removal()
                    .map(verdict::without)
                    .orElse(verdict.with(one.log().first(), one.check()));
        }
        return verdict;
    }

    private Uni<List<Signed>> signed() {
        return logs.all()
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(
                                log -> checkpoints.latest(log.origin()).map(newest -> new Signed(log, newest)))
                        .collect()
                        .asList());
    }

    /** A closed log is kept by its last checkpoint, in order, under a root that was signed. */
    private Uni<Optional<Difference>> logOfLogs(List<Signed> all) {
        return logOfLogs
                .closed()
                .chain(closed -> logOfLogs
                        .checkpoint()
                        .chain(newest -> checkpoints.keys().map(keys -> {
                            for (int i = 0; i < closed.size(); i++) {
                                if (i >= all.size() || !isKept(all.get(i), closed.get(i))) {
                                    return difference(all, i, "a closed log does not end as the log of logs has it");
                                }
                            }
                            boolean signedSo = closed.isEmpty()
                                    || newest.filter(signed -> signed.size() == closed.size()
                                                    && signed.checkpoint()
                                                            .root()
                                                            .equals(LogOfLogs.root(closed))
                                                    && checkpoints.isSigned(signed, keys))
                                            .isPresent();
                            return signedSo
                                    ? Optional.empty()
                                    : difference(all, 0, "the log of logs is not what was signed");
                        })));
    }

    private static boolean isKept(Signed one, LogOfLogs.Closed closed) {
        return one.log().origin().equals(closed.origin())
                && one.newest()
                        .filter(last -> last.note().equals(closed.note()))
                        .isPresent();
    }

    private static Optional<Difference> difference(List<Signed> all, int at, String what) {
        long first = at < all.size() ? all.get(at).log().first() : 0;
        long last = at < all.size() ? first + Math.max(0, all.get(at).size() - 1) : 0;
        return Optional.of(new Difference(first, last, what));
    }

    private Uni<SelfCheckView> keep(Verdict verdict) {
        Instant now = clock.instant();
        String note = key.note(trail + "/self-check", verdict.text(trail, now));
        tell(verdict);
        return Transactions.run(() -> Sql.update(KEEP, now, verdict.holds(), note)
                        .chain(() -> verdict.holds()
                                ? alarms.takeBack(TrailAlarm.TRAIL_IS_NOT_WHAT_WAS_SIGNED)
                                : alarms.raise(TrailAlarm.TRAIL_IS_NOT_WHAT_WAS_SIGNED)))
                .replaceWith(SelfCheckView.of(verdict, now, note));
    }

    private void tell(Verdict verdict) {
        broken.set(verdict.holds() ? 0 : 1);
        verdict.difference()
                .ifPresent(found -> LOG.errorf(
                        "the trail is not what was signed: first bad index %d, %s", found.firstIndex(), found.what()));
    }
}
