package org.candor.investigation.cyber;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.cyber.decision.Draft;
import org.candor.investigation.cyber.decision.Indicator;
import org.candor.investigation.cyber.decision.StixBundle;
import org.candor.investigation.directory.Directory;
import org.candor.investigation.directory.Directory.LegalEntity;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;

/** A draft as a document and as a STIX bundle. */
@ApplicationScoped
class DraftExports {

    private final CaseAccess access;
    private final CyberFiles files;
    private final CyberViews views;
    private final Directory directory;
    private final Workers workers;

    DraftExports(CaseAccess access, CyberFiles files, CyberViews views, Directory directory, Workers workers) {
        this.access = access;
        this.files = files;
        this.views = views;
        this.directory = directory;
        this.workers = workers;
    }

    Uni<byte[]> pdf(UUID incidentId, UUID draftId) {
        return Transactions.run(() -> access.toRead(incidentId, "print-agency-report")
                        .chain(known -> files.read(incidentId)
                                .chain(rows ->
                                        directory.names().map(names -> content(known, rows.draft(draftId), names)))))
                .chain(content -> workers.run(() -> AgencyReportDocument.pdf(content)));
    }

    /** Only what was signed leaves, and nothing of an exercise. */
    Uni<Map<String, Object>> stix(UUID incidentId, UUID draftId) {
        return Transactions.run(() -> access.toRead(incidentId, "export-stix")
                .chain(known -> files.read(incidentId).map(rows -> bundle(known, rows.draft(draftId)))));
    }

    private Map<String, Object> bundle(KnownCase known, DraftRow row) {
        if (known.drill()) {
            throw new Problem(CyberProblem.DRILL_SENDS_NOTHING);
        }
        if (!row.draft().status().signedOff()) {
            throw new Problem(CyberProblem.DRAFT_NOT_SIGNED);
        }
        List<Indicator> indicators = views.words(known, row).all();
        if (indicators.isEmpty()) {
            throw new Problem(CyberProblem.INDICATORS_MISSING);
        }
        return StixBundle.of(row.id, known.entityId(), organisation(known), indicators, row.signedAt);
    }

    private AgencyReportDocument.Content content(KnownCase known, DraftRow row, Map<String, String> names) {
        CyberWords.DraftRequest words = views.words(known, row);
        Draft.Status status = row.draft().status();
        return new AgencyReportDocument.Content(
                row.id,
                row.agency,
                status,
                organisation(known),
                known.zoneOfTimes(),
                known.drill(),
                words.subject().value(),
                words.text().value(),
                words.all(),
                status.signedOff() ? names.getOrDefault(row.signedBy, row.signedBy) : "",
                status.signedOff() ? row.signedAt : null);
    }

    private static String organisation(KnownCase known) {
        return known.entity().map(LegalEntity::name).orElse(known.entityId());
    }
}
