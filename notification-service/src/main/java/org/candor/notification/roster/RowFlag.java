package org.candor.notification.roster;

/** Why a line of a roster was refused, or accepted with a warning. Codes only: a result file holds nothing of the person. */
enum RowFlag {
    CELLS_MISSING(true),
    CELLS_TOO_MANY(true),
    FORMULA_CELL(true),
    EXTERNAL_ID_MISSING(true),
    EXTERNAL_ID_TWICE(true),
    NAME_MISSING(true),
    TEXT_TOO_LONG(true),
    CONTROL_CHARACTERS(true),
    YES_OR_NO_EXPECTED(true),
    DATE_EXPECTED(true),
    LANGUAGE_NOT_OFFERED(true),
    RESIDENCE_STATE_UNKNOWN(false),
    EMAIL_MALFORMED(false),
    PHONE_MALFORMED(false),
    ADDRESS_INSUFFICIENT(false),
    FORMULA_LIKE_TEXT(false);

    final boolean refuses;

    RowFlag(boolean refuses) {
        this.refuses = refuses;
    }
}
