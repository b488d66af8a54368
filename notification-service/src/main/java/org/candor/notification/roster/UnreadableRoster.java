package org.candor.notification.roster;

/** The file as a whole can't be read; nothing of it is stored. The message holds nothing of its content. */
final class UnreadableRoster extends RuntimeException {

    private static final long serialVersionUID = 1L;

    enum Cause {
        EMPTY,
        WRONG_ENCODING,
        WRONG_DELIMITER,
        COLUMNS_MISSING,
        COLUMN_UNKNOWN,
        COLUMN_TWICE,
        BROKEN_QUOTES,
        CELL_TOO_LONG,
        BROKEN_WORKBOOK,
        WORKBOOK_TOO_LARGE,
        PARTS_MISSING,
        NOT_AS_ANNOUNCED
    }

    private final Cause cause;
    private final String detail;

    UnreadableRoster(Cause cause, String detail) {
        super(cause + " " + detail, null, false, false);
        this.cause = cause;
        this.detail = detail;
    }

    Cause reason() {
        return cause;
    }

    String detail() {
        return detail;
    }
}
