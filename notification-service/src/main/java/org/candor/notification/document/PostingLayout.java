package org.candor.notification.document;

import java.time.LocalDate;
import org.candor.kit.document.Documents;
import org.candor.notification.text.decision.NoticeContent;

/** Substitute notice as a page for the organisation's home page, with the toll-free number (45 CFR 164.404(d)(2)(ii)). */
public final class PostingLayout {

    private PostingLayout() {}

    /** @param hasOther true when the page is there in the other language, too */
    public static String html(
            Sender sender, NoticeContent content, Words words, boolean drill, LocalDate postedOn, boolean hasOther) {
        return PublicPage.html(
                words.postingTitle() + " – " + sender.name(),
                words,
                header(sender, words, hasOther) + "<main id=\"notice\"><h1>" + Documents.escape(words.postingTitle())
                        + "</h1>"
                        + (drill ? "<p class=\"drill\">" + Documents.escape(words.drill()) + "</p>" : "")
                        + "<p>" + Documents.escape(words.postingIntro()) + "</p>" + call(content, words)
                        + Glossary.linked(NoticeMarkup.sections(content, words), words) + "</main><footer><p>"
                        + Documents.escape(sender.oneLine()) + "</p><p>"
                        + Documents.escape(words.postedOn() + " " + words.day(postedOn)) + "</p></footer>");
    }

    /** The same on paper, for who approves it. */
    public static byte[] pdf(Sender sender, NoticeContent content, Words words, boolean drill) {
        String number = NoticeMarkup.phone(content.contact().tollFree());
        return Documents.pdf(
                (drill ? "<p class=\"drill\">" + Documents.escape(words.drill()) + "</p>" : "") + "<h1>"
                        + Documents.escape(words.postingTitle()) + "</h1>"
                        + NoticeMarkup.paragraph(words.postingIntro())
                        + (number.isBlank()
                                ? ""
                                : NoticeMarkup.paragraph(
                                        words.postingInclusion().formatted(number)))
                        + NoticeMarkup.sections(content, words) + NoticeMarkup.paragraph(sender.oneLine()),
                words.postingTitle() + " – " + sender.name(),
                words.tag());
    }

    private static String header(Sender sender, Words words, boolean hasOther) {
        String code = words.spanish() ? "en" : "es";
        return "<a class=\"skip\" href=\"#notice\">" + Documents.escape(words.skip()) + "</a><header><p>"
                + Documents.escape(sender.name()) + "</p>"
                + (hasOther
                        ? "<nav aria-label=\"" + Documents.escape(words.languages()) + "\"><a href=\"?lang=" + code
                                + "\" lang=\"" + code + "\" hreflang=\"" + code + "\">"
                                + Documents.escape(words.otherLanguage()) + "</a></nav>"
                        : "")
                + "</header>";
    }

    private static String call(NoticeContent content, Words words) {
        String number = content.contact().tollFree();
        if (number.isBlank()) {
            return "";
        }
        String link = "<strong><a href=\"tel:" + Documents.escape(number) + "\">"
                + Documents.escape(NoticeMarkup.phone(number)) + "</a></strong>";
        return "<p class=\"call\">" + Documents.escape(words.postingInclusion()).formatted(link) + "</p>";
    }
}
