package org.candor.breach.obligations.decision;

import java.util.List;

/** What facts must satisfy to be of one piece. */
public enum Precondition {
    DETERMINED_BEFORE_DISCOVERY,
    SENT_BEFORE_DISCOVERY,
    STATED_BEFORE_DISCOVERY,
    DELAY_ENDS_BEFORE_STATED,
    TOLD_BEFORE_KNOWN,
    RESIDENTS_OVER_TOTAL,
    PART2_RECORDS_OVER_TOTAL,
    UNDELIVERABLE_OVER_TOTAL,
    NOBODY_COUNTS_YET;

    /**
     * A precondition that is broken.
     *
     * @param pointer JSON Pointer of the fact, in the words of the request
     */
    public record Broken(Precondition which, String pointer, String text) {}

    /** Every precondition that these facts break. */
    public static List<Broken> brokenBy(Facts facts) {
        return Preconditions.brokenBy(
                facts, Discovery.of(facts.knowledge(), facts.zone()).on());
    }
}
