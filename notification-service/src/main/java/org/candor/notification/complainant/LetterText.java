package org.candor.notification.complainant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.kit.document.Documents;
import org.candor.notification.document.NoticeMarkup;
import org.candor.notification.document.Sender;

/** The words and the layout of a letter to a complainant. Pure: the same letter always reads the same. */
record LetterText(
        LetterWords words,
        String title,
        Sender sender,
        String dated,
        String reference,
        List<String> address,
        List<String> paragraphs) {

    // The address stands in the window of a number 10 envelope, as on every other letter of ours.
    private static final String CSS = """
            @page { margin: 0.55in 1in 0.65in 1in; }
            .head { height: 2.75in; }
            .head p { margin: 0; line-height: 1.35; }
            .sender { width: 3.6in; font-size: 9pt; }
            .name { font-size: 11.5pt; font-weight: bold; color: #14375e; }
            .mail { position: absolute; left: 4.4in; top: 0; width: 2.1in; text-align: right; font-size: 8.5pt; color: #4a4a4a; }
            .to { position: absolute; top: 1.5in; left: 0; width: 4in; }
            .to p { font-size: 10.5pt; }
            h1 { font-size: 13.5pt; margin: 0 0 6pt 0; }
            """;

    LetterText {
        address = List.copyOf(address);
        paragraphs = List.copyOf(paragraphs);
    }

    static LetterText acknowledgement(UUID letterId, Sender sender, IntakeClient.Contact contact, LocalDate today) {
        LetterWords words = LetterWords.in(contact.language());
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.dear().formatted(contact.name().value()));
        paragraphs.add(words.received().formatted(words.document().day(contact.receivedOn())));
        if (contact.answerDueOn() != null) {
            paragraphs.add(words.due().formatted(words.document().day(contact.answerDueOn())));
        }
        paragraphs.add(words.next());
        return of(Letter.Kind.ACKNOWLEDGEMENT, letterId, sender, contact, words, today, paragraphs);
    }

    /** The answer's own words; it is dated as the officer dated it. */
    static LetterText answer(
            UUID letterId, Sender sender, IntakeClient.Contact contact, InvestigationClient.Answer answer) {
        List<String> paragraphs =
                Arrays.stream(answer.text().value().strip().split("\\R\\s*\\R")).toList();
        return of(
                Letter.Kind.ANSWER,
                letterId,
                sender,
                contact,
                LetterWords.in(answer.language()),
                answer.answeredOn(),
                paragraphs);
    }

    private static LetterText of(
            Letter.Kind kind,
            UUID letterId,
            Sender sender,
            IntakeClient.Contact contact,
            LetterWords words,
            LocalDate dated,
            List<String> content) {
        List<String> paragraphs = new ArrayList<>(content);
        paragraphs.add(contact.nonRetaliation());
        paragraphs.add(words.reach() + "\n" + reach(sender));
        List<String> address = new ArrayList<>(List.of(contact.name().value()));
        contact.address()
                .value()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(address::add);
        return new LetterText(
                words,
                words.title(kind),
                sender,
                words.document().day(dated),
                words.reference() + ": " + reference(letterId),
                address,
                paragraphs);
    }

    /** PDF/UA-1; for a worker thread. */
    byte[] pdf() {
        String head = "<div class=\"head\">" + line("sender name", sender.name()) + line("sender", sender.street())
                + line("sender", sender.cityLine()) + line("sender", "Return Service Requested")
                + "<div class=\"mail\">" + line("", "First-Class Mail") + line("", dated) + line("", reference)
                + "</div><div class=\"to\">"
                + address.stream().map(one -> line("", one)).collect(Collectors.joining()) + "</div></div>";
        String text = paragraphs.stream()
                .map(one -> "<p>" + Documents.escape(one).replaceAll("\\R", "<br/>") + "</p>")
                .collect(Collectors.joining());
        return Documents.pdf(
                head + "<h1>" + Documents.escape(title) + "</h1>" + text,
                CSS,
                title,
                words.document().tag());
    }

    String plain() {
        return dated + "\n" + reference + "\n\n" + String.join("\n\n", paragraphs) + "\n\n" + sender.oneLine() + "\n";
    }

    String subject() {
        return title + " – " + sender.name();
    }

    private static String reach(Sender sender) {
        return List.of(NoticeMarkup.phone(sender.tollFree()), sender.email(), sender.website(), sender.oneLine())
                .stream()
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Short enough to be read out on the telephone; says nothing about the person. */
    static String reference(UUID letterId) {
        String hex = letterId.toString().replace("-", "");
        return hex.substring(20, 26) + "-" + hex.substring(26);
    }

    private static String line(String style, String text) {
        return "<p" + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">" + Documents.escape(text) + "</p>";
    }
}
