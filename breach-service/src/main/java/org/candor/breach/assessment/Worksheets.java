package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.assessment.AssessmentDesk.Opened;
import org.candor.breach.assessment.WorksheetDocument.Signed;
import org.candor.breach.assessment.decision.Conclusion;
import org.candor.breach.obligations.Columns;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.data.Sql;
import org.candor.kit.keeping.FrozenDocument;
import org.candor.kit.keeping.Keeping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Signed worksheets, frozen with their hash and sealed. */
@ApplicationScoped
class Worksheets {

    private static final String PLACE = "worksheet.document";

    private static final String ADD = """
            insert into worksheet (incident_id, edition, sha256, signed_by, signed_at, document)
            values (?1, ?2, ?3, ?4, ?5, ?6)
            """;

    private static final String ALL =
            "select edition, sha256, signed_by, signed_at from worksheet where incident_id = ?1 order by edition";

    /** A signed worksheet without the document. */
    @Schema(name = "SignedWorksheet")
    record Edition(int edition, String sha256, String signedBy, Instant signedAt) {}

    private static final String FIND = "select sha256, document from worksheet where incident_id = ?1 and edition = ?2";

    private final Keeping keeping;

    Worksheets(Keeping keeping) {
        this.keeping = keeping;
    }

    /** Kept here, and handed to audit for as long as the law asks. */
    Uni<Void> add(Opened opened, Conclusion conclusion, Signed signed) {
        UUID incidentId = opened.row().incidentId;
        return Sql.update(
                        ADD,
                        incidentId,
                        opened.assessment().edition(),
                        signed.sha256(),
                        conclusion.decidedBy(),
                        conclusion.decidedAt(),
                        opened.cipher().seal(PLACE, incidentId, signed.pdf()))
                .chain(() -> keeping.handOver(
                        new FrozenDocument(
                                incidentId,
                                "BREACH_WORKSHEET",
                                "edition-" + opened.assessment().edition(),
                                "application/pdf",
                                conclusion.decidedAt(),
                                signed.pdf()),
                        opened.row().origin(conclusion.decidedBy())));
    }

    /** Every signed one, the first first; none is ever changed or removed. */
    Uni<List<Edition>> all(UUID incidentId) {
        return Sql.rows(Object[].class, ALL, incidentId)
                .map(rows -> rows.stream()
                        .map(row -> new Edition(
                                ((Number) row[0]).intValue(),
                                (String) row[1],
                                (String) row[2],
                                Columns.instant(row[3])))
                        .toList());
    }

    Uni<Optional<Signed>> find(UUID incidentId, int edition, IncidentCipher cipher) {
        return Sql.rows(Object[].class, FIND, incidentId, edition)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Signed(cipher.readBytes(PLACE, incidentId, (byte[]) row[1]), (String) row[0])));
    }
}
