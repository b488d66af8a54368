package org.candor.kit.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Takes the meters of this application out of the registry, which outlives it: after a live reload, and between tests, the
 * next application would go on showing what the last one measured.
 */
@ApplicationScoped
class OwnMeters {

    void end(@Observes ShutdownEvent end, MeterRegistry meters) {
        List.copyOf(meters.getMeters()).stream()
                .filter(meter -> meter.getId().getName().startsWith("candor."))
                .forEach(meters::remove);
    }
}
