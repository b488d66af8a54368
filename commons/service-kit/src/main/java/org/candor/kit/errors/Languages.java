package org.candor.kit.errors;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** Picks the language of an answer: Spanish where the caller prefers it, else English. */
public final class Languages {

    private static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.of("es"));

    private Languages() {}

    public static Locale of(HttpHeaders headers) {
        String wanted = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        return wanted == null ? Locale.ENGLISH : of(wanted);
    }

    static Locale of(String acceptLanguage) {
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), OFFERED);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }
}
