package org.candor.audit.trail;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.candor.audit.TrailSettings;
import org.candor.audit.trail.ProducerSequences.Producer;
import org.candor.audit.trail.decision.ProducerSequence;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
import org.jboss.logging.Logger;

/** Watches for events that were sent and never came: gauge {@code candor_trail_missing_events}, a log line, a list. */
@ApplicationScoped
class Gaps {

    private static final Logger LOG = Logger.getLogger(Gaps.class);

    private final ProducerSequences sequences;
    private final Clock clock;
    private final Duration grace;
    private final AtomicLong missing;

    Gaps(ProducerSequences sequences, Clock clock, TrailSettings settings, MeterRegistry meters) {
        this.sequences = sequences;
        this.clock = clock;
        this.grace = settings.gapGrace();
        this.missing = meters.gauge("candor.trail.missing.events", new AtomicLong());
    }

    /** Every gap, by producer and topic. */
    Uni<List<GapView>> list() {
        Instant now = clock.instant();
        return Transactions.read(sequences::all)
                .map(all -> all.entrySet().stream()
                        .flatMap(one -> gaps(one.getKey(), one.getValue(), now))
                        .sorted(Comparator.comparing(GapView::source)
                                .thenComparing(GapView::topic)
                                .thenComparing(GapView::first))
                        .toList());
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> watch() {
        return Round.of(
                list().map(gaps -> gaps.stream()
                                .filter(GapView::alarm)
                                .mapToLong(gap -> gap.last() - gap.first() + 1)
                                .sum())
                        .invoke(this::tell),
                LOG,
                "gaps could not be counted");
    }

    private void tell(long count) {
        if (missing.getAndSet(count) < count) {
            LOG.errorf("events never reached the trail: %d missing", count);
        }
    }

    private Stream<GapView> gaps(Producer producer, ProducerSequence state, Instant now) {
        List<ProducerSequence.Missing> alarming = state.missedFor(grace, now);
        return state.missing().stream()
                .map(range -> new GapView(
                        producer.source(),
                        producer.topic(),
                        range.first(),
                        range.last(),
                        range.noticedAt(),
                        alarming.contains(range)));
    }
}
