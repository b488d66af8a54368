package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.CaseSide;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.readiness.AssignmentResource.AssignmentRequest;
import org.candor.investigation.readiness.AssignmentResource.AssignmentView;
import org.candor.investigation.readiness.decision.Readiness;
import org.candor.investigation.readiness.decision.Standings;
import org.candor.investigation.timeline.CaseFileContent.Item;
import org.candor.investigation.timeline.CaseFileContent.Section;
import org.candor.kit.errors.Problem;

/** Lets people near a case, and notes who and when. An assignment ends with its case. Call inside a transaction. */
@ApplicationScoped
class AssignmentDesk implements CaseSide {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy h:mm a", Locale.US);

    private final CaseAccess access;
    private final Teams teams;
    private final Rolls rolls;

    AssignmentDesk(CaseAccess access, Teams teams, Rolls rolls) {
        this.access = access;
        this.teams = teams;
        this.rolls = rolls;
    }

    Uni<List<AssignmentView>> read(UUID incidentId) {
        return access.toRead(incidentId, "read-assignments").chain(() -> views(incidentId));
    }

    /**
     * Only the head of the organisation lets a lapsed course of a curriculum pass, never for himself; what policy I.A.3.b
     * itself asks for nobody does.
     */
    Uni<AssignmentView> assign(UUID incidentId, UUID id, AssignmentRequest request) {
        return access.toChange(incidentId, "assign-person").chain(known -> {
            boolean excepted = request.exceptionBecause() != null;
            if (excepted) {
                known.require(OfficerRole.ADMINISTRATOR);
                Readiness.vouch(request.person(), known.subject()).orThrow(ReadinessProblem::of);
            }
            return readiness(known, request)
                    .invoke(found -> Readiness.assign(
                                    found.missing(),
                                    found.lapsed(),
                                    excepted,
                                    request.area(),
                                    !found.maySee(),
                                    found.assigned())
                            .orThrow(ReadinessProblem::of))
                    .chain(found -> keep(known, id, request, found.lapsed()));
        });
    }

    private record Found(boolean maySee, boolean assigned, List<String> missing, List<String> lapsed) {}

    private Uni<Found> readiness(KnownCase known, AssignmentRequest request) {
        return teams.maySee(known.incidentId(), request.person())
                .chain(maySee -> teams.assignments(known.incidentId())
                        .chain(current -> teams.missing(
                                        known.entityId(), request.person(), request.area(), known.today())
                                .chain(missing -> rolls.standings(known.entityId(), request.person(), known.today())
                                        .map(standings -> new Found(
                                                maySee,
                                                current.stream().anyMatch(row -> isCurrent(row, request)),
                                                missing,
                                                Standings.blocking(standings))))));
    }

    Uni<AssignmentView> release(UUID incidentId, UUID id) {
        return access.toChange(incidentId, "release-person")
                .chain(known -> teams.assignments(incidentId)
                        .map(all -> all.stream()
                                .filter(row -> row.id.equals(id))
                                .findFirst()
                                .orElseThrow(Problem::notFound))
                        .chain(row -> {
                            if (row.releasedAt != null) {
                                throw new Problem(ReadinessProblem.RELEASED_ALREADY);
                            }
                            row.releasedBy = known.subject();
                            row.releasedAt = known.now();
                            return access.note(known, "person-released", row.area + " " + row.person)
                                    .replaceWith(AssignmentView.of(row));
                        }));
    }

    @Override
    public Uni<List<Section>> print(KnownCase known, boolean words) {
        return views(known.incidentId())
                .map(all -> List.of(new Section(
                        "People assigned",
                        all.stream()
                                .map(one -> new Item(
                                        one.person(),
                                        Item.plain(one.area()) + ", since "
                                                + DAY.format(one.assignedAt().atZone(known.zoneOfTimes()))))
                                .toList())));
    }

    private Uni<AssignmentView> keep(KnownCase known, UUID id, AssignmentRequest request, List<String> lapsed) {
        AssignmentRow row = new AssignmentRow();
        row.id = id;
        row.incidentId = known.incidentId();
        row.person = request.person();
        row.area = request.area();
        row.assignedBy = known.subject();
        row.assignedAt = known.now();
        if (!lapsed.isEmpty()) {
            row.excepted = lapsed.toArray(String[]::new);
            row.exceptedBy = known.subject();
        }
        return teams.add(row)
                .chain(() -> access.note(known, "person-assigned", row.area + " " + row.person))
                .chain(() -> lapsed.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : access.note(
                                known, "training-excepted", row.area + " " + row.person, request.exceptionBecause()))
                .replaceWith(AssignmentView.of(row));
    }

    private Uni<List<AssignmentView>> views(UUID incidentId) {
        return teams.assignments(incidentId)
                .map(rows -> rows.stream().map(AssignmentView::of).toList());
    }

    private static boolean isCurrent(AssignmentRow row, AssignmentRequest request) {
        return row.releasedAt == null && row.person.equals(request.person()) && row.area == request.area();
    }
}
