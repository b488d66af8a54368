package org.candor.notification.hhs;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.errors.Problem;
import org.candor.notification.hhs.WorksheetView.SubmissionView;

/** The recorded submissions. Call inside a session. */
@ApplicationScoped
class SubmissionRows {

    Uni<List<SubmissionView>> of(UUID incidentId, Report report) {
        return Sql.rows(
                        Object[].class,
                        "select id, kind, track, tracking_number, previous_tracking_number, submitted_on, complete, sha256"
                                + " from hhs_submission where incident_id = ?1 and report = ?2 order by recorded_at",
                        incidentId,
                        report.name())
                .map(rows -> rows.stream().map(SubmissionRows::view).toList());
    }

    /** The worksheet as it read at that submission. */
    Uni<byte[]> worksheet(UUID incidentId, UUID submissionId) {
        return Sql.rows(
                        byte[].class,
                        "select worksheet from hhs_submission where incident_id = ?1 and id = ?2 and worksheet is not null",
                        incidentId,
                        submissionId)
                .map(rows -> rows.stream().findFirst().orElseThrow(Problem::notFound));
    }

    private static SubmissionView view(Object[] row) {
        String previous = (String) row[4];
        return new SubmissionView(
                (UUID) row[0],
                SubmissionRequest.Kind.valueOf((String) row[1]),
                (String) row[2],
                (String) row[3],
                previous.isEmpty() ? null : previous,
                (LocalDate) row[5],
                (Boolean) row[6],
                row[7] == null ? null : HexFormat.of().formatHex((byte[]) row[7]));
    }
}
