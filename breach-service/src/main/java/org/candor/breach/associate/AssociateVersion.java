package org.candor.breach.associate;

import java.time.Instant;
import org.candor.breach.obligations.Columns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The terms of a business associate as somebody wrote them. */
@Schema(name = "BusinessAssociateVersion")
public record AssociateVersion(long version, AssociateTerms terms, String writtenBy, Instant writtenAt) {

    static AssociateVersion of(Object[] row) {
        return new AssociateVersion(
                ((Number) row[0]).longValue(), AssociateTerms.of(row, 1), (String) row[8], Columns.instant(row[9]));
    }
}
