package org.candor.investigation.cases.decision;

import static org.candor.investigation.cases.decision.CaseFact.announced;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.CaseEvent.PhaseStarted;
import org.candor.events.CasePhase;
import org.candor.events.ReportKind;
import org.candor.investigation.cases.decision.CaseState.InTriage;

/** The investigation starts at once with the report (policy IV.3.A.1). */
public final class Opening {

    private Opening() {}

    /** @param zone of the entity; empty while the directory has not told it */
    public record OpenCase(UUID incidentId, String entityId, Report report, Optional<ZoneId> zone) {}

    static Decision decide(OpenCase command, Instant now) {
        Optional<Complaint> complaint = command.report().kind() == ReportKind.COMPLAINT
                ? Optional.of(Complaint.received(command.report().receivedAt()))
                : Optional.empty();
        CaseState opened =
                new InTriage(CaseFile.opened(command.incidentId(), command.entityId(), command.report(), complaint));
        List<CaseFact> facts = new ArrayList<>();
        facts.add(announced(new CaseOpened(command.incidentId(), command.entityId(), now)));
        facts.add(announced(new PhaseStarted(command.incidentId(), CasePhase.TRIAGE, now)));
        return command.zone()
                .map(zone -> Complaints.withDeadline(opened, zone, facts))
                .orElseGet(() -> new Decision.Accepted(opened, facts));
    }
}
