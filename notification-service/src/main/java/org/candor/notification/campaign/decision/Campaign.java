package org.candor.notification.campaign.decision;

import java.time.LocalDate;

/**
 * The campaign of one breach.
 *
 * <pre>
 *             approve letter            start run             all told
 *   Opened ──────────────────→ Ready ────────────→ Sending ─────────────→ Sent ──→ Completed
 *                                ↑  ←───────────────┘ stopped              │  nothing open
 *                                └─────────────────────────────────────────┴──── more people
 * </pre>
 *
 * Every state carries the duties as breach-service told them last; a hold in them stops what it names, whatever the state.
 */
public sealed interface Campaign {

    Duties duties();

    /** Duties are known; there is no approved letter yet. */
    record Opened(Duties duties) implements Campaign {
        Campaign with(Duties newer) {
            return new Opened(newer);
        }

        Campaign letterApproved() {
            return new Ready(duties);
        }

        /** By an associate, with a text of its own. */
        Campaign everybodyTold(LocalDate on) {
            return new Sending(duties).everybodyTold(on);
        }
    }

    /** The letter is frozen; a run may start when nothing holds it. */
    record Ready(Duties duties) implements Campaign {
        Campaign with(Duties newer) {
            return new Ready(newer);
        }

        Campaign runStarted() {
            return new Sending(duties);
        }

        /** By an associate, without a run of ours. */
        Campaign everybodyTold(LocalDate on) {
            return new Sending(duties).everybodyTold(on);
        }
    }

    /** A run is under way. */
    record Sending(Duties duties) implements Campaign {
        Campaign with(Duties newer) {
            return new Sending(newer);
        }

        Campaign everybodyTold(LocalDate on) {
            return new Sent(duties.done(Duty::byLetter, on)).settled(on);
        }

        Campaign stopped() {
            return new Ready(duties);
        }
    }

    /** Everybody who can be told directly was told; other duties may be open. */
    record Sent(Duties duties) implements Campaign {
        Campaign morePeople() {
            return new Ready(duties);
        }

        Campaign settled(LocalDate on) {
            return duties.allDone() ? new Completed(duties, on) : this;
        }
    }

    /** Nothing is open but postings that run on. */
    record Completed(Duties duties, LocalDate on) implements Campaign {
        Campaign with(Duties newer) {
            return newer.allDone() ? new Completed(newer, on) : new Sent(newer);
        }

        Campaign morePeople() {
            return new Ready(duties);
        }
    }
}
