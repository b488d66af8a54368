package org.candor.audit.pack;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candor.audit.pack.PackPlan.Range;
import org.candor.audit.trail.EntrySlices;
import org.candor.audit.trail.EntrySlices.Places;
import org.candor.audit.trail.EntrySlices.Reader;
import org.candor.audit.trail.RemovedLogs;
import org.candor.audit.trail.RemovedLogs.Removed;
import org.candor.audit.trail.YearLogs;
import org.candor.audit.trail.decision.YearLog;
import org.candor.audit.tree.Checkpoints;
import org.candor.audit.tree.Cosignatures;
import org.candor.audit.tree.Integrator;
import org.candor.audit.tree.LogOfLogs;
import org.candor.audit.tree.SignedCheckpoint;
import org.candor.audit.tree.TrailKey;
import org.candor.audit.witness.Witnessing;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;

/**
 * Decides what goes into a pack: it brings the trail up to date and shows it to the witness first, so that what has happened is
 * proven, and records the access before anything leaves.
 */
@ApplicationScoped
class Packing {

    private final EntrySlices slices;
    private final YearLogs logs;
    private final LogOfLogs logOfLogs;
    private final RemovedLogs removedLogs;
    private final Checkpoints checkpoints;
    private final Cosignatures cosignatures;
    private final Integrator integrator;
    private final Witnessing witnessing;
    private final AccessLog accessLog;
    private final Clock clock;

    Packing(
            EntrySlices slices,
            YearLogs logs,
            LogOfLogs logOfLogs,
            RemovedLogs removedLogs,
            Checkpoints checkpoints,
            Cosignatures cosignatures,
            Integrator integrator,
            Witnessing witnessing,
            AccessLog accessLog,
            Clock clock) {
        this.slices = slices;
        this.logs = logs;
        this.logOfLogs = logOfLogs;
        this.removedLogs = removedLogs;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.integrator = integrator;
        this.witnessing = witnessing;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    Uni<PackPlan> plan(PackScope scope) {
        return Transactions.run(() -> slices.reader(scope.incidentId())
                        .call(() -> accessLog.list(
                                "export-proof-pack",
                                scope.words(),
                                scope.incidentId().map(List::of).orElse(List.of()))))
                .call(() -> integrator.integrate())
                .chain(reader -> Transactions.read(this::sizes)
                        .call(() -> witnessing.ask())
                        .chain(least -> Transactions.read(() -> plan(scope, reader, least))));
    }

    /** How long each log is, by its origin. */
    private Uni<Map<String, Long>> sizes() {
        return logs.all()
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUniAndConcatenate(
                        log -> checkpoints.latest(log.origin()).map(newest -> Map.entry(log.origin(), size(newest))))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Uni<PackPlan> plan(PackScope scope, Reader reader, Map<String, Long> least) {
        Uni<Places> places = scope.incidentId().isPresent()
                ? slices.of(scope.incidentId().get())
                : slices.received(scope.from().orElseThrow(), scope.to().orElseThrow());
        return removedLogs
                .all()
                .map(all -> all.stream().filter(Removed::gone).toList())
                .chain(removed -> places.chain(wanted ->
                                logs.all().chain(all -> ranges(there(all, removed), wanted, least)))
                        .chain(ranges -> plan(scope, reader, ranges, removed)));
    }

    private static List<YearLog> there(List<YearLog> all, List<Removed> removed) {
        return all.stream()
                .filter(log -> removed.stream().noneMatch(one -> one.origin().equals(log.origin())))
                .toList();
    }

    private Uni<PackPlan> plan(PackScope scope, Reader reader, List<Range> ranges, List<Removed> removed) {
        return checkpoints
                .keys()
                .map(keys -> keys.values().stream()
                        .map(TrailKey::pem)
                        .distinct()
                        .sorted()
                        .toList())
                .chain(keys -> logOfLogs
                        .closed()
                        .chain(closed -> logOfLogsNote()
                                .map(note -> new PackPlan(
                                        scope,
                                        reader,
                                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                                        ranges,
                                        closed,
                                        note,
                                        removed,
                                        keys))));
    }

    private Uni<String> logOfLogsNote() {
        return logOfLogs
                .checkpoint()
                .chain(found -> found.map(cosignatures::noteOf)
                        .orElseGet(() -> Uni.createFrom().item("")));
    }

    /**
     * The part of each log that lies within the places and under one checkpoint: the newest that the witness has signed, where
     * that is as large as the log was when the pack was asked for; else the newest. A log grows while the witness is asked.
     */
    private Uni<List<Range>> ranges(List<YearLog> all, Places wanted, Map<String, Long> least) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(log -> witnessing
                        .signedUpTo(log.origin())
                        .map(signed -> signed.filter(size -> size >= least.getOrDefault(log.origin(), 0L)))
                        .chain(signed -> signed.isPresent()
                                ? Uni.createFrom().item(signed.get())
                                : checkpoints.latest(log.origin()).map(Packing::size))
                        .map(size -> range(log, size, wanted)))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .in(ArrayList::new, List::add);
    }

    private static long size(Optional<SignedCheckpoint> newest) {
        return newest.map(SignedCheckpoint::size).orElse(0L);
    }

    private static Optional<Range> range(YearLog log, long size, Places wanted) {
        long begin = Math.max(log.first(), wanted.begin());
        long end = Math.min(log.first() + size, wanted.end());
        return begin < end ? Optional.of(new Range(log, size, begin, end)) : Optional.empty();
    }
}
