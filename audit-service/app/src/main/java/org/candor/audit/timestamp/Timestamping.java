package org.candor.audit.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candor.audit.TrailSettings;
import org.candor.audit.alarm.TrailAlarm;
import org.candor.audit.alarm.TrailAlarms;
import org.candor.audit.timestamp.Timestamps.Due;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.inbox.Faults;
import org.jboss.logging.Logger;

/**
 * Has the newest checkpoint of each log stamped once a day. An authority that does not answer is asked again, holds nothing up,
 * and after a day is an alarm.
 */
@ApplicationScoped
class Timestamping {

    private static final Logger LOG = Logger.getLogger(Timestamping.class);
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Timestamps timestamps;
    private final TrailAlarms alarms;
    private final Workers workers;
    private final Clock clock;
    private final Optional<TimestampAuthority> authority;

    Timestamping(Timestamps timestamps, TrailAlarms alarms, Workers workers, Clock clock, TrailSettings settings) {
        this.timestamps = timestamps;
        this.alarms = alarms;
        this.workers = workers;
        this.clock = clock;
        Optional<Path> certificate = settings.timestamp().certificateFile();
        if (settings.timestamp().url().isPresent() != certificate.isPresent()) {
            throw new IllegalStateException("CANDOR_TSA_URL and CANDOR_TSA_CERTIFICATE_FILE go together");
        }
        this.authority = settings.timestamp().url().map(url -> new TimestampAuthority(url, certificate.orElseThrow()));
    }

    @Scheduled(
            every = "${candor.trail.timestamp.look-every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return authority
                .map(this::stampAll)
                .orElseGet(() -> Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.errorf("time-stamps could not be looked after: %s", Faults.name(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> stampAll(TimestampAuthority one) {
        return Transactions.read(timestamps::due)
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(wanted -> stamp(one, wanted))
                        .filter(Optional::isPresent)
                        .map(Optional::get)
                        .collect()
                        .asList())
                .chain(this::tell);
    }

    /** Since when it goes without, when it got none. */
    private Uni<Optional<Instant>> stamp(TimestampAuthority one, Due due) {
        return workers.run(() -> one.stamp(due.note().getBytes(UTF_8)))
                .chain(token -> Transactions.run(() -> timestamps.put(due, token.der(), token.at())))
                .map(kept -> Optional.<Instant>empty())
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("no time-stamp of %s, it is tried again: %s", due.origin(), Faults.name(failure)))
                .onFailure()
                .recoverWithItem(Optional.of(due.since()));
    }

    private Uni<Void> tell(List<Instant> without) {
        Instant now = clock.instant();
        Optional<Instant> since = without.stream().min(Instant::compareTo);
        if (since.isEmpty()) {
            return Transactions.run(() -> alarms.takeBack(TrailAlarm.TIME_STAMP_IS_MISSING));
        }
        return since.get().plus(PATIENCE).isAfter(now)
                ? Uni.createFrom().voidItem()
                : Transactions.run(() -> alarms.raise(TrailAlarm.TIME_STAMP_IS_MISSING));
    }
}
