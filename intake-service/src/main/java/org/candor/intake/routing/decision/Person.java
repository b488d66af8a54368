package org.candor.intake.routing.decision;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody of the directory, in whatever role, present or former: a report may implicate him by any of these.
 *
 * @param subject of the identity provider
 */
public record Person(String subject, String displayName, String mailbox) {

    /** Accents, once taken apart from their letters, and signs that nobody sees. */
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern FAMILY_NAME_FIRST = Pattern.compile("([^,]+), ?([^,]+)");

    /** True when the text is his subject, his mailbox or his full name, however letters, accents and spaces are written. */
    public boolean isNamedBy(String text) {
        String named = plain(text);
        return named.equals(plain(subject)) || named.equals(plain(mailbox)) || named.equals(plain(displayName));
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String letters = MARKS.matcher(apart).replaceAll("").strip();
        // Upper case first: some letters have two lower cases.
        String folded = letters.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String spaced = SPACES.matcher(folded).replaceAll(" ");
        return FAMILY_NAME_FIRST.matcher(spaced).replaceAll("$2 $1");
    }
}
