package org.candor.breach.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.breach.obligations.Columns;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.data.Sql;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What officers said of duties. Rows are only added: what was taken back was said all the same. */
@ApplicationScoped
public class OfficerWords {

    /** That it was done, or that this was wrong. */
    public enum What {
        DONE,
        TAKEN_BACK
    }

    /**
     * One word.
     *
     * @param day on which the duty was done, or was wrongly said to be done
     * @param said the proof, or the reason; absent where none was given
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OfficersWord")
    public record Word(UUID obligationId, What what, LocalDate day, PersonalText said, String by, Instant at) {}

    private static final String PLACE = "officer_word.said";

    private static final String ADD = """
        insert into officer_word (id, incident_id, obligation_id, what, day, said, said_by, said_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """;

    private static final String ADD_SILENT = """
        insert into officer_word (id, incident_id, obligation_id, what, day, said_by, said_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """;

    private static final String ALL = """
        select id, obligation_id, what, day, said, said_by, said_at
          from officer_word where incident_id = ?1 order by said_at, id
        """;

    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    OfficerWords(Caller caller, Clock clock, Ids ids) {
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    /** Call inside the transaction of the change. {@code said} may be null, where nothing but the day was said. */
    public Uni<Void> add(
            UUID incidentId, UUID obligationId, What what, LocalDate day, PersonalText said, IncidentCipher cipher) {
        UUID id = ids.next();
        Instant now = clock.instant();
        Uni<Integer> added = said == null
                ? Sql.update(ADD_SILENT, id, incidentId, obligationId, what.name(), day, caller.subject(), now)
                : Sql.update(
                        ADD,
                        id,
                        incidentId,
                        obligationId,
                        what.name(),
                        day,
                        cipher.seal(PLACE, id, said.value()),
                        caller.subject(),
                        now);
        return added.replaceWithVoid();
    }

    Uni<List<Word>> all(UUID incidentId, IncidentCipher cipher) {
        return Sql.rows(Object[].class, ALL, incidentId)
                .map(rows -> rows.stream().map(row -> read(row, cipher)).toList());
    }

    private static Word read(Object[] row, IncidentCipher cipher) {
        return new Word(
                (UUID) row[1],
                What.valueOf((String) row[2]),
                Columns.day(row[3]),
                row[4] == null ? null : new PersonalText(cipher.read(PLACE, (UUID) row[0], (byte[]) row[4])),
                (String) row[5],
                Columns.instant(row[6]));
    }
}
