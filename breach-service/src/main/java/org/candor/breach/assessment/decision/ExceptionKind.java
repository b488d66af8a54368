package org.candor.breach.assessment.decision;

import java.util.Set;

/** The three exclusions from "breach"; each applies only when all its questions are answered yes. */
public enum ExceptionKind {
    /** 45 CFR 164.402(1)(i). */
    UNINTENTIONAL_USE(
            Question.WORKFORCE_OR_UNDER_AUTHORITY,
            Question.GOOD_FAITH,
            Question.WITHIN_SCOPE_OF_AUTHORITY,
            Question.NO_FURTHER_IMPERMISSIBLE_USE),
    /** 45 CFR 164.402(1)(ii). */
    INADVERTENT_DISCLOSURE(
            Question.DISCLOSER_AUTHORIZED,
            Question.RECIPIENT_AUTHORIZED,
            Question.SAME_ENTITY_OR_ARRANGEMENT,
            Question.NO_FURTHER_IMPERMISSIBLE_USE),
    /** 45 CFR 164.402(1)(iii); "reasonably", which policies tend to forget. */
    NOT_RETAINED(Question.COULD_NOT_REASONABLY_RETAIN);

    /** What must be so for an exception to apply. */
    public enum Question {
        WORKFORCE_OR_UNDER_AUTHORITY,
        GOOD_FAITH,
        WITHIN_SCOPE_OF_AUTHORITY,
        NO_FURTHER_IMPERMISSIBLE_USE,
        DISCLOSER_AUTHORIZED,
        RECIPIENT_AUTHORIZED,
        SAME_ENTITY_OR_ARRANGEMENT,
        COULD_NOT_REASONABLY_RETAIN
    }

    private final Set<Question> questions;

    ExceptionKind(Question... questions) {
        this.questions = Set.of(questions);
    }

    public Set<Question> questions() {
        return questions;
    }
}
