package org.candor.intake.reports.decision;

/** How somebody who gave his name wants acknowledgement and answer (policy I.G.1). */
public enum AnswerBy {
    LETTER,
    EMAIL,
    MAILBOX;

    /** True when what was given is enough to answer in this way. */
    public boolean isPossibleWith(boolean email, boolean address) {
        return switch (this) {
            case LETTER -> address;
            case EMAIL -> email;
            case MAILBOX -> true;
        };
    }
}
