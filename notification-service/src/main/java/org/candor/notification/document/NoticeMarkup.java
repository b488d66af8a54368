package org.candor.notification.document;

import java.util.List;
import java.util.stream.Collectors;
import org.candor.kit.document.Documents;
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
                + list(NoticeSections.kinds(content, words))
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
        return NoticeSections.of(content, words).stream()
                .map(section -> section.heading().toUpperCase(words.locale()) + "\n\n" + plain(section.blocks()))
                .collect(Collectors.joining("\n\n"));
    }

    private static String plain(List<NoticeSections.Block> blocks) {
        return blocks.stream()
                .map(block -> block.items().isEmpty()
                        ? block.paragraph()
                        : block.items().stream().map(item -> "- " + item).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private static String paragraphs(String text) {
        return NoticeSections.blocks(text).stream()
                .map(block -> block.items().isEmpty() ? paragraph(block.paragraph()) : list(block.items()))
                .collect(Collectors.joining());
    }

    private static String list(List<String> items) {
        return items.stream()
                .map(item -> "<li>" + Documents.escape(item) + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
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

    /** North American numbers as people read them; others as they are. */
    public static String phone(String number) {
        return number.matches("\\+1\\d{10}")
                ? "1-" + number.substring(2, 5) + "-" + number.substring(5, 8) + "-" + number.substring(8)
                : number;
    }
}
