package org.candor.intake.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The buckets that a request must pass, its sender's own first, so that one who asks too much does not empty the bucket of all.
 *
 * @param name for the metric
 */
record Lane(String name, List<Bucket> buckets) {

    Lane {
        buckets = List.copyOf(buckets);
    }

    /** Takes one of each; empty when there was one of each, else how long to wait, and nothing is taken. */
    Optional<Duration> enter() {
        for (int i = 0; i < buckets.size(); i++) {
            ConsumptionProbe probe = buckets.get(i).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                buckets.subList(0, i).forEach(passed -> passed.addTokens(1));
                return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
        }
        return Optional.empty();
    }
}
