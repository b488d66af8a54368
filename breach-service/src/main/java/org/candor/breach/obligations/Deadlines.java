package org.candor.breach.obligations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    static List<ObligationEvent> between(Breach breach, Optional<KeptComputation> before, KeptComputation now) {
        Map<String, KeptObligation> current =
                now.obligations().stream().collect(Collectors.toMap(KeptObligation::key, Function.identity()));
        List<Change> changes =
                Recomputation.between(Recomputing.standings(before), Recomputing.standings(now.obligations()));
        List<ObligationEvent> events = new ArrayList<>();
        for (Change change : changes) {
            deadline(breach, change, current.get(change.key())).ifPresent(events::add);
        }
        return events;
    }

    private static Optional<ObligationEvent> deadline(Breach breach, Change change, KeptObligation obligation) {
        UUID id = KeptObligation.idOf(breach.incidentId(), change.key());
        return switch (change) {
            case Change.Arisen arisen -> Optional.of(set(breach, obligation));
            case Change.OpenAgain again -> Optional.of(set(breach, obligation));
            case Change.Moved moved ->
                obligation.completedOn() == null ? Optional.of(set(breach, obligation)) : Optional.empty();
            case Change.Met met ->
                Optional.of(new DeadlineMet(
                        id,
                        breach.incidentId(),
                        obligation.completedOn(),
                        met.now().daysLate()));
            case Change.Fallen fallen ->
                fallen.was().completedOn().isPresent()
                        ? Optional.empty()
                        : Optional.of(new DeadlineCancelled(id, breach.incidentId(), "no longer owed under the facts"));
        };
    }

    private static DeadlineSet set(Breach breach, KeptObligation obligation) {
        String place = obligation.jurisdiction().equals("US") ? "" : " (" + obligation.jurisdiction() + ")";
        return breach.deadline(
                obligation.obligationId(),
                obligation.kind().name(),
                "Tell " + obligation.recipient() + place,
                obligation.due(),
                OfficerRole.PRIVACY_OFFICER,
                obligation.citation());
    }
}
