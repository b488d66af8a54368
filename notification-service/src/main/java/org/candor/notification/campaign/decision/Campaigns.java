package org.candor.notification.campaign.decision;

import java.time.LocalDate;
import java.util.Optional;
import org.candor.notification.campaign.decision.Campaign.Completed;
import org.candor.notification.campaign.decision.Campaign.Opened;
import org.candor.notification.campaign.decision.Campaign.Ready;
import org.candor.notification.campaign.decision.Campaign.Sending;
import org.candor.notification.campaign.decision.Campaign.Sent;
import org.candor.notification.campaign.decision.Outcome.Accepted;
import org.candor.notification.campaign.decision.Outcome.Refusal;
import org.candor.notification.campaign.decision.Outcome.Refused;

/** Decides every command on every state. No threshold of law stands here: a hold, a method, a due day are as told. */
public final class Campaigns {

    private Campaigns() {}

    /** @param today local day of the entity */
    public static Outcome decide(Campaign state, Command command, LocalDate today) {
        return switch (command) {
            case Command.TakeDuties taking -> take(state, taking.newer(), today);
            case Command.AddPeople adding -> add(state, adding);
            case Command.ApproveText approving -> approve(state, approving);
            case Command.StartRun starting -> start(state, starting, today);
            case Command.Delegate delegating -> delegate(state);
            case Command.TakeDelegated taking -> takeDelegated(state, taking, today);
            case Command.FinishRun finishing -> finish(state, finishing, today);
            case Command.Fulfil fulfilling -> fulfil(state, fulfilling, today);
        };
    }

    private static Outcome take(Campaign state, Duties newer, LocalDate today) {
        return accepted(state, withDuties(state, state.duties().replacedBy(newer), today));
    }

    private static Outcome add(Campaign state, Command.AddPeople adding) {
        boolean more = adding.pending() > 0;
        return switch (state) {
            case Opened opened -> accepted(state, opened);
            case Ready ready -> accepted(state, ready);
            case Sending sending -> accepted(state, sending);
            case Sent sent -> accepted(state, more ? sent.morePeople() : sent);
            case Completed completed -> accepted(state, more ? completed.morePeople() : completed);
        };
    }

    /**
     * Policy III.D: the notice speaks for the organisation, so another officer than its author reads it first. A run goes on
     * with the newest text for those who have not been told: an error found half-way is not sent to the rest.
     */
    private static Outcome approve(Campaign state, Command.ApproveText approving) {
        if (approving.author().equals(approving.approver())) {
            return refused(Refusal.AUTHOR_MAY_NOT_APPROVE);
        }
        return accepted(state, state instanceof Opened opened && approving.letter() ? opened.letterApproved() : state);
    }

    private static Outcome delegate(Campaign state) {
        return state instanceof Sending ? refused(Refusal.RUN_UNDER_WAY) : accepted(state, state);
    }

    /** What an associate has sent has happened: a hold can't undo it, and is not asked. */
    private static Outcome takeDelegated(Campaign state, Command.TakeDelegated taking, LocalDate today) {
        if (!taking.delegated()) {
            return refused(Refusal.NOT_DELEGATED);
        }
        boolean all = taking.pending() == 0;
        return switch (state) {
            case Opened opened -> accepted(state, all ? opened.everybodyTold(today) : opened);
            case Ready ready -> accepted(state, all ? ready.everybodyTold(today) : ready);
            case Sending sending -> refused(Refusal.RUN_UNDER_WAY);
            case Sent sent -> accepted(state, sent);
            case Completed completed -> accepted(state, completed);
        };
    }

    private static Outcome start(Campaign state, Command.StartRun starting, LocalDate today) {
        if (starting.delegated()) {
            return refused(Refusal.DELEGATED);
        }
        return switch (state) {
            case Opened opened -> refused(Refusal.LETTER_NOT_APPROVED);
            case Sending sending -> refused(Refusal.RUN_UNDER_WAY);
            case Sent sent -> refused(Refusal.NOBODY_PENDING);
            case Completed completed -> refused(Refusal.NOBODY_PENDING);
            case Ready ready -> start(ready, starting, today);
        };
    }

    private static Outcome start(Ready ready, Command.StartRun starting, LocalDate today) {
        if (!ready.duties().any(Duty::byLetter)) {
            return refused(Refusal.NO_SUCH_DUTY);
        }
        Optional<LocalDate> held = ready.duties().heldUntil(today, Duty::byLetter);
        if (held.isPresent()) {
            return new Refused(Refusal.NOTICE_HELD, held);
        }
        return starting.pending() == 0 ? refused(Refusal.NOBODY_PENDING) : accepted(ready, ready.runStarted());
    }

    private static Outcome finish(Campaign state, Command.FinishRun finishing, LocalDate today) {
        if (!(state instanceof Sending sending)) {
            return refused(Refusal.NO_RUN_UNDER_WAY);
        }
        return accepted(state, finishing.pending() == 0 ? sending.everybodyTold(today) : sending.stopped());
    }

    private static Outcome fulfil(Campaign state, Command.Fulfil fulfilling, LocalDate today) {
        Duties duties = state.duties();
        if (fulfilling.on().isAfter(today)) {
            return refused(Refusal.DAY_IN_THE_FUTURE);
        }
        if (!duties.any(fulfilling::means)) {
            return refused(Refusal.NO_SUCH_DUTY);
        }
        Optional<LocalDate> held = duties.heldUntil(today, fulfilling::means);
        if (held.isPresent()) {
            return new Refused(Refusal.NOTICE_HELD, held);
        }
        if (!duties.any(duty -> fulfilling.means(duty) && duty.open())) {
            return refused(Refusal.ALREADY_DONE);
        }
        return accepted(state, withDuties(state, duties.done(fulfilling::means, fulfilling.on()), today));
    }

    private static Campaign withDuties(Campaign state, Duties duties, LocalDate today) {
        return switch (state) {
            case Opened opened -> opened.with(duties);
            case Ready ready -> ready.with(duties);
            case Sending sending -> sending.with(duties);
            case Sent sent -> new Sent(duties).settled(today);
            case Completed completed -> completed.with(duties);
        };
    }

    private static Outcome accepted(Campaign before, Campaign next) {
        return new Accepted(next, next instanceof Completed && !(before instanceof Completed));
    }

    private static Outcome refused(Refusal refusal) {
        return new Refused(refusal, Optional.empty());
    }
}
