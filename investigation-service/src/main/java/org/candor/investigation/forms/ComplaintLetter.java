package org.candor.investigation.forms;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candor.kit.document.Documents;

/**
 * A letter to somebody who complained (policy I.G.1): the result, the recommended resolution and how to reach the
 * Secretary; or why more time is needed and until when.
 *
 * @param contact lines that say how the organisation is reached
 * @param addressee name and address by lines; empty where the complainant gave no name
 * @param receivedOn day on which the complaint came
 * @param signer who writes, and in which office
 */
public record ComplaintLetter(
        String organisation,
        List<String> contact,
        boolean drill,
        LocalDate dated,
        LocalDate receivedOn,
        Optional<String> addressee,
        Content content,
        String signer,
        String office) {

    private static final String LANGUAGE = "en-US";
    private static final String CSS = """
            .letterhead { margin-bottom: 14pt; }
            .addressee { margin: 10pt 0 20pt 0; }
            .signature { margin-top: 18pt; }
            """;

    public ComplaintLetter {
        contact = List.copyOf(contact);
    }

    private static final List<String> SECRETARY = List.of(
            "U.S. Department of Health and Human Services",
            "Office for Civil Rights",
            "200 Independence Avenue, S.W.",
            "Washington, D.C. 20201",
            "Telephone 1-800-368-1019, TDD 1-800-537-7697",
            "www.hhs.gov/ocr/complaints");

    /** What the letter is about. */
    public sealed interface Content {

        String title();

        /** Headings with their paragraphs. */
        List<Part> parts();
    }

    /** A heading and what stands below it; lines are kept. */
    public record Part(String heading, String text) {}

    /** The result of the investigation. */
    public record Result(String result, String findings, String resolution) implements Content {
        @Override
        public String title() {
            return "The result of our investigation of your complaint";
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    new Part("What we found", result + "\n\n" + findings), new Part("What we recommend", resolution));
        }
    }

    /** More time is needed. */
    public record MoreTime(LocalDate firstDay, LocalDate until, String reason) implements Content {
        @Override
        public String title() {
            return "We need more time to investigate your complaint";
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    new Part("Why", reason),
                    new Part(
                            "Until when",
                            "We wanted to give you our answer by " + day(firstDay) + ". You will have it by "
                                    + day(until) + "."));
        }
    }

    /** The letter as an accessible PDF. Takes some ten milliseconds of CPU: call it on a worker. */
    public byte[] pdf() {
        String head = (drill ? "<p class=\"drill\">DRILL: this is an exercise</p>" : "")
                + "<p class=\"letterhead\"><b>" + Documents.escape(organisation) + "</b><br/>"
                + lines(String.join("\n", contact)) + "</p><p>" + day(dated) + "</p>"
                + addressee
                        .map(to -> "<p class=\"addressee\">" + lines(to) + "</p>")
                        .orElse("");
        String body = all().stream()
                .map(part -> "<h2>" + Documents.escape(part.heading()) + "</h2>" + paragraphs(part.text()))
                .collect(Collectors.joining());
        return Documents.pdf(
                head + "<h1>" + content.title() + "</h1><p>" + opening() + "</p>" + body + "<p class=\"signature\">"
                        + Documents.escape(signer) + "<br/>" + Documents.escape(office) + "</p>",
                CSS,
                content.title(),
                LANGUAGE);
    }

    /** The same words as plain text. */
    public String text() {
        String head = (drill ? "DRILL: this is an exercise\n\n" : "") + organisation + "\n" + String.join("\n", contact)
                + "\n" + day(dated) + "\n\n" + content.title() + "\n\n" + opening() + "\n";
        return all().stream()
                .map(part -> "\n" + part.heading() + "\n" + part.text() + "\n")
                .collect(Collectors.joining("", head, "\n" + signer + "\n" + office + "\n"));
    }

    private List<Part> all() {
        List<Part> parts = new ArrayList<>(content.parts());
        parts.add(new Part(
                "If you do not agree",
                "You may complain to the Secretary of Health and Human Services, also while we are still investigating."
                        + " Your complaint must reach the Secretary within 180 days of when you knew, or should have"
                        + " known, of what you complain about (45 CFR 160.306). The Secretary may allow more time for"
                        + " good cause. Nobody may retaliate against you for a complaint.\n\n"
                        + String.join("\n", SECRETARY)));
        return parts;
    }

    private String opening() {
        return "We received your complaint on " + day(receivedOn) + ".";
    }

    /** Empty lines part paragraphs. */
    private static String paragraphs(String text) {
        return Arrays.stream(text.split("\\R\\s*\\R"))
                .map(paragraph -> "<p>" + lines(paragraph) + "</p>")
                .collect(Collectors.joining());
    }

    private static String lines(String text) {
        return text.lines().map(Documents::escape).collect(Collectors.joining("<br/>"));
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US).format(day);
    }
}
