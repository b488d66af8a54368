package org.candor.kit.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.candor.kit.errors.Problem;

/**
 * Decides whether the caller may see an incident: there is a routing record, he is not recused, he is among the readers
 * where those are restricted or holds an exception that has not ended, and the legal entity is granted to him. Otherwise the
 * incident does not exist for him.
 */
@ApplicationScoped
public class Visibility {

    private final IncidentRoutings routings;
    private final Caller caller;

    Visibility(IncidentRoutings routings, Caller caller) {
        this.routings = routings;
        this.caller = caller;
    }

    /** The routing record, or {@code NOT_FOUND}. Call inside a session. */
    public Uni<IncidentRouting> require(UUID incidentId) {
        return routings.findVisible(incidentId, caller.subject(), caller.entitiesFilter())
                .map(found -> found.orElseThrow(Problem::notFound));
    }
}
