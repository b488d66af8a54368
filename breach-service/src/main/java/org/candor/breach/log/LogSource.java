package org.candor.breach.log;

import io.smallrye.mutiny.Uni;

/** Where the log comes from: the breaches that the caller may see. */
public interface LogSource {

    /** Those worked on here, discovered in that year; the reading is recorded. */
    Uni<BreachLog> of(int year);
}
