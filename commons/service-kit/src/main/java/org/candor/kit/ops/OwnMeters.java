package org.candor.kit.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;

/**
 * Takes the meters of an application out of the registry, which outlives it: after a live reload, and between tests, the next
 * application would go on showing what the last one measured. At the end, and once more before the next begins, for work that
 * ends late registers some again.
 */
@ApplicationScoped
class OwnMeters {

    void begin(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start, MeterRegistry meters) {
        // Not candor_, which the limits of this application have registered by now.
        remove(meters, "candor.");
    }

    void end(@Observes ShutdownEvent end, MeterRegistry meters) {
        remove(meters, "candor");
    }

    private static void remove(MeterRegistry meters, String prefix) {
        List.copyOf(meters.getMeters()).stream()
                .filter(meter -> meter.getId().getName().startsWith(prefix))
                .forEach(meters::remove);
    }
}
