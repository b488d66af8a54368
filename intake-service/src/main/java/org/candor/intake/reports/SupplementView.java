package org.candor.intake.reports;

import java.time.Instant;
import java.time.LocalDate;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What whoever reported added later. */
@Schema(name = "Supplement")
public record SupplementView(
        long number,
        boolean byAssociate,
        LocalDate discoveredOn,
        Long affectedKnown,
        PersonalText text,
        Instant suppliedAt) {

    static SupplementView of(Supplement row, String told) {
        return new SupplementView(
                row.number,
                row.byAssociate,
                row.discoveredOn,
                row.affectedKnown,
                new PersonalText(told),
                row.suppliedAt);
    }
}
