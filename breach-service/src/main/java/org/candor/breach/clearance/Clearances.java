package org.candor.breach.clearance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.assessment.BreachHead;
import org.candor.breach.assessment.Breaches;
import org.candor.breach.clearance.ClearanceView.Answer;
import org.candor.breach.obligations.KeptComputation;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.decision.Clearance;
import org.candor.events.ObligationKind;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.peer.Scopes;

/** Decides on clearance from the computation that stands at that moment; every question is recorded. */
@ApplicationScoped
class Clearances {

    /** The one scope of the edge from notification-service. */
    private static final String SCOPE = "breach.clearance";

    private final Breaches breaches;
    private final AccessLog accesses;
    private final Scopes scopes;
    private final Clock clock;

    Clearances(Breaches breaches, AccessLog accesses, Scopes scopes, Clock clock) {
        this.breaches = breaches;
        this.accesses = accesses;
        this.scopes = scopes;
        this.clock = clock;
    }

    Uni<ClearanceView> ask(UUID incidentId, ObligationKind kind) {
        return scopes.require(SCOPE)
                .chain(() -> Transactions.run(() -> breaches.any(incidentId)
                        .call(() -> accesses.read("ask-clearance", incidentId))
                        .map(head -> decide(head, kind))));
    }

    private ClearanceView decide(BreachHead head, ObligationKind kind) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), head.zone());
        List<KeptObligation> owed = head.standing().stream()
                .flatMap(computation -> computation.obligations().stream())
                .filter(obligation -> obligation.kind() == kind)
                .toList();
        Optional<LocalDate> held = owed.stream()
                .map(KeptObligation::heldUntil)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo);
        boolean delegated = owed.stream().allMatch(obligation -> obligation.delegation() != null);
        int version = head.standing().map(KeptComputation::version).orElse(0);
        return switch (Clearance.of(!owed.isEmpty(), delegated, held, today)) {
            case Clearance.Clear clear ->
                view(head, kind, Answer.CLEAR, null, "nothing holds notices of this kind today", today, version);
            case Clearance.Held still ->
                view(
                        head,
                        kind,
                        Answer.HELD,
                        still.until(),
                        "a law-enforcement statement holds them until " + still.until() + " (45 CFR 164.412)",
                        today,
                        version);
            case Clearance.Delegated other ->
                view(
                        head,
                        kind,
                        Answer.DELEGATED,
                        null,
                        "another gives notices of this kind in the entity's place, so that people get one (policy III.A.4.b)",
                        today,
                        version);
            case Clearance.NotOwed not ->
                view(
                        head,
                        kind,
                        Answer.NOT_OWED,
                        null,
                        "no notice of this kind is owed for this breach",
                        today,
                        version);
        };
    }

    private static ClearanceView view(
            BreachHead head,
            ObligationKind kind,
            Answer answer,
            LocalDate until,
            String why,
            LocalDate today,
            int version) {
        return new ClearanceView(
                head.incidentId(), kind, answer, until, why, today, head.zone().getId(), version);
    }
}
