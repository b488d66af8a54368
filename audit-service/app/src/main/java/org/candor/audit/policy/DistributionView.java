package org.candor.audit.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom a version was given, and since when he has it. */
@Schema(name = "PolicyDistribution")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DistributionView(
        UUID distributionId,
        int number,
        DistributionRequest.Audience audience,
        String recipient,
        DistributionRequest.Way way,
        LocalDate sentOn,
        String sentBy,
        Instant recordedAt,

        @Schema(nullable = true, description = "When he said that he got it")
        LocalDate receivedOn,

        long version) {

    static final String COLUMNS = """
            select distribution_id, number, audience, recipient, way, sent_on, sent_by, recorded_at, received_on, version
              from programme.policy_distribution
            """;

    static DistributionView of(Object[] row) {
        return new DistributionView(
                (UUID) row[0],
                (Integer) row[1],
                DistributionRequest.Audience.valueOf((String) row[2]),
                (String) row[3],
                DistributionRequest.Way.valueOf((String) row[4]),
                (LocalDate) row[5],
                (String) row[6],
                Sql.instant(row[7]),
                (LocalDate) row[8],
                (Long) row[9]);
    }
}
