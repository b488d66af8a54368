package org.candor.notification.campaign.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All duties of one breach, as told by the newest computation. */
public record Duties(int version, List<Duty> list) {

    public static final Duties NONE = new Duties(0, List.of());

    public Duties {
        list = List.copyOf(list);
    }

    public boolean allDone() {
        return list.stream().noneMatch(Duty::open);
    }

    /** The latest day on which one of the chosen duties may go again; empty when none is held. */
    public Optional<LocalDate> heldUntil(LocalDate today, Predicate<Duty> chosen) {
        return list.stream()
                .filter(chosen)
                .filter(duty -> duty.heldOn(today))
                .flatMap(duty -> duty.heldUntil().stream())
                .max(LocalDate::compareTo);
    }

    public boolean any(Predicate<Duty> chosen) {
        return list.stream().anyMatch(chosen);
    }

    public Duties done(Predicate<Duty> chosen, LocalDate on) {
        return new Duties(
                version,
                list.stream()
                        .map(duty -> chosen.test(duty) ? duty.done(on) : duty)
                        .toList());
    }

    /** The newer list replaces the earlier one; what was done here stays done, whether the news has come back or not. */
    Duties replacedBy(Duties newer) {
        if (newer.version <= version) {
            return this;
        }
        return new Duties(newer.version, newer.list.stream().map(this::keepDone).toList());
    }

    private Duty keepDone(Duty newer) {
        return list.stream()
                .filter(earlier -> earlier.id().equals(newer.id()))
                // Calls to nine do not stand for the posting that a tenth bad address asks for (45 CFR
                // 164.404(d)(2)(ii)).
                .filter(earlier -> earlier.method().equals(newer.method()))
                .flatMap(earlier -> earlier.doneOn().stream())
                .findFirst()
                .map(newer::done)
                .orElse(newer);
    }
}
