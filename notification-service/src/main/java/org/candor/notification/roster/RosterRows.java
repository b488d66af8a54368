package org.candor.notification.roster;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;

/** The rows of a roster file in their order, the header first; read one by one, so that its size does not matter to memory. */
interface RosterRows extends Closeable {

    /** Text of the cells, and whether one of them is a formula, whose result nobody has seen. */
    record Row(List<String> cells, boolean formula) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * The next row; empty at the end.
     *
     * @throws UnreadableRoster when the file as a whole can't be read
     */
    Optional<Row> next();
}
