package org.candor.intake.reports;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import org.candor.events.ReportKind;

/**
 * Counts {@code candor_reports_received_total} by kind, and by nothing else: with an entity, a department or a channel beside it
 * one report would be somebody's.
 */
@Startup
@ApplicationScoped
class ReceivedReports {

    private final Map<ReportKind, Counter> counters = new EnumMap<>(ReportKind.class);

    ReceivedReports(MeterRegistry meters) {
        for (ReportKind kind : ReportKind.values()) {
            counters.put(kind, meters.counter("candor.reports.received", "kind", kind.name()));
        }
    }

    /** A retry was counted when it first came; a drill is no report. */
    void count(boolean isNew, ReportRequest request) {
        if (isNew && !request.isDrill()) {
            counters.get(request.kind()).increment();
        }
    }
}
