package org.candor.investigation.forms;

import java.time.LocalDate;
import java.util.List;
import org.candor.events.CaseEvent.ComplaintResult;

/** What a letter to a complainant is about. */
public sealed interface LetterContent {

    String title(LetterLanguage language);

    List<Part> parts(LetterLanguage language);

    /** A heading and what stands below it; empty lines part paragraphs. */
    record Part(String heading, String text) {}

    /** The result of the investigation and the recommended resolution. */
    record Result(ComplaintResult result, String findings, String resolution) implements LetterContent {
        @Override
        public String title(LetterLanguage language) {
            return language.say(
                    "The result of our investigation of your complaint",
                    "Resultado de nuestra investigación de su queja");
        }

        @Override
        public List<Part> parts(LetterLanguage language) {
            return List.of(
                    new Part(
                            language.say("What we found", "Lo que hallamos"),
                            sentence(result, language) + "\n\n" + findings),
                    new Part(language.say("What we recommend", "Lo que recomendamos"), resolution));
        }
    }

    /** More time is needed. */
    record MoreTime(LocalDate firstDay, LocalDate until, String reason) implements LetterContent {
        @Override
        public String title(LetterLanguage language) {
            return language.say(
                    "We need more time to investigate your complaint",
                    "Necesitamos más tiempo para investigar su queja");
        }

        @Override
        public List<Part> parts(LetterLanguage language) {
            String first = language.day(firstDay);
            String last = language.day(until);
            return List.of(
                    new Part(language.say("Why", "Por qué"), reason),
                    new Part(
                            language.say("Until when", "Hasta cuándo"),
                            language.say(
                                    "We wanted to give you our answer by " + first + ". You will have it by " + last
                                            + ".",
                                    "Queríamos responderle a más tardar el " + first
                                            + ". Tendrá nuestra respuesta a más tardar el " + last + ".")));
        }
    }

    private static String sentence(ComplaintResult result, LetterLanguage language) {
        return switch (result) {
            case VIOLATION_FOUND ->
                language.say(
                        "Your complaint is justified: our rules were not followed.",
                        "Su queja está justificada: no se siguieron nuestras reglas.");
            case NO_VIOLATION_FOUND ->
                language.say("We found that our rules were followed.", "Hallamos que se siguieron nuestras reglas.");
            case PERMITTED_DISCLOSURE ->
                language.say(
                        "We found that the law permits what was done.", "Hallamos que la ley permite lo que se hizo.");
            case NOT_ENOUGH_INFORMATION ->
                language.say(
                        "We could not find out whether our rules were followed.",
                        "No pudimos averiguar si se siguieron nuestras reglas.");
        };
    }
}
