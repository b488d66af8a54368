package org.candor.investigation.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candor.investigation.forms.LetterContent.Part;
import org.candor.kit.document.Documents;

/**
 * A letter to somebody who complained (policy I.G.1): the result, the recommended resolution and how to reach the
 * Secretary; or why more time is needed and until when.
 *
 * @param contact lines that say how the organisation is reached
 * @param receivedOn day on which the complaint came
 * @param addressee name and address by lines; empty where the complainant gave no name
 * @param signer who writes
 * @param office in which office he writes, in the letter's language
 */
public record ComplaintLetter(
        LetterLanguage language,
        String organisation,
        List<String> contact,
        boolean drill,
        LocalDate dated,
        LocalDate receivedOn,
        Optional<String> addressee,
        LetterContent content,
        String signer,
        String office) {

    private static final String CSS = """
            .letterhead { margin-bottom: 14pt; }
            .addressee { margin: 10pt 0 20pt 0; }
            .signature { margin-top: 18pt; }
            """;

    private static final String SECRETARY = """
            U.S. Department of Health and Human Services
            Office for Civil Rights
            200 Independence Avenue, S.W.
            Washington, D.C. 20201
            1-800-368-1019, TDD 1-800-537-7697
            www.hhs.gov/ocr/complaints""";

    public ComplaintLetter {
        contact = List.copyOf(contact);
    }

    /** The letter as an accessible PDF. Takes some ten milliseconds of CPU: call it on a worker. */
    public byte[] pdf() {
        String head = (drill ? "<p class=\"drill\">" + drillMark() + "</p>" : "")
                + "<p class=\"letterhead\"><b>" + Documents.escape(organisation) + "</b><br/>"
                + lines(String.join("\n", contact)) + "</p><p>" + language.day(dated) + "</p>"
                + addressee
                        .map(to -> "<p class=\"addressee\">" + lines(to) + "</p>")
                        .orElse("");
        String body = parts().stream()
                .map(part -> "<h2>" + Documents.escape(part.heading()) + "</h2>" + paragraphs(part.text()))
                .collect(Collectors.joining());
        String title = content.title(language);
        return Documents.pdf(
                head + "<h1>" + title + "</h1><p>" + opening() + "</p>" + body + "<p class=\"signature\">"
                        + Documents.escape(signer) + "<br/>" + Documents.escape(office) + "</p>",
                CSS,
                title,
                language.tag());
    }

    /** The same words as plain text. */
    public String text() {
        String head = (drill ? drillMark() + "\n\n" : "") + organisation + "\n" + String.join("\n", contact) + "\n"
                + language.day(dated) + "\n\n" + content.title(language) + "\n\n" + opening() + "\n";
        return parts().stream()
                .map(part -> "\n" + part.heading() + "\n" + part.text() + "\n")
                .collect(Collectors.joining("", head, "\n" + signer + "\n" + office + "\n"));
    }

    /** Every letter says how to reach the Secretary: a complaint there need not wait for the answer. */
    private List<Part> parts() {
        List<Part> parts = new ArrayList<>(content.parts(language));
        parts.add(new Part(
                language.say("If you do not agree", "Si no está de acuerdo"),
                language.say(
                                "You may complain to the Secretary of Health and Human Services, also while we are still"
                                        + " investigating. Your complaint must be filed within 180 days of when you knew,"
                                        + " or should have known, of what you complain about (45 CFR 160.306). The"
                                        + " Secretary may allow more time for good cause. Nobody may retaliate against"
                                        + " you for a complaint.",
                                "Puede presentar una queja ante el Secretario de Salud y Servicios Humanos, también"
                                        + " mientras investigamos. Debe presentarla dentro de los 180 días desde que supo,"
                                        + " o debió saber, de aquello de lo que se queja (45 CFR 160.306). El Secretario"
                                        + " puede conceder más tiempo por causa justificada. Nadie puede tomar"
                                        + " represalias contra usted por una queja.")
                        + "\n\n" + SECRETARY));
        return parts;
    }

    private String opening() {
        String day = language.day(receivedOn);
        return language.say("We received your complaint on " + day + ".", "Recibimos su queja el " + day + ".");
    }

    private String drillMark() {
        return language.say("DRILL: this is an exercise", "SIMULACRO (DRILL): esto es un ejercicio");
    }

    private static String paragraphs(String text) {
        return Arrays.stream(text.split("\\R\\s*\\R"))
                .map(paragraph -> "<p>" + lines(paragraph) + "</p>")
                .collect(Collectors.joining());
    }

    private static String lines(String text) {
        return text.lines().map(Documents::escape).collect(Collectors.joining("<br/>"));
    }
}
