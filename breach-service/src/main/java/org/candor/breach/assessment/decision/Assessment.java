package org.candor.breach.assessment.decision;

import java.util.Optional;

/**
 * The breach question of one incident.
 *
 * <pre>
 *   (opened) ──► Presumed ──conclude b, c, d──► NoticesOwed ──┐
 *                   ▲  └────conclude a, e─────► NothingOwed ──┤
 *                   └──────────────reopen─────────────────────┘
 * </pre>
 */
public sealed interface Assessment {

    Dossier dossier();

    /** Which edition of the worksheet this is; reopening begins the next. */
    int edition();

    /** The conclusion under which duties stand; empty where there are none. */
    Optional<Conclusion> duties();

    /**
     * It is presumed to be a breach.
     *
     * @param duties of an earlier edition, which stand until the next conclusion
     */
    record Presumed(Dossier dossier, int edition, Optional<Conclusion> duties) implements Assessment {}

    /** Outcome b, c or d. */
    record NoticesOwed(Dossier dossier, int edition, Conclusion conclusion) implements Assessment {
        @Override
        public Optional<Conclusion> duties() {
            return Optional.of(conclusion);
        }
    }

    /** Outcome a or e. */
    record NothingOwed(Dossier dossier, int edition, Conclusion conclusion) implements Assessment {
        @Override
        public Optional<Conclusion> duties() {
            return Optional.empty();
        }
    }
}
