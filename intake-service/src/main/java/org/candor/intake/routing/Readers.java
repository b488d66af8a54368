package org.candor.intake.routing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Predicate;
import org.candor.intake.IntakeProblem;
import org.candor.intake.routing.decision.NeedToKnow;
import org.candor.intake.routing.decision.NeedToKnow.Standing;
import org.candor.kit.data.Sql;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.IncidentRouting;
import org.candor.kit.identity.Visibility;

/** Asks of a caller whether he needs what is sealed in a report, beside whether he may see that there is one. */
@ApplicationScoped
public class Readers {

    private static final String EXCEPTED =
            "select 1 from incident_routing where incident_id = ?1 and incident_excepted(exceptions, ?2)";

    private final Visibility visibility;
    private final Caller caller;

    Readers(Visibility visibility, Caller caller) {
        this.visibility = visibility;
        this.caller = caller;
    }

    /** The routing record; {@code NOT_FOUND} for whom there is no such report, 403 for whom its words are not needed. */
    public Uni<IncidentRouting> require(UUID incidentId) {
        return require(incidentId, NeedToKnow::ofReport);
    }

    /** The same for who reported. */
    public Uni<IncidentRouting> requireOfReporter(UUID incidentId) {
        return require(incidentId, NeedToKnow::ofReporter);
    }

    /** True where breaking the glass would open nothing more to him. {@code NOT_FOUND} for whom there is no such report. */
    public Uni<Boolean> hasAllThatIsHis(UUID incidentId) {
        return visibility.require(incidentId).chain(this::standing).map(NeedToKnow::ofAllThatIsHis);
    }

    private Uni<IncidentRouting> require(UUID incidentId, Predicate<Standing> needs) {
        return visibility
                .require(incidentId)
                .call(routing -> standing(routing).invoke(his -> refuse(!needs.test(his))));
    }

    private Uni<Standing> standing(IncidentRouting routing) {
        return Sql.rows(Integer.class, EXCEPTED, routing.incidentId(), caller.subject())
                .map(excepted -> standing(routing, !excepted.isEmpty()));
    }

    private Standing standing(IncidentRouting routing, boolean excepted) {
        boolean inCharge =
                routing.officers().stream().anyMatch(officer -> officer.person().equals(caller.subject()));
        return new Standing(caller.roles(), inCharge, routing.officers().isEmpty(), excepted);
    }

    private static void refuse(boolean needless) {
        if (needless) {
            throw new Problem(IntakeProblem.NOT_IN_CHARGE);
        }
    }
}
