package org.candor.notification.document;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.candor.kit.document.Documents;
import org.candor.notification.text.decision.DataKind;
import org.candor.notification.text.decision.NoticeContent;

/** The five elements of a notice as XHTML, the same in letter, release and posting; all text goes through escaping. */
public final class NoticeMarkup {

    private NoticeMarkup() {}

    /** Sections with headings of level two. */
    public static String sections(NoticeContent content, Words words) {
        return heading(words.whatHappened())
                + paragraphs(content.whatHappened())
                + dates(content, words)
                + heading(words.whatInformation())
                + paragraph(words.informationIntro())
                + kinds(content, words)
                + heading(words.whatYouCanDo())
                + paragraphs(content.steps())
                + heading(words.whatWeDo())
                + paragraphs(content.response())
                + heading(words.moreInformation())
                + paragraph(words.contactIntro())
                + contact(content.contact(), words);
    }

    /** The same as plain text, for mail and for the text version of a release. */
    public static String plain(NoticeContent content, Words words) {
        return String.join(
                        "\n\n",
                        words.whatHappened().toUpperCase(words.locale()),
                        content.whatHappened().strip(),
                        plainDates(content, words),
                        words.whatInformation().toUpperCase(words.locale()),
                        words.informationIntro() + "\n"
                                + lines(content, words, kind -> "- " + kind + "\n")
                                        .strip(),
                        words.whatYouCanDo().toUpperCase(words.locale()),
                        content.steps().strip(),
                        words.whatWeDo().toUpperCase(words.locale()),
                        content.response().strip(),
                        words.moreInformation().toUpperCase(words.locale()),
                        words.contactIntro() + "\n" + plainContact(content.contact(), words))
                .replaceAll("\n{3,}", "\n\n");
    }

    /** Blank lines part paragraphs, lines that start with a hyphen become a list. */
    static String paragraphs(String text) {
        StringBuilder html = new StringBuilder();
        boolean inList = false;
        for (String line : text.strip().split("\\R+")) {
            boolean item = line.strip().startsWith("- ");
            if (item != inList) {
                html.append(item ? "<ul>" : "</ul>");
                inList = item;
            }
            html.append(
                    item ? "<li>" + Documents.escape(line.strip().substring(2)) + "</li>" : paragraph(line.strip()));
        }
        return html.append(inList ? "</ul>" : "").toString();
    }

    static String paragraph(String text) {
        return "<p>" + Documents.escape(text) + "</p>";
    }

    private static String heading(String text) {
        return "<h2>" + Documents.escape(text) + "</h2>";
    }

    private static String dates(NoticeContent content, Words words) {
        return content.breachOn()
                        .map(day -> paragraph(words.breachOn() + " " + words.day(day)))
                        .orElse("")
                + content.discoveredOn()
                        .map(day -> paragraph(words.discoveredOn() + " " + words.day(day)))
                        .orElse("");
    }

    private static String plainDates(NoticeContent content, Words words) {
        return content.breachOn()
                        .map(day -> words.breachOn() + " " + words.day(day) + "\n")
                        .orElse("")
                + content.discoveredOn()
                        .map(day -> words.discoveredOn() + " " + words.day(day))
                        .orElse("");
    }

    private static String kinds(NoticeContent content, Words words) {
        return "<ul>" + lines(content, words, kind -> "<li>" + Documents.escape(kind) + "</li>") + "</ul>";
    }

    private static String lines(NoticeContent content, Words words, Function<String, String> line) {
        return content.dataKinds().stream()
                .map(kind -> kind == DataKind.OTHER ? content.otherData() : kind.label(words.spanish()))
                .map(line)
                .collect(Collectors.joining());
    }

    private static String contact(NoticeContent.Contact contact, Words words) {
        return "<ul>" + item(words.tollFree(), Documents.escape(phone(contact.tollFree())))
                + item(words.email(), link("mailto:", contact.email()))
                + item(words.website(), link("", contact.website()))
                + item(words.mail(), Documents.escape(contact.postal()))
                + "</ul>";
    }

    private static String item(String label, String html) {
        return html.isEmpty() ? "" : "<li>" + Documents.escape(label) + ": " + html + "</li>";
    }

    private static String link(String scheme, String target) {
        if (target.isBlank()) {
            return "";
        }
        String text = Documents.escape(target);
        return "<a href=\"" + scheme + text + "\" title=\"" + text + "\">" + text + "</a>";
    }

    private static String plainContact(NoticeContent.Contact contact, Words words) {
        return plainItem(words.tollFree(), phone(contact.tollFree()))
                + plainItem(words.email(), contact.email())
                + plainItem(words.website(), contact.website())
                + plainItem(words.mail(), contact.postal());
    }

    private static String plainItem(String label, String text) {
        return text.isBlank() ? "" : "- " + label + ": " + text + "\n";
    }

    /** North American numbers as people read them; others as they are. */
    public static String phone(String number) {
        return number.matches("\\+1\\d{10}")
                ? "1-" + number.substring(2, 5) + "-" + number.substring(5, 8) + "-" + number.substring(8)
                : number;
    }
}
