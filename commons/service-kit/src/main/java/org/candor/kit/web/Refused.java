package org.candor.kit.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;

/** What every refusal for want of room has in common: it is counted by its lane, and says when to come again. */
public final class Refused {

    private static final String METER = "candor_refused_requests";

    private Refused() {}

    /** Shows each lane from the start: what is not there yet cannot be seen to grow. */
    public static void register(MeterRegistry meters, List<String> lanes) {
        lanes.forEach(lane -> meters.counter(METER, "lane", lane));
    }

    /** Call it before the answer is begun; the problem is {@code TOO_MANY_REQUESTS}. */
    public static void mark(String lane, Duration wait, RoutingContext request, MeterRegistry meters) {
        meters.counter(METER, "lane", lane).increment();
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        request.response().putHeader("Retry-After", Long.toString(seconds));
    }
}
