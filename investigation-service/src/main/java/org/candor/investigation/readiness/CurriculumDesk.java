package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.readiness.CurriculumViews.CurriculumRequest;
import org.candor.investigation.readiness.CurriculumViews.CurriculumView;
import org.candor.investigation.readiness.CurriculumViews.PolicyChangeRequest;
import org.candor.investigation.readiness.CurriculumViews.PolicyChangeView;
import org.candor.investigation.readiness.Offices.Office;
import org.candor.investigation.readiness.decision.Catalogue;
import org.candor.kit.errors.Problem;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;

/** Keeps what an entity asks of its roles, and which policies changed. Call inside a transaction. */
@ApplicationScoped
class CurriculumDesk {

    private final Workforce workforce;
    private final Offices offices;
    private final Duties duties;
    private final Catalogue catalogue;
    private final Ids ids;

    CurriculumDesk(Workforce workforce, Offices offices, Duties duties, Catalogue catalogue, Ids ids) {
        this.workforce = workforce;
        this.offices = offices;
        this.duties = duties;
        this.catalogue = catalogue;
        this.ids = ids;
    }

    Uni<List<CurriculumView>> list(String entityId) {
        return offices.enter(entityId, "read-curricula")
                .chain(() -> workforce.curricula(entityId))
                .map(rows -> rows.stream().map(CurriculumView::of).toList());
    }

    Uni<Tagged<CurriculumView>> read(String entityId, String role) {
        return offices.enter(entityId, "read-curriculum")
                .chain(() -> find(entityId, role))
                .map(found -> tagged(found.orElseThrow(Problem::notFound)));
    }

    /** A course that is asked for anew is due from the day of adoption on, also by those who have been here for long. */
    Uni<Tagged<CurriculumView>> put(String role, String ifMatch, CurriculumRequest request) {
        known(request.courses());
        return offices.change(request.entityId(), "change-curriculum")
                .chain(office -> find(request.entityId(), role)
                        .chain(found -> {
                            EntityTags.check(
                                    ifMatch, found.map(row -> row.changes).orElse(0));
                            CurriculumRow row = found.orElseGet(() -> fresh(office, role));
                            take(office, row, request);
                            return workforce.add(row).replaceWith(row);
                        })
                        .call(() -> duties.settle(office))
                        .map(CurriculumDesk::tagged));
    }

    Uni<Page<PolicyChangeView>> changes(String entityId, Optional<Cursor> after, int limit) {
        return offices.enter(entityId, "read-policy-changes")
                .chain(() -> workforce.changes(entityId))
                .map(rows -> Page.of(
                        rows.stream()
                                .filter(row -> after.map(cursor -> isAfter(row, cursor))
                                        .orElse(true))
                                .limit(limit + 1L)
                                .toList(),
                        limit,
                        PolicyChangeView::of,
                        row -> new Cursor(row.recordedAt, row.id)));
    }

    Uni<PolicyChangeView> change(UUID id, PolicyChangeRequest request) {
        known(request.courses());
        return offices.change(request.entityId(), "record-policy-change").chain(office -> {
            PolicyChangeRow row = new PolicyChangeRow();
            row.id = id;
            row.entityId = office.entityId();
            row.policy = request.policy();
            row.effectiveOn = request.effectiveOn();
            row.courses = sorted(request.courses());
            row.withinDays = request.withinDays();
            row.recordedBy = office.by();
            row.recordedAt = office.now();
            return workforce.add(row).chain(() -> duties.settle(office)).replaceWith(PolicyChangeView.of(row));
        });
    }

    private void known(Set<String> courses) {
        if (!catalogue.unknown(courses).isEmpty()) {
            throw new Problem(ReadinessProblem.UNKNOWN_COURSE).field("/courses", "not all are in the catalogue");
        }
    }

    private Uni<Optional<CurriculumRow>> find(String entityId, String role) {
        return workforce
                .curricula(entityId)
                .map(rows -> rows.stream().filter(row -> row.role.equals(role)).findFirst());
    }

    private CurriculumRow fresh(Office office, String role) {
        CurriculumRow row = new CurriculumRow();
        row.id = ids.next();
        row.entityId = office.entityId();
        row.role = role;
        row.courses = new String[0];
        return row;
    }

    private static void take(Office office, CurriculumRow row, CurriculumRequest request) {
        boolean asksForMore = !Set.of(row.courses).containsAll(request.courses());
        row.adoptedOn = row.adoptedOn == null || asksForMore ? office.today() : row.adoptedOn;
        row.courses = sorted(request.courses());
        row.withinDays = request.withinDays();
        row.changes++;
        row.changedBy = office.by();
        row.changedAt = office.now();
    }

    private static boolean isAfter(PolicyChangeRow row, Cursor cursor) {
        Instant at = row.recordedAt;
        return at.isAfter(cursor.at())
                || at.equals(cursor.at())
                        && row.id.toString().compareTo(cursor.id().toString()) > 0;
    }

    private static Tagged<CurriculumView> tagged(CurriculumRow row) {
        return new Tagged<>(CurriculumView.of(row), row.changes);
    }

    private static String[] sorted(Set<String> courses) {
        return courses.stream().sorted().toArray(String[]::new);
    }
}
