package org.candor.notification.complainant;

import org.candor.kit.document.Documents;
import org.candor.notification.document.LetterPaper;

/** A paragraph of a letter, with its heading where it has one; else that is empty. */
record LetterBlock(String heading, String text) {

    static LetterBlock of(String text) {
        return new LetterBlock("", text);
    }

    String html() {
        return (heading.isEmpty() ? "" : "<h2>" + Documents.escape(heading) + "</h2>")
                + LetterPaper.paragraph("", text);
    }

    String plain() {
        return (heading.isEmpty() ? "" : heading + "\n") + text;
    }
}
