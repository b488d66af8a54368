package org.candor.notification.telephone;

/** What came of a call. */
public enum CallOutcome {
    REACHED(State.DONE),
    /** Another form of written notice reached the person. */
    TOLD_IN_WRITING(State.DONE),
    TOLD_OTHERWISE(State.DONE),
    NO_ANSWER(State.OPEN),
    /** Name and number only; nothing of the breach is left on a machine or with somebody else. */
    LEFT_MESSAGE(State.OPEN),
    WRONG_NUMBER(State.OPEN),
    /** Nothing more is tried; the note says why. */
    GIVEN_UP(State.GIVEN_UP);

    /** What becomes of the task. */
    enum State {
        OPEN,
        DONE,
        GIVEN_UP
    }

    private final State state;

    CallOutcome(State state) {
        this.state = state;
    }

    State state() {
        return state;
    }
}
