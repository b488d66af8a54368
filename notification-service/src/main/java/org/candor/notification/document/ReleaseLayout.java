package org.candor.notification.document;

import java.time.LocalDate;
import org.candor.kit.document.Documents;
import org.candor.notification.text.decision.NoticeContent;

/** The media release (form 4-III-C): the same content as the letter, for whoever reads a newspaper (45 CFR 164.406). */
public final class ReleaseLayout {

    private static final String CSS = """
            .over { text-transform: uppercase; letter-spacing: 0.6pt; font-size: 9pt; color: #4a4a4a; margin: 0 0 2pt 0; }
            .closing { margin-top: 14pt; }
            p.tight { margin: 0; }
            """;

    private ReleaseLayout() {}

    public static byte[] pdf(Sender sender, NoticeContent content, Words words, boolean drill, LocalDate day) {
        return Documents.pdf(body(sender, content, words, drill, day), CSS, title(sender, words), words.tag());
    }

    /** A page of its own that loads nothing. */
    public static String html(Sender sender, NoticeContent content, Words words, boolean drill, LocalDate day) {
        return PublicPage.html(
                title(sender, words),
                words,
                "<main>" + Glossary.linked(body(sender, content, words, drill, day), words) + "</main>");
    }

    public static String plain(Sender sender, NoticeContent content, Words words, boolean drill, LocalDate day) {
        return (drill ? words.drill() + "\n\n" : "") + words.forRelease() + "\n" + words.immediateRelease() + ": "
                + words.day(day) + "\n\n" + sender.name() + "\n" + words.releaseTitle() + "\n\n"
                + NoticeMarkup.plain(content, words) + "\n\n" + content.signerName() + ", " + content.signerTitle()
                + "\n"
                + sender.oneLine() + "\n";
    }

    private static String title(Sender sender, Words words) {
        return sender.name() + ": " + words.releaseTitle();
    }

    private static String body(Sender sender, NoticeContent content, Words words, boolean drill, LocalDate day) {
        return (drill ? "<p class=\"drill\">" + Documents.escape(words.drill()) + "</p>" : "")
                + "<p class=\"over\">" + Documents.escape(words.forRelease()) + "</p><p class=\"quiet\">"
                + Documents.escape(words.immediateRelease() + ": " + words.day(day)) + "</p><h1>"
                + Documents.escape(title(sender, words)) + "</h1>" + NoticeMarkup.sections(content, words)
                + "<div class=\"closing\"><p class=\"tight\">"
                + Documents.escape(content.signerName() + ", " + content.signerTitle()) + "</p><p class=\"tight\">"
                + Documents.escape(sender.oneLine()) + "</p></div>";
    }
}
