package org.candor.breach.obligations.decision;

import java.util.List;

/**
 * A sentence of law that makes no duty of its own but shapes others, such as how long an oral statement holds.
 *
 * @param days its day count; 0 where it has none
 */
public record Principle(
        String id, String citation, String says, int days, List<Reading> readings, String source, String verified) {

    public Principle {
        readings = List.copyOf(readings);
    }
}
