package org.candor.breach.assessment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.obligations.KeptComputation;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.Recomputing;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.Delegation;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.outbox.Origin;

/**
 * A breach in the hands of another feature.
 *
 * @param discoveredOn null while nobody's knowledge counts
 * @param individuals as counted; empty before anybody has counted
 * @param delegation who gives notices in the entity's place; empty where nobody does
 * @param associateClocks clocks of business associates, which run before anything was computed too
 * @param standing the computation that stands; empty before the first
 */
public record BreachHead(
        UUID incidentId,
        String entityId,
        String entityName,
        ZoneId zone,
        boolean drill,
        StateName state,
        LocalDate discoveredOn,
        Capacity capacity,
        Optional<Long> individuals,
        Optional<Delegation> delegation,
        IncidentCipher cipher,
        List<KeptObligation> associateClocks,
        Optional<KeptComputation> standing,
        long version) {

    public Origin origin(String actor) {
        return new Origin(entityId, drill, actor);
    }

    public Recomputing.Breach breach() {
        return new Recomputing.Breach(incidentId, entityId, zone);
    }
}
