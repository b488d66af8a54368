package org.candor.audit.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.IncidentRouting;
import org.candor.kit.identity.Visibility;

/** The auditor reads what concerns incidents that exist for him; an officer reads what concerns those he is in charge of. */
@ApplicationScoped
public class IncidentReader {

    private static final String AUDITOR = "auditor";

    private final Visibility visibility;
    private final Caller caller;

    IncidentReader(Visibility visibility, Caller caller) {
        this.visibility = visibility;
        this.caller = caller;
    }

    /** The incident's routing, or {@code NOT_FOUND}. Call inside a session. */
    public Uni<IncidentRouting> require(UUID incidentId) {
        return visibility.require(incidentId).invoke(routing -> {
            if (!isAuditor() && !inCharge(routing)) {
                throw Problem.notFound();
            }
        });
    }

    public boolean isAuditor() {
        return caller.hasRole(AUDITOR);
    }

    private boolean inCharge(IncidentRouting routing) {
        return routing.officers().stream().anyMatch(officer -> officer.person().equals(caller.subject()));
    }
}
