package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.candor.breach.assessment.AssessmentDesk.Opened;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Visibility;
import org.candor.kit.web.EntityTags;

/** Takes an assessment in hand for whoever may see it; for everybody else there is none. */
@ApplicationScoped
class OpenAssessments {

    private final Assessments assessments;
    private final AssessmentDesk desk;
    private final Visibility visibility;

    OpenAssessments(Assessments assessments, AssessmentDesk desk, Visibility visibility) {
        this.assessments = assessments;
        this.desk = desk;
        this.visibility = visibility;
    }

    Uni<Opened> visible(UUID incidentId) {
        return visibility
                .require(incidentId)
                .chain(() -> assessments.findById(incidentId))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(desk::open);
    }

    /** Locked until the end of the transaction, in the version that the caller has seen. */
    Uni<Opened> locked(UUID incidentId, String ifMatch) {
        return visibility
                .require(incidentId)
                .chain(() -> assessments.locked(incidentId))
                .map(found -> found.orElseThrow(Problem::notFound))
                .invoke(row -> EntityTags.check(ifMatch, row.version))
                .chain(desk::open);
    }
}
