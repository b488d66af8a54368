package org.candor.intake.limits;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;

/** What every refusal for want of room has in common. */
final class Refused {

    private static final String METER = "candor_refused_requests";
    private static final List<String> LANES =
            List.of("anonymous", "signed-in", "newcomer", "at-once", "wrong-receipts");

    private Refused() {}

    /** Shows each lane from the start: what is not there yet cannot be seen to grow. */
    static void register(MeterRegistry meters) {
        LANES.forEach(lane -> meters.counter(METER, "lane", lane));
    }

    /** Counts it by its lane, and says when to come again. */
    static void mark(String lane, Duration wait, RoutingContext request, MeterRegistry meters) {
        meters.counter(METER, "lane", lane).increment();
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        request.response().putHeader("Retry-After", Long.toString(seconds));
    }
}
