package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.assessment.WorksheetDocument.Heading;
import org.candor.breach.assessment.WorksheetDocument.Signed;
import org.candor.breach.assessment.decision.Assessment;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;

/** Reads worksheets, signed ones and drafts. */
@ApplicationScoped
class WorksheetReading {

    private final OpenAssessments open;
    private final Worksheets worksheets;
    private final AccessLog accesses;
    private final Workers workers;

    WorksheetReading(OpenAssessments open, Worksheets worksheets, AccessLog accesses, Workers workers) {
        this.open = open;
        this.worksheets = worksheets;
        this.accesses = accesses;
        this.workers = workers;
    }

    /** The frozen worksheet of the last conclusion, or a draft while the question is open. */
    Uni<byte[]> worksheet(UUID incidentId) {
        return Transactions.run(() -> open.visible(incidentId)
                        .call(() -> accesses.read("read-worksheet", incidentId))
                        .chain(opened -> worksheets
                                .find(incidentId, opened.assessment().edition(), opened.cipher())
                                .map(found -> new Shown(Heading.of(opened.row()), opened.assessment(), found))))
                .chain(shown -> shown.frozen().isPresent()
                        ? Uni.createFrom().item(shown.frozen().get().pdf())
                        : workers.run(() -> WorksheetDocument.render(shown.heading(), shown.assessment())
                                .pdf()));
    }

    /** Every signed worksheet of the assessment. */
    Uni<List<Worksheets.Edition>> worksheets(UUID incidentId) {
        return Transactions.run(() -> open.visible(incidentId)
                .call(() -> accesses.read("list-worksheets", incidentId))
                .chain(() -> worksheets.all(incidentId)));
    }

    /** One that was signed earlier, as it was frozen. */
    Uni<byte[]> worksheet(UUID incidentId, int edition) {
        return Transactions.run(() -> open.visible(incidentId)
                .call(() -> accesses.read("read-worksheet", incidentId))
                .chain(opened -> worksheets.find(incidentId, edition, opened.cipher()))
                .map(found -> found.orElseThrow(Problem::notFound).pdf()));
    }

    private record Shown(Heading heading, Assessment assessment, Optional<Signed> frozen) {}
}
