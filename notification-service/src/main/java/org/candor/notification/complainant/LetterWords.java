package org.candor.notification.complainant;

import java.util.Locale;
import org.candor.notification.document.Words;

/** The fixed words of a letter to a complainant in one language. */
record LetterWords(
        Words document,
        String acknowledgement,
        String answer,
        String dear,
        String received,
        String due,
        String next,
        String reach,
        String reference) {

    private static final LetterWords ENGLISH = new LetterWords(
            Words.in("en"),
            "We have received your report",
            "The answer to your report",
            "Dear %s:",
            "We received your report on %s. It has been given to the officers in charge.",
            "We will write to you with the result by %s. If we need more time, we will tell you so before that day.",
            "Please keep this letter. If you remember something more, write or call us and give the reference above.",
            "You can reach us here:",
            "Reference");

    private static final LetterWords SPANISH = new LetterWords(
            Words.in("es"),
            "Hemos recibido su informe",
            "La respuesta a su informe",
            "Estimado/a %s:",
            "Recibimos su informe el %s. Se entregó a los oficiales encargados.",
            "Le escribiremos con el resultado a más tardar el %s. Si necesitamos más tiempo, se lo diremos antes de ese día.",
            "Guarde esta carta. Si recuerda algo más, escríbanos o llámenos y dé la referencia de arriba.",
            "Puede comunicarse con nosotros aquí:",
            "Referencia");

    static LetterWords in(String language) {
        return language.toLowerCase(Locale.ROOT).startsWith("es") ? SPANISH : ENGLISH;
    }
}
