package org.candor.kit.trace;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Traces go out when the environment names a collector by the standard's own variables, {@code OTEL_EXPORTER_OTLP_ENDPOINT}
 * or {@code OTEL_EXPORTER_OTLP_TRACES_ENDPOINT}. Otherwise nothing of the exporter is even loaded.
 */
class TracesProducer {

    @Produces
    @Singleton
    @DefaultBean
    Traces traces(Config config, @ConfigProperty(name = "candor.service") String service) {
        return isWanted(config) ? Collector.traces(service, standard(config)) : Traces.off();
    }

    void close(@Disposes Traces traces) {
        traces.close();
    }

    private static boolean isWanted(Config config) {
        boolean named =
                isSet(config, "otel.exporter.otlp.endpoint") || isSet(config, "otel.exporter.otlp.traces.endpoint");
        boolean refused =
                config.getOptionalValue("otel.sdk.disabled", Boolean.class).orElse(false)
                        || config.getOptionalValue("otel.traces.exporter", String.class)
                                .filter("none"::equals)
                                .isPresent();
        return named && !refused;
    }

    /** The standard's settings where they come as properties; from the environment the SDK takes them itself. */
    private static Map<String, String> standard(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith("otel."))
                .filter(name -> isSet(config, name))
                .collect(Collectors.toMap(name -> name, name -> config.getValue(name, String.class)));
    }

    private static boolean isSet(Config config, String key) {
        return config.getOptionalValue(key, String.class).isPresent();
    }
}
