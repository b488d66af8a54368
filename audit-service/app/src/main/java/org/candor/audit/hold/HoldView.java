package org.candor.audit.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.audit.hold.decision.HoldReason;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A legal hold as it is shown. */
@Schema(name = "LegalHold")
public record HoldView(
        UUID holdId,
        @Schema(nullable = true) UUID incidentId,
        String entityId,
        @Schema(nullable = true) LocalDate from,
        @Schema(nullable = true) LocalDate to,
        HoldReason reason,

        @Schema(implementation = String.class, nullable = true, description = "Only where one hold is read")
        PersonalText note,

        String placedBy,
        Instant placedAt,
        @Schema(nullable = true) String liftedBy,
        @Schema(nullable = true) Instant liftedAt,
        long version) {

    static HoldView of(HoldRow row, IncidentCipher cipher) {
        return of(row, new PersonalText(cipher.read(HoldRow.NOTE, row.holdId, row.note)));
    }

    static HoldView inList(HoldRow row) {
        return of(row, (PersonalText) null);
    }

    private static HoldView of(HoldRow row, PersonalText note) {
        return new HoldView(
                row.holdId,
                row.incidentId,
                row.entityId,
                row.fromOn,
                row.toOn,
                row.reason,
                note,
                row.placedBy,
                row.placedAt,
                row.liftedBy,
                row.liftedAt,
                row.version);
    }
}
