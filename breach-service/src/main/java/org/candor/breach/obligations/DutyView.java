package org.candor.breach.obligations;

import java.time.LocalDate;
import java.util.List;
import org.candor.breach.obligations.decision.Duty;
import org.candor.breach.obligations.decision.Reading;
import org.candor.events.ObligationKind;

/**
 * A duty as it is shown.
 *
 * @param readings the open places of the law that its dates rest on, each with the reading counsel may take instead
 */
public record DutyView(
        ObligationKind kind,
        String jurisdiction,
        LocalDate baseDue,
        LocalDate heldUntil,
        LocalDate due,
        String citation,
        String reason,
        String track,
        String method,
        String source,
        LocalDate keepThrough,
        Long daysLate,
        String ruleId,
        String recipient,
        List<Reading> readings) {

    static DutyView of(Duty duty) {
        return new DutyView(
                duty.rule().kind(),
                duty.jurisdiction(),
                duty.baseDue(),
                duty.heldUntil().orElse(null),
                duty.due(),
                duty.rule().citation(),
                duty.reason(),
                duty.rule().track().orElse(null),
                duty.rule().method().orElse(null),
                duty.rule().source().orElse(null),
                duty.keepThrough().orElse(null),
                duty.daysLate().isPresent() ? duty.daysLate().getAsLong() : null,
                duty.rule().id(),
                duty.rule().recipient(),
                duty.readings());
    }
}
