package org.candor.breach.affected;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.breach.obligations.Columns;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Another covered entity that the breach touches. Where the entity acts as a business associate it is to be told.
 *
 * @param individuals its people whose information was affected
 * @param toldOn absent while it has not been told
 * @param toldHow {@code HAND}: an officer recorded it, as for paper. {@code NOTICE}: notification-service told it.
 *     {@code DUTY}: with the duty as a whole
 * @param incidentId its own breach, where it is a legal entity of this installation; absent for whoever may not see it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AffectedCoveredEntity")
public record AffectedView(
        UUID affectedId,
        PersonalText name,
        long individuals,
        Instant namedAt,
        LocalDate toldOn,
        How toldHow,
        UUID incidentId) {

    /** How it is known that it was told. */
    public enum How {
        HAND,
        NOTICE,
        DUTY
    }

    static final String PLACE = "affected_entity.name";

    static AffectedView of(Object[] row, IncidentCipher cipher) {
        UUID id = (UUID) row[0];
        return new AffectedView(
                id,
                new PersonalText(cipher.read(PLACE, id, (byte[]) row[1])),
                ((Number) row[2]).longValue(),
                Columns.instant(row[3]),
                Columns.day(row[4]),
                row[5] == null ? null : How.valueOf((String) row[5]),
                (UUID) row[6]);
    }
}
