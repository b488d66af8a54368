package org.candor.notification.document;

import org.candor.kit.document.Documents;
import org.candor.notification.text.decision.NoticeContent;

/** The notice as e-mail, for who agreed to electronic notice (45 CFR 164.404(d)(1)(i)): the same words as the letter. */
public record EmailLayout(String subject, String plain, String html) {

    public static EmailLayout of(Sender sender, NoticeContent content, Words words, String salutation, boolean drill) {
        String subject = (drill ? words.drill() + " " : "") + words.letterTitle() + " – " + sender.name();
        String plain = (drill ? words.drill() + "\n\n" : "") + salutation + "\n\n" + NoticeMarkup.plain(content, words)
                + "\n\n" + words.sincerely() + "\n" + content.signerName() + "\n" + content.signerTitle() + "\n"
                + sender.oneLine() + "\n";
        String body = "<main>" + (drill ? "<p class=\"drill\">" + Documents.escape(words.drill()) + "</p>" : "")
                + "<h1>"
                + Documents.escape(words.letterTitle()) + "</h1><p>" + Documents.escape(salutation) + "</p>"
                + NoticeMarkup.sections(content, words) + "<p>" + Documents.escape(words.sincerely()) + "<br/>"
                + Documents.escape(content.signerName()) + "<br/>" + Documents.escape(content.signerTitle()) + "<br/>"
                + Documents.escape(sender.oneLine()) + "</p></main>";
        return new EmailLayout(subject, plain, PublicPage.html(words.letterTitle(), words, body));
    }
}
