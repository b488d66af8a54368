package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the rules say to the facts of one breach. */
public sealed interface Answer {

    /**
     * The duties.
     *
     * @param combinedLetterDue earliest due day of all letters to individuals (policy III.D.1.a.ii)
     * @param warnings what no date can say, in words; never empty of what is known but not computed
     * @param counselChecks jurisdictions concerned whose law is known and not computed
     */
    record Computed(
            Discovery discovery,
            Optional<LocalDate> combinedLetterDue,
            List<Duty> duties,
            List<String> warnings,
            List<StateLaw> counselChecks,
            String rulesVersion)
            implements Answer {

        public Computed {
            duties = List.copyOf(duties);
            warnings = List.copyOf(warnings);
            counselChecks = List.copyOf(counselChecks);
        }
    }

    /** The facts contradict themselves; every broken precondition is named. */
    record Refused(List<Precondition.Broken> broken) implements Answer {

        public Refused {
            broken = List.copyOf(broken);
        }
    }
}
