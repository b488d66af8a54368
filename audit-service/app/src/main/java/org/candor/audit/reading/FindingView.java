package org.candor.audit.reading;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.candor.audit.reading.decision.Rule;
import org.candor.kit.data.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reading that somebody should look at. */
@Schema(name = "UnusualReading")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingView(
        UUID findingId,

        @Schema(description = "Who read", examples = "security-officer")
        String person,

        @Schema(description = "The day of the readings, UTC")
        LocalDate day,

        Rule rule,
        @Schema(description = "What the rule says") String reason,
        @Schema(description = "Those that exist for you") List<UUID> incidents,
        @Schema(nullable = true) String reviewedBy,
        @Schema(nullable = true) Instant reviewedAt,
        @Schema(nullable = true) FindingReview.Outcome outcome,
        long version,
        @Schema(hidden = true) @JsonIgnore Instant foundAt) {

    static FindingView of(Object[] row) {
        Rule rule = Rule.valueOf((String) row[3]);
        return new FindingView(
                (UUID) row[0],
                (String) row[1],
                (LocalDate) row[2],
                rule,
                rule.reason(),
                Arrays.stream(((String) row[4]).split(","))
                        .map(UUID::fromString)
                        .toList(),
                (String) row[5],
                row[6] == null ? null : Sql.instant(row[6]),
                row[7] == null ? null : FindingReview.Outcome.valueOf((String) row[7]),
                (Long) row[8],
                Sql.instant(row[9]));
    }
}
