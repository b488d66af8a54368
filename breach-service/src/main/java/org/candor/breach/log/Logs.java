package org.candor.breach.log;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The log of a year: breaches worked on here, and earlier ones that were brought in. */
@ApplicationScoped
class Logs {

    private static final Comparator<LogEntry> BY_DISCOVERY = Comparator.comparing(LogEntry::discoveredOn);

    private final LogSource worked;
    private final ImportedBreaches imported;

    Logs(LogSource worked, ImportedBreaches imported) {
        this.worked = worked;
        this.imported = imported;
    }

    /** @param entityId the only legal entity to show; null for all that are granted */
    Uni<BreachLog> of(int year, String entityId) {
        return worked.of(year)
                .chain(log -> imported.of(year).map(earlier -> joined(log, earlier)))
                .map(log -> entityId == null ? log : only(log, entityId));
    }

    private static BreachLog only(BreachLog log, String entityId) {
        List<LogEntry> entries = log.entries().stream()
                .filter(entry -> entry.entityId().equals(entityId))
                .toList();
        return new BreachLog(log.year(), entries, log.disclaimer());
    }

    private static BreachLog joined(BreachLog log, List<LogEntry> earlier) {
        List<LogEntry> entries = Stream.concat(log.entries().stream(), earlier.stream())
                .sorted(BY_DISCOVERY)
                .toList();
        return new BreachLog(log.year(), entries, log.disclaimer());
    }
}
