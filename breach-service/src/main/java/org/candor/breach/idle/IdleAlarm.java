package org.candor.breach.idle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.candor.breach.obligations.Columns;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything a letter needs was there, and nothing moved.
 *
 * @param idleSince when something moved last, or the hold ended after that
 * @param reason why, in the officer's words; absent until he has said it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IdleAlarm")
public record IdleAlarm(
        UUID alarmId, Instant idleSince, Instant raisedAt, Instant answeredAt, String answeredBy, PersonalText reason) {

    static final String PLACE = "idle_alarm.reason";

    static IdleAlarm of(Object[] row, IncidentCipher cipher) {
        UUID id = (UUID) row[0];
        return new IdleAlarm(
                id,
                Columns.instant(row[1]),
                Columns.instant(row[2]),
                Columns.instant(row[3]),
                (String) row[4],
                row[5] == null ? null : new PersonalText(cipher.read(PLACE, id, (byte[]) row[5])));
    }
}
