package org.candor.notification.roster;

import java.util.List;
import org.candor.notification.roster.decision.Individual;

/**
 * A line of the roster that was accepted.
 *
 * @param number of the line in the file, the header being 1
 * @param language {@code en} or {@code es}
 * @param flags what the line was warned for
 */
record RosterRow(
        long number, String externalId, Individual person, String phone, String language, List<RowFlag> flags) {

    RosterRow {
        flags = List.copyOf(flags);
    }
}
