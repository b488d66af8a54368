package org.candor.investigation.cases;

import java.util.Map;
import java.util.Optional;

/**
 * What one request writes.
 *
 * @param words null where there are none; sealed into the row that the decision makes
 * @param beside further values of that row, by {@code table.column}, such as a laid-out document
 * @param frozen the document among them that audit is to keep
 */
record Written(byte[] words, Map<String, byte[]> beside, Optional<Frozen> frozen) {

    /** A PDF that will not change any more; kind and reference are codes and ids. */
    record Frozen(String kind, String reference, byte[] pdf) {}

    /** No words, but a document that audit is to keep. */
    static Written frozen(Frozen document) {
        return new Written(null, Map.of(), Optional.of(document));
    }

    static Written words(byte[] words) {
        return new Written(words, Map.of(), Optional.empty());
    }
}
