package org.candor.notification.text.decision;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Counts sentences, words and syllables, well enough for a readability formula. */
final class Syllables {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}]+)?|\\d+(?:[.,]\\d+)*");
    // A full stop inside a number, an initial or an abbreviation such as "St." ends no sentence.
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<![A-Z]|\\bSt|\\bMr|\\bMs|\\bDr)[.!?:]+(?=\\s|$)|\\n+");
    private static final Pattern ENGLISH_GROUP = Pattern.compile("[aeiouy]{1,2}");
    private static final Pattern SILENT_ENDING = Pattern.compile("(?:[^laeiouy]es|(?<![td])ed|[^laeiouy]e)$");

    private Syllables() {}

    static long sentences(String text) {
        return Math.max(
                1,
                SENTENCE_END
                        .splitAsStream(text)
                        .filter(part -> WORD.matcher(part).find())
                        .count());
    }

    static List<String> words(String text) {
        return WORD.matcher(text).results().map(match -> match.group()).toList();
    }

    /** The usual estimate: groups of vowels, a silent ending left out. */
    static int english(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (lower.length() <= 3) {
            return 1;
        }
        String spoken = SILENT_ENDING.matcher(lower).replaceFirst("").replaceFirst("^y", "");
        return Math.max(1, (int) ENGLISH_GROUP.matcher(spoken).results().count());
    }

    /** Each strong or accented vowel is a syllable of its own; weak ones join a strong neighbour. */
    static int spanish(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replaceAll("(?<=[qg])u(?=[eiéí])", "");
        int count = 0;
        boolean previousStrong = false;
        boolean inGroup = false;
        for (int i = 0; i < lower.length(); i++) {
            char letter = lower.charAt(i);
            boolean vowel = "aeiouáéíóúüy".indexOf(letter) >= 0 && !(letter == 'y' && i + 1 < lower.length());
            boolean strong = "aeoáéíóú".indexOf(letter) >= 0;
            if (vowel && (!inGroup || strong && previousStrong)) {
                count++;
            }
            previousStrong = vowel && (strong || inGroup && previousStrong);
            inGroup = vowel;
        }
        return Math.max(1, count);
    }
}
