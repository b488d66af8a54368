package org.candor.audit.witness;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.candor.audit.alarm.TrailAlarm;
import org.candor.audit.alarm.TrailAlarms;
import org.candor.kit.data.Transactions;
import org.jboss.logging.Logger;

/**
 * How it stands with the witness: gauge {@code candor_trail_unwitnessed_seconds} (0 when all is signed), gauge
 * {@code candor_trail_witness_refuses}, a log line when either begins, and an alarm of the auditor when it refuses.
 */
@Startup
@ApplicationScoped
class WitnessState {

    private static final Logger LOG = Logger.getLogger(WitnessState.class);

    /**
     * What came of one checkpoint.
     *
     * @param why empty when it was signed
     * @param fork true when the witness remembers another history: then nothing more is signed here
     */
    record Outcome(String origin, Instant since, String why, boolean refused, boolean fork) {

        static final Outcome SIGNED = new Outcome("", Instant.EPOCH, "", false, false);

        boolean signed() {
            return why.isEmpty();
        }

        boolean away() {
            return !signed() && !refused;
        }
    }

    private final TrailAlarms alarms;
    private final Clock clock;
    private final AtomicLong unwitnessed;
    private final AtomicLong refuses;
    private volatile Optional<Instant> since = Optional.empty();
    // Also by the process before this one.
    private volatile boolean mayBeRaised = true;

    WitnessState(TrailAlarms alarms, Clock clock, MeterRegistry meters) {
        this.alarms = alarms;
        this.clock = clock;
        this.unwitnessed = meters.gauge("candor.trail.unwitnessed.seconds", new AtomicLong());
        this.refuses = meters.gauge("candor.trail.witness.refuses", new AtomicLong());
    }

    /** Tells of what changed; nothing was shown when {@code outcomes} is empty, because all is signed. */
    Uni<Void> after(List<Outcome> outcomes) {
        boolean refused = outcomes.stream().anyMatch(Outcome::refused);
        boolean wasAway = since.isPresent();
        measure(outcomes);
        boolean changed = refuses.getAndSet(refused ? 1 : 0) != (refused ? 1 : 0);
        if (changed || since.isPresent() != wasAway) {
            outcomes.stream().filter(outcome -> !outcome.signed()).forEach(WitnessState::tell);
        }
        if (refused) {
            mayBeRaised = true;
            return Transactions.run(() -> alarms.raise(TrailAlarm.WITNESS_REFUSES));
        }
        return mayBeRaised && outcomes.stream().anyMatch(Outcome::signed)
                ? takeBack()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> takeBack() {
        return Transactions.run(() -> alarms.takeBack(TrailAlarm.WITNESS_REFUSES))
                .invoke(() -> mayBeRaised = false);
    }

    private void measure(List<Outcome> outcomes) {
        Optional<Instant> oldest = outcomes.stream()
                .filter(outcome -> !outcome.signed())
                .map(Outcome::since)
                .min(Instant::compareTo);
        since = oldest.map(at -> since.orElse(at));
        unwitnessed.set(since.map(
                        at -> Math.max(1, Duration.between(at, clock.instant()).toSeconds()))
                .orElse(0L));
    }

    private static void tell(Outcome outcome) {
        if (outcome.refused()) {
            LOG.errorf("the witness refuses %s: %s", outcome.origin(), outcome.why());
        } else {
            LOG.warnf("the witness is away, %s is not witnessed: %s", outcome.origin(), outcome.why());
        }
    }
}
