package org.candor.verify;

import java.util.Arrays;
import java.util.Base64;

/**
 * Signed words by which two people had a past year's log removed: the one reason for which places of the trail may be missing.
 *
 * @param first the place in the trail of the log's first entry
 * @param root of the log's last checkpoint
 */
record LogRemoval(
        String text,
        String origin,
        long first,
        long size,
        byte[] root,
        String order,
        String orderedBy,
        String approvedBy,
        NoteSignature signature) {

    private static final String FORMAT = "candor-removal/1";
    private static final int LINES = 9;

    static LogRemoval read(String note) throws Unreadable {
        String[] lines = note.split("\n", -1);
        if (lines.length != LINES + 3
                || !lines[0].equals(FORMAT)
                || !lines[LINES].isEmpty()
                || !lines[LINES + 2].isEmpty()) {
            throw new Unreadable("A removal is not nine lines of " + FORMAT + ", an empty one and a signature");
        }
        return new LogRemoval(
                String.join("\n", Arrays.copyOf(lines, LINES)) + "\n",
                lines[1],
                number(lines[2]),
                number(lines[3]),
                Members.base64("root", lines[4]),
                lines[5],
                lines[6],
                lines[7],
                NoteSignature.read(lines[LINES + 1]));
    }

    /** By the trail's key, by two people, and of the log that ended so. */
    boolean holds(CheckpointNote last, Keyring keys) {
        return keys.trail(signature.name(), signature.keyHash())
                        .filter(key -> signature.isOf(text, key))
                        .isPresent()
                && !orderedBy.equals(approvedBy)
                && last.origin().equals(origin)
                && last.size() == size
                && Arrays.equals(last.root(), root);
    }

    String words() {
        return "%s, %d entries from place %d on, root %s, by order %s of %s, approved by %s"
                .formatted(origin, size, first, Base64.getEncoder().encodeToString(root), order, orderedBy, approvedBy);
    }

    private static long number(String digits) throws Unreadable {
        if (!digits.matches("0|[1-9][0-9]{0,17}")) {
            throw new Unreadable("A removal has something else than a number: " + digits);
        }
        return Long.parseLong(digits);
    }
}
