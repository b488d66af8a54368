package org.candor.notification.document;

import org.candor.kit.document.Documents;
import org.candor.notification.text.decision.NoticeContent;

/** Lays out the page of letter 4-III-B that is the same for everybody; what differs is filled in by {@link LetterForm}. */
public final class LetterLayout {

    // The head keeps free what LetterForm fills in: the window of a number 10 envelope and the salutation under it.
    private static final String CSS = """
            @page { margin: 0.55in 1in 0.65in 1in; }
            .head { height: 2.85in; }
            .head .sender { width: 3.6in; font-size: 9pt; line-height: 1.35; margin: 0; }
            .head .name { font-size: 11.5pt; font-weight: bold; color: #14375e; }
            .head .mail { position: absolute; left: 4.4in; top: 0; width: 2.1in; text-align: right; font-size: 8.5pt; color: #4a4a4a; }
            h1 { font-size: 13.5pt; margin: 0 0 2pt 0; }
            h2 { font-size: 11pt; margin: 7pt 0 1pt 0; }
            p { margin: 0 0 3pt 0; }
            body { font-size: 10pt; line-height: 1.35; }
            ul { margin: 0 0 3pt 0; }
            li { margin: 0; }
            .closing { margin-top: 8pt; page-break-inside: avoid; }
            .closing .tight { margin: 0; }
            .closing .signer { margin: 9pt 0 0 0; font-weight: bold; }
            .drill { position: absolute; top: 0.22in; left: 3.95in; width: 2.3in; font-size: 8pt; padding: 2pt; }
            """;

    private LetterLayout() {}

    static byte[] pdf(Sender sender, NoticeContent content, Words words, boolean drill) {
        return Documents.pdf(body(sender, content, words, drill), CSS, words.letterTitle(), words.tag());
    }

    /** The letter as a page, for who reads it before it is approved. */
    public static String html(Sender sender, NoticeContent content, Words words, boolean drill) {
        String letter = line("", sender.oneLine()) + "<h1>" + Documents.escape(words.letterTitle()) + "</h1>"
                + (drill ? line("drill", words.drill()) : "")
                + line("", words.dear().formatted(words.spanish() ? "[nombre]" : "[name]"))
                + NoticeMarkup.sections(content, words)
                + line("", words.sincerely())
                + line("", content.signerName() + ", " + content.signerTitle());
        return PublicPage.html(words.letterTitle(), words, "<main>" + Glossary.linked(letter, words) + "</main>");
    }

    private static String body(Sender sender, NoticeContent content, Words words, boolean drill) {
        // One block per line: the renderer's tags keep the reading order of blocks, not that of inline parts.
        return "<div class=\"head\">" + line("sender name", sender.name()) + line("sender", sender.street())
                + line("sender", sender.cityLine()) + line("sender", "Return Service Requested")
                + line("mail", "First-Class Mail") + (drill ? line("drill", words.drill()) : "")
                + "</div><h1>" + Documents.escape(words.letterTitle()) + "</h1>"
                + NoticeMarkup.sections(content, words)
                + "<div class=\"closing\">" + line("", words.sincerely()) + line("signer", content.signerName())
                + line("tight", content.signerTitle()) + line("tight", sender.name()) + "</div>";
    }

    private static String line(String style, String text) {
        return "<p class=\"" + style + "\">" + Documents.escape(text) + "</p>";
    }
}
