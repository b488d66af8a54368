package org.candor.investigation.cases.decision;

import java.util.List;

/**
 * Triage found a disclosure that the rules permit: it is no violation, and nobody may be sanctioned for it
 * (45 CFR 164.530(e)(1)). The breach question is asked all the same where health information may be involved; its answer
 * is breach-service's.
 *
 * @param answers the answers of the check list that carry the finding, as codes
 */
public record NoViolation(Ground ground, List<String> answers) {

    public NoViolation {
        answers = List.copyOf(answers);
    }

    /** Which permission it was. */
    public enum Ground {
        CRIME_VICTIM("45 CFR 164.502(j)(2), 164.512(f)(2)(i); policy I.B.2.b.i"),
        WHISTLE_BLOWER("45 CFR 164.502(j)(1); policy I.B.2.b.ii"),
        INCIDENTAL("45 CFR 164.502(a)(1)(iii), 164.530(c)");

        private final String citation;

        Ground(String citation) {
            this.citation = citation;
        }

        public String citation() {
            return citation;
        }
    }
}
