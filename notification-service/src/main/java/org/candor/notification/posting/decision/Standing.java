package org.candor.notification.posting.decision;

import java.time.LocalDate;
import java.util.Optional;

/** What may become of a posting. */
public final class Standing {

    /** What happens. */
    public sealed interface Command {

        /** What the obligations say of a hold; empty when nothing holds. */
        record Hear(Optional<LocalDate> heldUntil) implements Command {}

        /** An officer wants it off the web. */
        record End() implements Command {}
    }

    /** The answer. */
    public sealed interface Outcome {

        /** @param next the same as before where nothing changed */
        record Accepted(Posting next) implements Outcome {}

        /** Its days are not full yet. */
        record MustStand(LocalDate keepThrough) implements Outcome {}

        /** It is down under a hold, and what is left of its days is still owed. */
        record DaysAreOwed(LocalDate heldUntil) implements Outcome {}

        record EndedAlready() implements Outcome {}
    }

    private Standing() {}

    /** @param today local day of the entity */
    public static Outcome decide(Posting posting, Command command, LocalDate today) {
        return switch (command) {
            case Command.Hear hearing -> new Outcome.Accepted(hear(posting, held(hearing, today), today));
            case Command.End ending -> end(posting, today);
        };
    }

    /** 45 CFR 164.412 holds a posting, too; what was posted comes down, and goes up again when the hold ends. */
    private static Posting hear(Posting posting, Optional<LocalDate> held, LocalDate today) {
        return switch (posting) {
            case Posting.Up up ->
                held.<Posting>map(until -> up.down(today, until)).orElse(up);
            case Posting.Down down ->
                held.<Posting>map(until -> new Posting.Down(down.daysCounted(), until))
                        .orElseGet(() -> down.up(today));
            case Posting.Ended ended -> ended;
        };
    }

    /** 45 CFR 164.404(d)(2)(ii): nobody takes it down early. */
    private static Outcome end(Posting posting, LocalDate today) {
        return switch (posting) {
            case Posting.Up up ->
                today.isAfter(up.keepThrough())
                        ? new Outcome.Accepted(up.ended(today))
                        : new Outcome.MustStand(up.keepThrough());
            case Posting.Down down -> new Outcome.DaysAreOwed(down.heldUntil());
            case Posting.Ended ended -> new Outcome.EndedAlready();
        };
    }

    private static Optional<LocalDate> held(Command.Hear hearing, LocalDate today) {
        return hearing.heldUntil().filter(today::isBefore);
    }
}
