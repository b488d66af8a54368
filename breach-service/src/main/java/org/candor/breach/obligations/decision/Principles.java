package org.candor.breach.obligations.decision;

import java.util.List;

/** Ids of the principles that the evaluation applies; the rule data gives their figures, words and readings. */
final class Principles {

    static final String ORAL_DELAY = "DELAY-ORAL";
    static final String WRITTEN_DELAY = "DELAY-WRITTEN";
    static final String LATE_DELAY = "DELAY-AFTER-DUE";
    static final String END_OF_DELAY = "DELAY-END";
    static final String STATE_LETTERS_HELD = "DELAY-STATE-LETTERS";
    static final String STATE_RELIEF = "STATE-RELIEF";
    static final String HIPAA_TIMING = "HIPAA-TIMING";
    static final List<String> NEEDED = List.of(
            ORAL_DELAY, WRITTEN_DELAY, LATE_DELAY, END_OF_DELAY, STATE_LETTERS_HELD, STATE_RELIEF, HIPAA_TIMING);

    private Principles() {}
}
