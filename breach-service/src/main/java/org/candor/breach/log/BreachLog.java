package org.candor.breach.log;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All breaches discovered in a year. */
@Schema(name = "BreachLog")
public record BreachLog(int year, List<LogEntry> entries, String disclaimer) {

    public BreachLog {
        entries = List.copyOf(entries);
    }
}
