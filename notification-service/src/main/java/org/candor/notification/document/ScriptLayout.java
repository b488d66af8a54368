package org.candor.notification.document;

import org.candor.kit.document.Documents;
import org.candor.notification.text.decision.NoticeContent;

/** What is said on the telephone: who calls, is it the right person, then the five elements (45 CFR 164.404(c)(1), (d)(3)). */
public final class ScriptLayout {

    private ScriptLayout() {}

    public static byte[] pdf(Sender sender, NoticeContent content, Words words, String person, boolean drill) {
        return Documents.pdf(
                body(sender, content, words, person, drill), words.script().title(), words.tag());
    }

    public static String html(Sender sender, NoticeContent content, Words words, String person, boolean drill) {
        return PublicPage.html(
                words.script().title(), words, "<main>" + body(sender, content, words, person, drill) + "</main>");
    }

    private static String body(Sender sender, NoticeContent content, Words words, String person, boolean drill) {
        return "<h1>" + Documents.escape(words.script().title()) + "</h1>"
                + (drill ? "<p class=\"drill\">" + Documents.escape(words.drill()) + "</p>" : "")
                + NoticeMarkup.paragraph(
                        words.script().opening().formatted(content.signerName(), sender.name(), person))
                + NoticeMarkup.paragraph(words.script().onlyToThePerson())
                + NoticeMarkup.paragraph(words.script().rightPerson())
                + NoticeMarkup.sections(content, words)
                + NoticeMarkup.paragraph(words.script().questions())
                + NoticeMarkup.paragraph(words.script().closing());
    }

    /** @param person whom to ask for; words in brackets in a preview */
    public static String plain(Sender sender, NoticeContent content, Words words, String person, boolean drill) {
        return (drill ? words.drill() + "\n\n" : "")
                + words.script().opening().formatted(content.signerName(), sender.name(), person) + "\n\n"
                + words.script().onlyToThePerson() + "\n\n"
                + words.script().rightPerson() + "\n\n"
                + NoticeMarkup.plain(content, words) + "\n\n"
                + words.script().questions() + "\n"
                + words.script().closing() + "\n";
    }
}
