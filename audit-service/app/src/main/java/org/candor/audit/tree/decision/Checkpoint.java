package org.candor.audit.tree.decision;

/**
 * What the trail promises: these entries, in this order (C2SP tlog-checkpoint).
 *
 * @param origin names the trail
 * @param size number of entries
 * @param root of the tree over them
 */
public record Checkpoint(String origin, long size, Hash root) {

    public Checkpoint {
        if (origin.isBlank() || origin.chars().anyMatch(c -> c < ' ' || c == '+' || Character.isWhitespace(c))) {
            throw new IllegalArgumentException("Not a name for a trail: " + origin);
        }
    }

    /** The text that is signed; its last byte is a line feed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** The text with a signature line, as C2SP signed-note has it. */
    public String note(String signatureLine) {
        return text() + "\n" + signatureLine + "\n";
    }
}
