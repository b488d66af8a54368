package org.candor.notification.media;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.candor.notification.document.ReleaseLayout;
import org.candor.notification.document.Sender;
import org.candor.notification.text.NoticeTextRow;

/** The mail to an outlet: the release in English, and in Spanish where that is approved, too. */
record ReleaseMail(
        Sender sender, NoticeTextRow english, Optional<NoticeTextRow> spanish, boolean drill, LocalDate day) {

    private static final String BETWEEN = "\n" + "-".repeat(72) + "\n\n";

    String subject() {
        return (drill ? "DRILL – " : "") + each(text -> text.words().releaseTitle(), " / ") + " – " + sender.name();
    }

    String body() {
        return each(text -> ReleaseLayout.plain(sender, text.content(), text.words(), drill, day), BETWEEN);
    }

    private String each(Function<NoticeTextRow, String> part, String between) {
        return part.apply(english)
                + spanish.map(text -> between + part.apply(text)).orElse("");
    }
}
