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

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern FAMILY_NAME_FIRST = Pattern.compile("([^,]+), ?([^,]+)");

    /** True when the text is his subject, his mailbox or his full name, however letters, accents and spaces are written. */
    public boolean isNamedBy(String text) {
        String named = plain(text);
        return named.equals(plain(subject)) || named.equals(plain(mailbox)) || named.equals(plain(displayName));
    }

    private static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        String spaced = SPACES.matcher(composed).replaceAll(" ").toLowerCase(Locale.ROOT);
        return FAMILY_NAME_FIRST.matcher(spaced).replaceAll("$2 $1");
    }
}
