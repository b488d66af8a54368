package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.Envelope;
import org.candor.investigation.cases.decision.CaseCommand;
import org.candor.investigation.cases.decision.CaseDecisions;
import org.candor.investigation.cases.decision.Decision.Accepted;

/** What other services tell of a case. Call inside a transaction. */
@ApplicationScoped
class CaseNotes {

    private final Cases cases;
    private final CaseWriter writer;
    private final CaseDecisions decisions;
    private final Clock clock;

    CaseNotes(Cases cases, CaseWriter writer, CaseDecisions decisions, Clock clock) {
        this.cases = cases;
        this.writer = writer;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** False when there is no such case yet. */
    Uni<Boolean> note(UUID incidentId, CaseCommand command) {
        return cases.findForChange(incidentId)
                .chain(found -> found.map(stored -> keep(stored, command).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> keep(StoredCase stored, CaseCommand command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return decisions.decide(stored.state(), command, now) instanceof Accepted accepted
                        && !accepted.facts().isEmpty()
                ? writer.save(stored, accepted, Optional.empty(), Envelope.SYSTEM, now)
                : Uni.createFrom().voidItem();
    }
}
