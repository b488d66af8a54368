package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.candor.events.ObligationKind;

/**
 * Another gives notices in the entity's place, so that each person gets one (policy III.A.4.b). The entity stays
 * responsible: its duty stands until there is proof (OCR, questions about the breach of Change Healthcare, 2024-05-31).
 *
 * @param associateId the business associate, or an entry of a notice plan: the covered entity that gives the notices, or the
 *     one whose notices are left to another
 * @param kinds of notices that it gives
 * @param by null in what was kept before there were plans, when it was a business associate
 */
public record Delegation(UUID associateId, LocalDate decidedOn, Set<ObligationKind> kinds, By by) {

    /** On what the decision rests. */
    public enum By {
        BUSINESS_ASSOCIATE("a business associate gives this notice"),
        NOTICE_PLAN("under the notice plan of the covered entities of this breach another gives this notice");

        private final String words;

        By(String words) {
            this.words = words;
        }
    }

    /** Notices that reach the people themselves; reports to authorities stay with the entity unless they are named. */
    public static final Set<ObligationKind> TO_PEOPLE = Set.copyOf(EnumSet.of(
            ObligationKind.INDIVIDUAL_NOTICE,
            ObligationKind.STATE_INDIVIDUAL_NOTICE,
            ObligationKind.SUBSTITUTE_NOTICE,
            ObligationKind.URGENT_NOTICE,
            ObligationKind.MEDIA_NOTICE));

    public Delegation {
        kinds = Set.copyOf(kinds);
        by = by == null ? By.BUSINESS_ASSOCIATE : by;
    }

    /** To a business associate. */
    public Delegation(UUID associateId, LocalDate decidedOn, Set<ObligationKind> kinds) {
        this(associateId, decidedOn, kinds, By.BUSINESS_ASSOCIATE);
    }

    /** Under a notice plan, of all notices that reach people. */
    public static Delegation underPlan(UUID entry, LocalDate decidedOn) {
        return new Delegation(entry, decidedOn, TO_PEOPLE, By.NOTICE_PLAN);
    }

    /** True where the notice plan of several covered entities decides, and nothing else can. */
    public boolean underPlan() {
        return by == By.NOTICE_PLAN;
    }

    /** Why the duty is not the entity's to send, in words without a name. */
    public String reason() {
        return "decided on " + decidedOn + ": " + by.words + ", so that people get one (policy"
                + " III.A.4.b); the entity stays responsible, and the duty stands until proof of it is recorded";
    }
}
