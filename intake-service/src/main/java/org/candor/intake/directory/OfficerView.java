package org.candor.intake.directory;

import java.util.List;
import java.util.UUID;
import org.candor.events.DirectoryEvent.Absence;
import org.candor.events.OfficerRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An officer as he is. */
@Schema(name = "Officer")
public record OfficerView(
        UUID officerId,
        String entityId,
        OfficerRole role,
        String person,
        String displayName,
        String mailbox,
        List<Absence> absences,
        boolean active) {

    static OfficerView of(OfficerRow row) {
        return new OfficerView(
                row.officerId,
                row.entityId,
                row.role,
                row.person,
                row.displayName,
                row.mailbox,
                row.absences(),
                row.active);
    }
}
