package org.candor.investigation.cyber.decision;

/**
 * A text as it is searched: every dash is a hyphen, every space a plain one, and characters that nobody sees are gone, so
 * that a number does not pass the check because of how it was typeset.
 */
final class PlainText {

    private final String value;
    private final int[] origins;

    private PlainText(String value, int[] origins) {
        this.value = value;
        this.origins = origins;
    }

    static PlainText of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int[] origins = new int[text.length()];
        for (int from = 0; from < text.length(); ) {
            int seen = text.codePointAt(from);
            int length = Character.charCount(seen);
            if (Character.getType(seen) != Character.FORMAT) {
                for (int unit = 0; unit < length; unit++) {
                    origins[plain.length() + unit] = from + unit;
                }
                plain.appendCodePoint(length == 1 ? plain(seen) : seen);
            }
            from += length;
        }
        return new PlainText(plain.toString(), origins);
    }

    String value() {
        return value;
    }

    /** Where the character at this position stands in the text that was given. */
    int from(int position) {
        return origins[position];
    }

    /** Where, in the text that was given, something ends that ends before this position here. */
    int until(int position) {
        return origins[position - 1] + 1;
    }

    private static int plain(int seen) {
        return switch (Character.getType(seen)) {
            case Character.DASH_PUNCTUATION -> '-';
            case Character.SPACE_SEPARATOR -> ' ';
            default -> seen == '\u2212' ? '-' : seen;
        };
    }
}
