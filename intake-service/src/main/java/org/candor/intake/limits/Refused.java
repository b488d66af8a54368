package org.candor.intake.limits;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** What every refusal for want of room has in common. */
final class Refused {

    private Refused() {}

    /** Counts it by its lane, and says when to come again. */
    static void mark(String lane, Duration wait, RoutingContext request, MeterRegistry meters) {
        meters.counter("candor_refused_requests", "lane", lane).increment();
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        request.response().putHeader("Retry-After", Long.toString(seconds));
    }
}
