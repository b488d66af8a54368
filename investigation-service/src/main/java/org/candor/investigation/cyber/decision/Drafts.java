package org.candor.investigation.cyber.decision;

import static org.candor.investigation.decision.Verdict.accepted;
import static org.candor.investigation.decision.Verdict.refused;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.candor.investigation.cyber.decision.Draft.Override;
import org.candor.investigation.cyber.decision.Draft.Sending;
import org.candor.investigation.cyber.decision.Draft.Signature;
import org.candor.investigation.decision.Verdict;

/**
 * The way of a draft: written and checked, signed by another person, marked as sent by hand. Nothing leaves by itself.
 *
 * <pre>
 *  write --> DRAFT ----------------> SIGNED --> SENT
 *     |        ^        sign           |  send
 *     v        | override              |
 *  BLOCKED ----+      rewriting goes back to the start; withdrawn from everywhere but SENT
 * </pre>
 */
public final class Drafts {

    private Drafts() {}

    public static Verdict<Draft> rewrite(Draft draft, String by, Set<String> findings) {
        return draft.ended() ? refused(CyberRefusal.DRAFT_ENDED) : accepted(draft.rewritten(by, findings));
    }

    /** A positive check blocks unless somebody else than an author says why the Privacy Rule permits it (policy II.B.1.a). */
    public static Verdict<Draft> override(Draft draft, String by, Ground ground, Set<String> found, Instant now) {
        if (draft.ended()) {
            return refused(CyberRefusal.DRAFT_ENDED);
        }
        if (draft.authors().contains(by)) {
            return refused(CyberRefusal.OWN_DRAFT);
        }
        if (found.isEmpty()) {
            return refused(CyberRefusal.NOTHING_TO_OVERRIDE);
        }
        if (!ground.fits(draft.agency().kind())) {
            return refused(CyberRefusal.GROUND_DOES_NOT_FIT);
        }
        return accepted(draft.overridden(new Override(ground, by, now, found)));
    }

    /** The check is narrowed by nobody whose own words it holds back. */
    public static Verdict<List<Draft>> narrow(List<Draft> drafts, String by) {
        return drafts.stream()
                        .anyMatch(draft -> !draft.ended() && draft.authors().contains(by))
                ? refused(CyberRefusal.OWN_DRAFT)
                : accepted(drafts);
    }

    /** @param found what the check finds now; the case may know more names than when the draft was written */
    public static Verdict<Draft> sign(Draft draft, String by, Set<String> found, Instant now) {
        if (draft.ended()) {
            return refused(CyberRefusal.DRAFT_ENDED);
        }
        if (draft.signature().isPresent()) {
            return refused(CyberRefusal.DRAFT_SIGNED_ALREADY);
        }
        if (draft.authors().contains(by)) {
            return refused(CyberRefusal.OWN_DRAFT);
        }
        Set<String> uncleared = draft.uncleared(found);
        return uncleared.isEmpty()
                ? accepted(draft.signed(new Signature(by, now), found))
                : refused(CyberRefusal.PHI_FOUND, List.copyOf(uncleared));
    }

    /**
     * Somebody sent it and says so.
     *
     * @param orderMissing parts of policy II.B that are not stated yet
     * @param deviates true where the reason why the order was not kept is on record
     */
    public static Verdict<Draft> send(
            Draft draft,
            String by,
            Instant at,
            List<String> orderMissing,
            boolean deviates,
            boolean drill,
            Instant now) {
        if (drill) {
            return refused(CyberRefusal.DRILL_SENDS_NOTHING);
        }
        if (draft.ended()) {
            return refused(CyberRefusal.DRAFT_ENDED);
        }
        if (draft.signature().isEmpty()) {
            return refused(CyberRefusal.DRAFT_NOT_SIGNED);
        }
        if (at.isBefore(draft.signature().get().at().minusSeconds(1)) || at.isAfter(now)) {
            return refused(CyberRefusal.SENT_OUT_OF_TIME);
        }
        if (!orderMissing.isEmpty() && !deviates) {
            return refused(CyberRefusal.ORDER_NOT_KEPT, orderMissing);
        }
        return accepted(draft.sent(new Sending(by, at, !orderMissing.isEmpty())));
    }

    public static Verdict<Draft> withdraw(Draft draft) {
        return draft.ended() ? refused(CyberRefusal.DRAFT_ENDED) : accepted(draft.takenBack());
    }
}
