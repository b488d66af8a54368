package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.Optional;

/** May notices of one kind go out today (45 CFR 164.412)? */
public sealed interface Clearance {

    /** They may. */
    record Clear() implements Clearance {}

    /** Law enforcement holds them. */
    record Held(LocalDate until) implements Clearance {}

    /** Another gives them in the entity's place: people get one notice (policy III.A.4.b). */
    record Delegated() implements Clearance {}

    /** Nothing of that kind is owed, so that sending would tell people what need not be told. */
    record NotOwed() implements Clearance {}

    /** As {@link #of(boolean, Optional, LocalDate)}; what another gives is not given a second time. */
    static Clearance of(boolean owed, boolean delegated, Optional<LocalDate> heldUntil, LocalDate today) {
        Clearance clearance = of(owed, heldUntil, today);
        return delegated && clearance instanceof Clear ? new Delegated() : clearance;
    }

    /** The day on which a hold ends is the first on which a held notice may go again. */
    static Clearance of(boolean owed, Optional<LocalDate> heldUntil, LocalDate today) {
        if (!owed) {
            return new NotOwed();
        }
        return heldUntil.filter(today::isBefore).<Clearance>map(Held::new).orElseGet(Clear::new);
    }
}
