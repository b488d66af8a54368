package org.candor.notification.document;

import org.candor.notification.text.decision.NoticeContent;

/** What is said on the telephone: who calls, is it the right person, then the five elements (45 CFR 164.404(c)(1), (d)(3)). */
public final class ScriptLayout {

    private ScriptLayout() {}

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
