package org.candor.investigation.forms;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The language of a letter. What an officer writes into it, he writes in that language. */
public enum LetterLanguage {
    EN("en-US", "MMMM d, yyyy"),
    ES("es-US", "d 'de' MMMM 'de' yyyy");

    private final String tag;
    private final DateTimeFormatter days;

    LetterLanguage(String tag, String days) {
        this.tag = tag;
        this.days = DateTimeFormatter.ofPattern(days, Locale.forLanguageTag(tag));
    }

    /** ISO 639-1, such as {@code es}. */
    public String code() {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    String tag() {
        return tag;
    }

    String day(LocalDate day) {
        return days.format(day);
    }

    /** One of two wordings of the same. */
    public String say(String english, String spanish) {
        return this == EN ? english : spanish;
    }
}
