package org.candor.intake.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.events.ReportKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A designation, as it was made and ended.
 *
 * @param role the officer whom he helps
 * @param kinds reports that go to him as well; none where it is only on record
 * @param until last day; null while it lasts
 * @param endedBy null while it lasts
 */
@Schema(name = "Delegate")
public record DelegateView(
        UUID delegateId,
        String entityId,
        String area,
        OfficerRole role,
        List<ReportKind> kinds,
        String person,
        String displayName,
        String mailbox,
        LocalDate from,
        LocalDate until,
        String designatedBy,
        Instant designatedAt,
        String endedBy) {

    static DelegateView of(DelegateRow row) {
        return new DelegateView(
                row.delegateId,
                row.entityId,
                row.area,
                row.role,
                row.kinds(),
                row.person,
                row.displayName,
                row.mailbox,
                row.from,
                row.until,
                row.designatedBy,
                row.designatedAt,
                row.endedBy);
    }
}
