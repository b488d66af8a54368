package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.candor.events.ObligationKind;

/**
 * A business associate gives notices in the entity's place, so that each person gets one (policy III.A.4.b). The entity stays
 * responsible: its duty stands until there is proof (OCR, questions about the breach of Change Healthcare, 2024-05-31).
 *
 * @param kinds of notices that it gives
 */
public record Delegation(UUID associateId, LocalDate decidedOn, Set<ObligationKind> kinds) {

    /** Notices that reach the people themselves; reports to authorities stay with the entity unless they are named. */
    public static final Set<ObligationKind> TO_PEOPLE = Set.copyOf(EnumSet.of(
            ObligationKind.INDIVIDUAL_NOTICE,
            ObligationKind.STATE_INDIVIDUAL_NOTICE,
            ObligationKind.SUBSTITUTE_NOTICE,
            ObligationKind.URGENT_NOTICE,
            ObligationKind.MEDIA_NOTICE));

    public Delegation {
        kinds = Set.copyOf(kinds);
    }

    /** Why the duty is not the entity's to send, in words without a name. */
    public String reason() {
        return "decided on " + decidedOn + ": a business associate gives this notice, so that people get one (policy"
                + " III.A.4.b); the entity stays responsible, and the duty stands until proof of it is recorded";
    }
}
