package org.candor.investigation.insider;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candor.events.CaseEvent.ReadersRestricted;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.insider.InsiderResource.TeamRequest;
import org.candor.investigation.insider.InsiderResource.TeamView;
import org.candor.investigation.insider.decision.InsiderTeams;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.PersonalText;

/**
 * Sets up the team and tells intake whom alone the incident exists for. Here the team's row itself hides the incident from
 * everybody else (see {@code incident_visible}), so that no routing record that knows less opens it again. Call inside a
 * transaction.
 */
@ApplicationScoped
class InsiderDesk {

    private static final String WORDS = "insider_team.words";

    private final CaseAccess access;

    InsiderDesk(CaseAccess access) {
        this.access = access;
    }

    record Reason(PersonalText reason) {}

    Uni<Tagged<TeamView>> read(UUID incidentId) {
        return access.toRead(incidentId, "read-insider-team")
                .chain(known -> find(incidentId).map(row -> view(known, row)));
    }

    Uni<Tagged<TeamView>> set(UUID incidentId, String ifMatch, TeamRequest request) {
        return access.toChange(incidentId, "set-insider-team").chain(known -> {
            Set<String> members = InsiderTeams.set(
                            request.members(), known.subject(), known.routing().officers())
                    .orThrow(InsiderProblem::of);
            List<String> readers = List.copyOf(members);
            return find(incidentId)
                    .invoke(found -> EntityTags.check(ifMatch, found == null ? 0 : found.changes))
                    .chain(found -> keep(known, found, readers, request))
                    .call(() -> access.note(known, "insider-team-set", Integer.toString(readers.size())))
                    .call(() -> access.publish(known, new ReadersRestricted(incidentId, readers)))
                    .map(row -> view(known, row));
        });
    }

    /** The case is its roles' again: here as soon as intake's next record no longer restricts it either. */
    Uni<Tagged<TeamView>> lift(UUID incidentId, String ifMatch, PersonalText reason) {
        return access.toChangeAlsoClosed(incidentId, "lift-insider-team")
                .chain(known -> find(incidentId)
                        .invoke(found -> InsiderTeams.lift(
                                        found != null,
                                        known.subject(),
                                        known.routing().officers())
                                .orThrow(InsiderProblem::of))
                        .invoke(found -> EntityTags.check(ifMatch, found.changes))
                        .chain(found -> Panache.getSession().chain(session -> session.remove(found)))
                        .chain(() -> access.note(known, "insider-team-lifted", "", reason))
                        .chain(() -> access.publish(known, new ReadersRestricted(incidentId, List.of())))
                        .map(done -> view(known, null)));
    }

    private Uni<InsiderTeamRow> keep(KnownCase known, InsiderTeamRow found, List<String> members, TeamRequest request) {
        InsiderTeamRow row = found == null ? new InsiderTeamRow() : found;
        row.incidentId = known.incidentId();
        row.members = members.toArray(new String[0]);
        row.setBy = known.subject();
        row.setAt = known.now();
        row.words = access.seal(known.cipher(), WORDS, row.incidentId, new Reason(request.reason()));
        row.changes++;
        return Panache.getSession().chain(session -> session.persist(row)).replaceWith(row);
    }

    private Tagged<TeamView> view(KnownCase known, InsiderTeamRow row) {
        return row == null
                ? new Tagged<>(new TeamView(List.of(), null, null, null), 0)
                : new Tagged<>(
                        new TeamView(
                                List.of(row.members),
                                access.open(known.cipher(), WORDS, row.incidentId, row.words, Reason.class)
                                        .reason(),
                                row.setBy,
                                row.setAt),
                        row.changes);
    }

    private static Uni<InsiderTeamRow> find(UUID incidentId) {
        return Panache.getSession().chain(session -> session.find(InsiderTeamRow.class, incidentId));
    }
}
