package org.candor.notification.text;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.candor.notification.document.CoveredEntityLayout;
import org.candor.notification.document.LetterFields;
import org.candor.notification.document.LetterForm;
import org.candor.notification.document.LetterLayout;
import org.candor.notification.document.NoticeMarkup;
import org.candor.notification.document.PostingLayout;
import org.candor.notification.document.ReleaseLayout;
import org.candor.notification.document.ScriptLayout;
import org.candor.notification.document.Sender;
import org.candor.notification.document.Words;
import org.candor.notification.text.decision.NoticeContent;

/**
 * A text in the forms in which it leaves the house. Pure; laying out a PDF takes a good part of a second, so call it on a
 * worker thread.
 */
record Rendering(Template template, Sender sender, NoticeContent content, Words words, boolean drill, LocalDate day) {

    /** What is frozen at approval: of the letter the form that every person's letter is filled from. */
    byte[] genericCopy() {
        return switch (template) {
            case LETTER -> LetterForm.layOut(sender, content, words, drill);
            case RELEASE -> ReleaseLayout.pdf(sender, content, words, drill, day);
            case POSTING -> html().getBytes(StandardCharsets.UTF_8);
            case SCRIPT -> plain().getBytes(StandardCharsets.UTF_8);
            case COVERED_ENTITY -> CoveredEntityLayout.generic(sender, content, drill, day);
        };
    }

    byte[] pdf() {
        return switch (template) {
            case LETTER -> sample(genericCopy());
            case SCRIPT -> ScriptLayout.pdf(sender, content, words, somebody(), drill);
            case RELEASE -> ReleaseLayout.pdf(sender, content, words, drill, day);
            case POSTING -> PostingLayout.pdf(sender, content, words, drill);
            case COVERED_ENTITY -> genericCopy();
        };
    }

    /** The letter as it looks, with words where the person would stand. */
    byte[] sample(byte[] form) {
        boolean spanish = words.spanish();
        return LetterForm.of(form)
                .fill(new LetterFields(
                        spanish ? "[fecha]" : "[date]",
                        words.reference() + ": –",
                        spanish
                                ? List.of("[nombre de la persona]", "[dirección]", "[ciudad, estado, código postal]")
                                : List.of("[name of the individual]", "[street]", "[city, state, ZIP]"),
                        words.dear().formatted(spanish ? "[nombre]" : "[name]")));
    }

    String html() {
        return switch (template) {
            case LETTER -> LetterLayout.html(sender, content, words, drill);
            case RELEASE -> ReleaseLayout.html(sender, content, words, drill, day);
            case POSTING -> PostingLayout.html(sender, content, words, drill, day, false);
            case SCRIPT -> ScriptLayout.html(sender, content, words, somebody(), drill);
            case COVERED_ENTITY -> CoveredEntityLayout.html(content);
        };
    }

    String plain() {
        return switch (template) {
            case RELEASE -> ReleaseLayout.plain(sender, content, words, drill, day);
            case SCRIPT -> ScriptLayout.plain(sender, content, words, somebody(), drill);
            case LETTER, POSTING -> NoticeMarkup.plain(content, words) + "\n";
            case COVERED_ENTITY ->
                CoveredEntityLayout.plain(sender, content, CoveredEntityLayout.Affected.UNKNOWN, false);
        };
    }

    private String somebody() {
        return words.spanish() ? "[nombre]" : "[name]";
    }
}
