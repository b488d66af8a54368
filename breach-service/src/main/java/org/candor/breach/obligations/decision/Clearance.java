package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.Optional;

/** May notices of one kind go out today (45 CFR 164.412)? */
public sealed interface Clearance {

    /** They may. */
    record Clear() implements Clearance {}

    /** Law enforcement holds them. */
    record Held(LocalDate until) implements Clearance {}

    /** Nothing of that kind is owed, so that sending would tell people what need not be told. */
    record NotOwed() implements Clearance {}

    /** The day on which a hold ends is the first on which a held notice may go again. */
    static Clearance of(boolean owed, Optional<LocalDate> heldUntil, LocalDate today) {
        if (!owed) {
            return new NotOwed();
        }
        return heldUntil.filter(today::isBefore).<Clearance>map(Held::new).orElseGet(Clear::new);
    }
}
