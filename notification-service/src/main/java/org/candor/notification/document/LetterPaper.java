package org.candor.notification.document;

import java.util.List;
import java.util.stream.Collectors;
import org.candor.kit.document.Documents;

/**
 * The paper of a letter that goes by itself: who sends it, day and reference, and the address where the window of a number 10
 * envelope shows it.
 *
 * @param address lines as on an envelope
 */
public record LetterPaper(
        Words words, Sender sender, String dated, String reference, List<String> address, boolean drill) {

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
            h2 { font-size: 11pt; margin: 9pt 0 2pt 0; }
            table { width: 100%; font-size: 8.5pt; }
            .signature { margin-top: 12pt; }
            """;

    public LetterPaper {
        address = List.copyOf(address);
    }

    /**
     * PDF/UA-1; for a worker thread.
     *
     * @param body well-formed XHTML under the title
     */
    public byte[] pdf(String title, String body) {
        String head = "<div class=\"head\">" + paragraph("sender name", sender.name())
                + paragraph("sender", sender.street())
                + paragraph("sender", sender.cityLine()) + paragraph("sender", "Return Service Requested")
                + "<div class=\"mail\">" + paragraph("", "First-Class Mail") + paragraph("", dated)
                + paragraph("", reference)
                + "</div><div class=\"to\">"
                + address.stream().map(one -> paragraph("", one)).collect(Collectors.joining()) + "</div></div>";
        String mark = drill ? paragraph("drill", words.drill()) : "";
        return Documents.pdf(head + mark + "<h1>" + Documents.escape(title) + "</h1>" + body, CSS, title, words.tag());
    }

    /** A paragraph whose line breaks stay. */
    public static String paragraph(String style, String text) {
        return "<p" + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">"
                + Documents.escape(text).replaceAll("\\R", "<br/>") + "</p>";
    }
}
