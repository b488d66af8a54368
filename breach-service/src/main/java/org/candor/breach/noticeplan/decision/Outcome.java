package org.candor.breach.noticeplan.decision;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a plan comes to. */
public sealed interface Outcome {

    /**
     * It can be carried out.
     *
     * @param people who are to be told, each counted once
     * @param parts what each sender gives, those with the most people first
     * @param undecided covered entities of which nobody has said who tells their people
     * @param open groups of shared people who would get two notices, or none
     */
    record Accepted(long people, List<Part> parts, Set<UUID> undecided, List<Set<UUID>> open) implements Outcome {

        public Accepted {
            parts = List.copyOf(parts);
            undecided = Set.copyOf(undecided);
            open = List.copyOf(open);
        }

        /** Each person gets one notice. */
        public boolean complete() {
            return undecided.isEmpty() && open.isEmpty();
        }
    }

    /** It contradicts itself or what is known of the breach. */
    record Refused(List<Fault> faults) implements Outcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** What one sender gives: to the people of these covered entities, so many notices. */
    record Part(Sender sender, List<UUID> coveredEntities, long notices) {

        public Part {
            coveredEntities = List.copyOf(coveredEntities);
        }
    }
}
