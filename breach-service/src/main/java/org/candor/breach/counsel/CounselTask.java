package org.candor.breach.counsel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.breach.obligations.Columns;
import org.candor.breach.obligations.CounselTasks;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One jurisdiction whose own law nobody computes, or whose law asks something without a day beside what is computed.
 *
 * @param known what is known of it without being turned into a date
 * @param source where that was read, {@code verified} when it was last compared with it
 * @param due within the organisation's days for counsel after the discovery, and before the letters are due
 * @param dueBy always {@code POLICY}: the day is the organisation's, no law names it
 * @param note what counsel found; absent while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CounselTask")
public record CounselTask(
        String jurisdiction,
        String statute,
        String known,
        String source,
        String verified,
        LocalDate due,
        String dueBy,
        Instant openedAt,
        Instant answeredAt,
        String answeredBy,
        PersonalText note) {

    static final String PLACE = "counsel_task.note";

    static CounselTask of(UUID incidentId, Object[] row, IncidentCipher cipher) {
        String jurisdiction = (String) row[0];
        UUID id = CounselTasks.idOf(incidentId, jurisdiction);
        return new CounselTask(
                jurisdiction,
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                Columns.day(row[5]),
                "POLICY",
                Columns.instant(row[6]),
                Columns.instant(row[7]),
                (String) row[8],
                row[9] == null ? null : new PersonalText(cipher.read(PLACE, id, (byte[]) row[9])));
    }
}
