package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.CaseSide;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.readiness.AssignmentResource.AssignmentRequest;
import org.candor.investigation.readiness.AssignmentResource.AssignmentView;
import org.candor.investigation.readiness.decision.Readiness;
import org.candor.investigation.timeline.CaseFileContent.Item;
import org.candor.investigation.timeline.CaseFileContent.Section;
import org.candor.kit.errors.Problem;

/** Lets people near a case, and notes who and when. An assignment ends with its case. Call inside a transaction. */
@ApplicationScoped
class AssignmentDesk implements CaseSide {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy h:mm a", Locale.US);

    private final CaseAccess access;
    private final Teams teams;

    AssignmentDesk(CaseAccess access, Teams teams) {
        this.access = access;
        this.teams = teams;
    }

    Uni<List<AssignmentView>> read(UUID incidentId) {
        return access.toRead(incidentId, "read-assignments").chain(() -> views(incidentId));
    }

    Uni<AssignmentView> assign(UUID incidentId, UUID id, AssignmentRequest request) {
        return access.toChange(incidentId, "assign-person")
                .chain(known -> teams.maySee(incidentId, request.person())
                        .chain(maySee -> teams.assignments(incidentId)
                                .chain(current -> teams.missing(
                                                known.entityId(), request.person(), request.area(), known.today())
                                        .invoke(missing -> Readiness.assign(
                                                        missing,
                                                        request.area(),
                                                        !maySee,
                                                        current.stream().anyMatch(row -> isCurrent(row, request)))
                                                .orThrow(ReadinessProblem::of))))
                        .chain(() -> keep(known, id, request)));
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

    private Uni<AssignmentView> keep(KnownCase known, UUID id, AssignmentRequest request) {
        AssignmentRow row = new AssignmentRow();
        row.id = id;
        row.incidentId = known.incidentId();
        row.person = request.person();
        row.area = request.area();
        row.assignedBy = known.subject();
        row.assignedAt = known.now();
        return teams.add(row)
                .chain(() -> access.note(known, "person-assigned", row.area + " " + row.person))
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
