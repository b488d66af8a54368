package org.candor.kit.trace;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.Map;

/**
 * The OpenTelemetry SDK, configured by the standard's own variables and sending OTLP over HTTP. Only traces: metrics are
 * scraped, logs are lines. Sampling follows {@code OTEL_TRACES_SAMPLER}; without it every trace is kept whose caller kept it.
 */
final class Collector {

    private Collector() {}

    static Traces traces(String service, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(
                Map.of("otel.service.name", "candor-" + service, "otel.exporter.otlp.protocol", "http/protobuf"));
        all.putAll(settings);
        OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> all)
                .addPropertiesCustomizer(properties -> Map.of(
                        "otel.traces.exporter", "otlp",
                        "otel.metrics.exporter", "none",
                        "otel.logs.exporter", "none"))
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
        return Traces.to(sdk.getTracer("org.candor"), sdk::close);
    }
}
