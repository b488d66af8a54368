package org.candor.breach.obligations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.candor.breach.obligations.Recomputing.Breach;
import org.candor.breach.obligations.decision.Recomputation;
import org.candor.breach.obligations.decision.Recomputation.Change;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.ObligationEvent;
import org.candor.events.OfficerRole;

/** What to tell of the deadlines of duties that a computation changed. */
final class Deadlines {

    private Deadlines() {}

    static List<ObligationEvent> between(Breach breach, List<KeptObligation> before, List<KeptObligation> now) {
        Map<String, KeptObligation> current =
                now.stream().collect(Collectors.toMap(KeptObligation::key, Function.identity()));
        List<Change> changes = Recomputation.between(Recomputing.standings(before), Recomputing.standings(now));
        List<ObligationEvent> events = new ArrayList<>();
        for (Change change : changes) {
            events.addAll(deadline(breach, change, current.get(change.key())));
        }
        return events;
    }

    private static List<ObligationEvent> deadline(Breach breach, Change change, KeptObligation obligation) {
        UUID id = KeptObligation.idOf(breach.incidentId(), change.key());
        return switch (change) {
            case Change.Arisen arisen -> List.of(set(breach, obligation));
            case Change.OpenAgain again -> List.of(set(breach, obligation));
            // What is done stays done: its other day is told with its whole state, and then that it is done.
            case Change.Moved moved ->
                obligation.completedOn() == null
                        ? List.of(set(breach, obligation))
                        : List.of(set(breach, obligation), met(breach, obligation));
            case Change.Met met -> List.of(met(breach, obligation));
            case Change.Fallen fallen ->
                fallen.was().completedOn().isPresent()
                        ? List.of()
                        : List.of(new DeadlineCancelled(id, breach.incidentId(), "no longer owed under the facts"));
        };
    }

    private static DeadlineMet met(Breach breach, KeptObligation obligation) {
        return breach.met(obligation.obligationId(), obligation.completedOn(), obligation.due());
    }

    private static String byWhom(KeptObligation obligation) {
        return obligation.delegation() == null
                ? ""
                : ": another does it for the entity, see that it does and record the proof";
    }

    private static DeadlineSet set(Breach breach, KeptObligation obligation) {
        String place = obligation.jurisdiction().equals("US") ? "" : " (" + obligation.jurisdiction() + ")";
        return breach.deadline(
                obligation.obligationId(),
                obligation.kind().name(),
                "Tell " + obligation.recipient() + place + byWhom(obligation),
                obligation.due(),
                OfficerRole.PRIVACY_OFFICER,
                obligation.citation());
    }
}
