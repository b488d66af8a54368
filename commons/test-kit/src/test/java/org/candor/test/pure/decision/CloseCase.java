package org.candor.test.pure.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.candor.events.CasePhase;

/** A decision as it should be: everything comes in, everything goes out. */
public record CloseCase(UUID incidentId, CasePhase phase, List<String> openActions, byte[] seal) {

    /** The outcome as a value. */
    public sealed interface Outcome {
        record Closed(LocalDate on) implements Outcome {}

        record OpenActionsRemain(List<String> actions) implements Outcome {}
    }

    public Outcome decide(Instant now, ZoneId zone) {
        return openActions.isEmpty()
                ? new Outcome.Closed(LocalDate.ofInstant(now, zone))
                : new Outcome.OpenActionsRemain(openActions);
    }

    public String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Closed closed -> "closed on " + closed.on();
            case Outcome.OpenActionsRemain open -> "open: " + open.actions().size();
        };
    }
}
