package org.candor.notification.campaign.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.ObligationKind;

/** What may be asked of a campaign. */
public sealed interface Command {

    /** Breach-service computed anew. */
    record TakeDuties(Duties newer) implements Command {}

    /** A roster was read; {@code pending} people wait for their notice. */
    record AddPeople(long pending) implements Command {}

    /** An officer approves a text; {@code letter} is true for the notice to individuals. */
    record ApproveText(boolean letter, String author, String approver) implements Command {}

    /** Send to everybody who is pending; {@code delegated} when an associate does that itself. */
    record StartRun(long pending, boolean delegated) implements Command {}

    /** An associate is to send the notices itself, or is not any more. */
    record Delegate() implements Command {}

    /** An associate says whom it told; {@code pending} people are still untold. */
    record TakeDelegated(long pending, boolean delegated) implements Command {}

    /** The run ended; {@code pending} people are still untold. */
    record FinishRun(long pending) implements Command {}

    /**
     * Something else was done: posting, media, HHS, regulator.
     *
     * @param jurisdiction or empty for any
     * @param duty or empty for any of the kinds
     * @param on local day of the entity on which it was done
     */
    record Fulfil(Set<ObligationKind> kinds, Optional<String> jurisdiction, Optional<UUID> duty, LocalDate on)
            implements Command {

        public Fulfil {
            kinds = Set.copyOf(kinds);
        }

        boolean means(Duty candidate) {
            return kinds.contains(candidate.kind())
                    && jurisdiction
                            .filter(one -> !one.equals(candidate.jurisdiction()))
                            .isEmpty()
                    && duty.filter(one -> !one.equals(candidate.id())).isEmpty();
        }
    }
}
