package org.candor.kit.identity;

import java.util.List;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.events.RoutingEvent.Assigned;

/** Who is in charge of an incident, for a caller who may see it. */
public record IncidentRouting(UUID incidentId, String entityId, boolean drill, List<Assigned> officers) {

    public IncidentRouting {
        officers = List.copyOf(officers);
    }

    /** Subjects in charge in that role. */
    public List<String> holdersOf(OfficerRole role) {
        return officers.stream()
                .filter(officer -> officer.role() == role)
                .map(Assigned::person)
                .toList();
    }
}
