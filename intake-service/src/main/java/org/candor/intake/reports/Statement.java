package org.candor.intake.reports;

import java.util.Locale;

/** What is said to everybody who reports (policy I.B.1.b; 45 CFR 164.530(g)). */
final class Statement {

    static final String NON_RETALIATION =
            "Reporting helps us to do better. Nobody may intimidate, threaten, discriminate or"
                    + " retaliate against you for a report made in good faith. If it happens, report it: it is treated as an incident"
                    + " of its own.";

    static final String NON_RETALIATION_ES =
            "Informar nos ayuda a mejorar. Nadie puede intimidar, amenazar, discriminar ni"
                    + " tomar represalias contra usted por un informe hecho de buena fe. Si ocurre, infórmelo: se trata como un"
                    + " incidente propio.";

    private Statement() {}

    static String nonRetaliation(Locale locale) {
        return nonRetaliation(locale.getLanguage());
    }

    static String nonRetaliation(String language) {
        return "es".equals(language) ? NON_RETALIATION_ES : NON_RETALIATION;
    }
}
