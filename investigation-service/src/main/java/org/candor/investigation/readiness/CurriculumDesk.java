package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.readiness.CurriculumViews.CurriculumRequest;
import org.candor.investigation.readiness.CurriculumViews.CurriculumView;
import org.candor.investigation.readiness.Offices.Office;
import org.candor.investigation.readiness.decision.Catalogue;
import org.candor.kit.errors.Problem;
import org.candor.kit.time.Ids;
import org.candor.kit.web.EntityTags;

/** Keeps what an entity asks of its roles. Call inside a transaction. */
@ApplicationScoped
class CurriculumDesk {

    private final Rules rules;
    private final Offices offices;
    private final Settlement settlement;
    private final Catalogue catalogue;
    private final Ids ids;

    CurriculumDesk(Rules rules, Offices offices, Settlement settlement, Catalogue catalogue, Ids ids) {
        this.rules = rules;
        this.offices = offices;
        this.settlement = settlement;
        this.catalogue = catalogue;
        this.ids = ids;
    }

    Uni<List<CurriculumView>> list(String entityId) {
        return offices.enter(entityId, "read-curricula")
                .chain(() -> rules.curricula(entityId))
                .map(rows -> rows.stream().map(CurriculumView::of).toList());
    }

    Uni<Tagged<CurriculumView>> read(String entityId, String role) {
        return offices.enter(entityId, "read-curriculum")
                .chain(() -> rules.curriculum(entityId, role))
                .map(found -> tagged(found.orElseThrow(Problem::notFound)));
    }

    /** A course that is asked for anew is due from its own day on, also by those who have been here for long. */
    Uni<Tagged<CurriculumView>> put(String role, String ifMatch, CurriculumRequest request) {
        known(catalogue, request.courses());
        return offices.change(request.entityId(), "change-curriculum")
                .chain(office -> rules.curriculum(request.entityId(), role)
                        .chain(found -> {
                            EntityTags.check(
                                    ifMatch, found.map(row -> row.changes).orElse(0));
                            CurriculumRow row = found.orElseGet(() -> fresh(office, role));
                            take(office, row, request);
                            return rules.put(row, office.today());
                        })
                        .chain(() -> settlement.ask(office))
                        .chain(() -> rules.curriculum(request.entityId(), role))
                        .map(row -> tagged(row.orElseThrow())));
    }

    /** Refuses codes that the catalogue does not have. */
    static void known(Catalogue catalogue, Set<String> courses) {
        if (!catalogue.unknown(courses).isEmpty()) {
            throw new Problem(ReadinessProblem.UNKNOWN_COURSE).field("/courses", "not all are in the catalogue");
        }
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
        row.adoptedOn = row.adoptedOn == null ? office.today() : row.adoptedOn;
        row.courses = sorted(request.courses());
        row.withinDays = request.withinDays();
        row.changes++;
        row.changedBy = office.by();
        row.changedAt = office.now();
    }

    private static Tagged<CurriculumView> tagged(CurriculumRow row) {
        return new Tagged<>(CurriculumView.of(row), row.changes);
    }

    static String[] sorted(Set<String> courses) {
        return courses.stream().sorted().toArray(String[]::new);
    }
}
