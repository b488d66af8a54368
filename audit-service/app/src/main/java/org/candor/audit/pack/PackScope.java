package org.candor.audit.pack;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.kit.errors.Problem;

/** What a pack is about: one incident, or everything that the trail received in a period. */
record PackScope(Optional<UUID> incidentId, Optional<Instant> from, Optional<Instant> to) {

    static PackScope of(Optional<UUID> incidentId, Optional<Instant> from, Optional<Instant> to, boolean auditor) {
        boolean period = from.isPresent() && to.isPresent();
        if (incidentId.isPresent() == period || from.isPresent() != to.isPresent()) {
            throw new Problem(AuditProblem.SCOPE_REQUIRED).field("incidentId", "or from and to, not both");
        }
        if (incidentId.isEmpty() && !auditor) {
            throw new Problem(AuditProblem.INCIDENT_REQUIRED).field("incidentId", "name one incident");
        }
        if (period && !from.get().isBefore(to.get())) {
            throw new Problem(AuditProblem.PERIOD_IN_WRONG_ORDER).field("from", "must be before to");
        }
        return new PackScope(incidentId, from, to);
    }

    String incident() {
        return incidentId.map(UUID::toString).orElse("");
    }

    String fromText() {
        return from.map(Instant::toString).orElse("");
    }

    String toText() {
        return to.map(Instant::toString).orElse("");
    }

    /** For the record of the access. */
    String words() {
        return incidentId.isPresent() ? "" : "from=" + fromText() + "&to=" + toText();
    }

    String fileName() {
        return "candor-pack-"
                + (incidentId.isPresent() ? incident() : fromText().replace(':', '-')) + ".zip";
    }
}
