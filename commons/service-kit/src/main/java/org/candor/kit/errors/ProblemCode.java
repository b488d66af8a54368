package org.candor.kit.errors;

import java.util.Locale;

/** An entry of a service's catalogue of errors. Codes are stable; titles may be reworded. */
public interface ProblemCode {

    /** Upper case with underscores, unique in the service. */
    String code();

    /** The HTTP status. */
    int status();

    String english();

    String spanish();

    /** What happened and what to do, in the caller's language; English unless Spanish is asked for. */
    default String title(Locale locale) {
        return "es".equals(locale.getLanguage()) ? spanish() : english();
    }
}
