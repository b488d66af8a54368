package org.candor.notification.text.decision;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How plainly a text is written (45 CFR 164.404(c)(2)): the Flesch–Kincaid grade in English, the Fernández Huerta score in
 * Spanish. The measure is ours; the rule only says "plain language".
 *
 * @param measure name of the formula
 * @param value rounded to one decimal; a grade is better when low, the score when high
 */
public record Readability(String measure, double value, boolean plain) {

    /** A grade over nine needs a reason. */
    static final double HIGHEST_GRADE = 9.0;
    /** Sixty and more is what the scale calls normal. */
    static final double LOWEST_SCORE = 60.0;

    /** @param language {@code es} for Spanish; anything else is measured as English */
    public static Readability of(String text, String language) {
        return language.startsWith("es") ? fernandezHuerta(text) : fleschKincaid(text);
    }

    private static Readability fleschKincaid(String text) {
        Counts counts = Counts.of(text, Syllables::english);
        double grade = 0.39 * counts.wordsPerSentence() + 11.8 * counts.syllablesPerWord() - 15.59;
        double rounded = round(Math.max(0, grade));
        return new Readability("flesch-kincaid-grade", rounded, rounded <= HIGHEST_GRADE);
    }

    private static Readability fernandezHuerta(String text) {
        Counts counts = Counts.of(text, Syllables::spanish);
        double score = 206.84 - 60.0 * counts.syllablesPerWord() - 1.02 * counts.wordsPerSentence();
        double rounded = round(Math.clamp(score, 0.0, 100.0));
        return new Readability("fernandez-huerta-score", rounded, rounded >= LOWEST_SCORE);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private record Counts(double wordsPerSentence, double syllablesPerWord) {

        static Counts of(String text, ToIntFunction<String> syllables) {
            List<String> words = Syllables.words(text);
            if (words.isEmpty()) {
                return new Counts(0, 0);
            }
            double all = words.stream().mapToInt(syllables).sum();
            return new Counts((double) words.size() / Syllables.sentences(text), all / words.size());
        }
    }
}
