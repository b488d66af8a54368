package org.candor.notification.text.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 45 CFR 164.404(c)(2): plain language, measured. */
class ReadabilityTest {

    @Test
    void shortSentencesOfShortWordsArePlain() {
        Readability readability =
                Readability.of("A job sent a file to the wrong firm. We stopped it the same day. Call us.", "en");

        assertThat(readability.measure()).isEqualTo("flesch-kincaid-grade");
        assertThat(readability.value()).isLessThan(4);
        assertThat(readability.plain()).isTrue();
    }

    @Test
    void bureaucraticProseIsNotPlain() {
        Readability readability = Readability.of(
                "Notwithstanding the implementation of administrative, organizational and technological safeguards, an"
                        + " unauthorized dissemination of individually identifiable information was subsequently"
                        + " determined to have occurred in conjunction with an automated transmission.",
                "en");

        assertThat(readability.value()).isGreaterThan(15);
        assertThat(readability.plain()).isFalse();
    }

    @Test
    void spanishIsMeasuredInItsOwnWay() {
        Readability plain =
                Readability.of("Un programa envió un archivo por error. Lo paramos el mismo día. Llámenos.", "es");
        Readability hard = Readability.of(
                "Sin perjuicio de la implementación de salvaguardias administrativas, organizativas y tecnológicas, se"
                        + " determinó posteriormente que se había producido una divulgación no autorizada de información"
                        + " individualmente identificable.",
                "es");

        assertThat(plain.measure()).isEqualTo("fernandez-huerta-score");
        assertThat(plain.plain()).isTrue();
        assertThat(hard.plain()).isFalse();
        assertThat(plain.value()).isGreaterThan(hard.value());
    }

    @Test
    void aNumberOrAnInitialEndsNoSentence() {
        assertThat(Syllables.sentences("It cost 3.50 at J. Doe's shop. Then it ended."))
                .isEqualTo(2);
    }

    @Test
    void anEmptyTextHasAValue() {
        assertThat(Readability.of("", "en").value()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"cat,1", "stopped,1", "needed,2", "table,2", "information,4", "day,1"})
    void countsEnglishSyllables(String word, int count) {
        assertThat(Syllables.english(word)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"casa,2", "día,2", "aéreo,4", "ciudad,2", "guerra,2", "que,1", "violación,3", "rey,1", "y,1"})
    void countsSpanishSyllables(String word, int count) {
        assertThat(Syllables.spanish(word)).isEqualTo(count);
    }
}
