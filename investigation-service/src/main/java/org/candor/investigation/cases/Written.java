package org.candor.investigation.cases;

import java.util.Map;

/**
 * What one request writes.
 *
 * @param words sealed into the row that the decision makes
 * @param beside further values of that row, by {@code table.column}, such as a laid-out document
 */
record Written(byte[] words, Map<String, byte[]> beside) {

    static Written words(byte[] words) {
        return new Written(words, Map.of());
    }
}
