package org.candor.notification.roster;

import java.util.List;
import java.util.Optional;

/**
 * What became of one line.
 *
 * @param column the header of the column that the first flag is about; empty when it is about the whole line
 * @param row the person; empty when the line was refused
 */
record RowResult(long number, Outcome outcome, List<RowFlag> flags, String column, Optional<RosterRow> row) {

    enum Outcome {
        ACCEPTED,
        WARNED,
        REFUSED
    }

    RowResult {
        flags = List.copyOf(flags);
    }

    static RowResult refused(long number, RowFlag flag, String column) {
        return new RowResult(number, Outcome.REFUSED, List.of(flag), column, Optional.empty());
    }

    static RowResult accepted(RosterRow row) {
        Outcome outcome = row.flags().isEmpty() ? Outcome.ACCEPTED : Outcome.WARNED;
        return new RowResult(row.number(), outcome, row.flags(), "", Optional.of(row));
    }
}
