package org.candor.notification.campaign.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.ObligationKind;

/**
 * A notice that breach-service says is owed. Nothing of it is computed here.
 *
 * @param heldUntil first day on which it may go again
 * @param track for HHS: {@code CONTEMPORANEOUS} or {@code ANNUAL_LOG}; else empty
 * @param method for substitute notice: {@code ALTERNATIVE} or {@code CONSPICUOUS}; else empty
 * @param doneOn local day on which it was fulfilled; empty while it is open
 */
public record Duty(
        UUID id,
        ObligationKind kind,
        String jurisdiction,
        LocalDate due,
        Optional<LocalDate> heldUntil,
        String track,
        String method,
        String recipient,
        String citation,
        String reason,
        Optional<LocalDate> doneOn) {

    public boolean open() {
        return doneOn.isEmpty();
    }

    /** A law-enforcement statement forbids it on that day (45 CFR 164.412). */
    public boolean heldOn(LocalDate day) {
        return open() && heldUntil.filter(day::isBefore).isPresent();
    }

    /** Fulfilled by the one letter that goes to each person. */
    public boolean byLetter() {
        return kind == ObligationKind.INDIVIDUAL_NOTICE || kind == ObligationKind.STATE_INDIVIDUAL_NOTICE;
    }

    public Duty done(LocalDate on) {
        return open()
                ? new Duty(
                        id,
                        kind,
                        jurisdiction,
                        due,
                        heldUntil,
                        track,
                        method,
                        recipient,
                        citation,
                        reason,
                        Optional.of(on))
                : this;
    }
}
