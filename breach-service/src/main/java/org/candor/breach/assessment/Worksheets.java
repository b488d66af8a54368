package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.assessment.AssessmentDesk.Opened;
import org.candor.breach.assessment.WorksheetDocument.Signed;
import org.candor.breach.assessment.decision.Conclusion;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.data.Sql;

/** Signed worksheets, frozen with their hash and sealed. */
@ApplicationScoped
class Worksheets {

    private static final String PLACE = "worksheet.document";

    private static final String ADD = """
            insert into worksheet (incident_id, edition, sha256, signed_by, signed_at, document)
            values (?1, ?2, ?3, ?4, ?5, ?6)
            """;

    private static final String FIND = "select sha256, document from worksheet where incident_id = ?1 and edition = ?2";

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
                .replaceWithVoid();
    }

    Uni<Optional<Signed>> find(UUID incidentId, int edition, IncidentCipher cipher) {
        return Sql.rows(Object[].class, FIND, incidentId, edition)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Signed(cipher.readBytes(PLACE, incidentId, (byte[]) row[1]), (String) row[0])));
    }
}
