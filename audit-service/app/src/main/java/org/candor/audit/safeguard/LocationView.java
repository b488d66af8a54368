package org.candor.audit.safeguard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.audit.safeguard.decision.Medium;
import org.candor.audit.safeguard.decision.Place;
import org.candor.kit.outbox.EventJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A place with its risk and when it was inspected. */
@Schema(name = "Location")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocationView(
        UUID locationId,
        String entityId,
        String code,
        Place place,
        String department,
        Set<Medium> media,
        Place.Risk risk,
        @Schema(nullable = true) LocalDate closedOn,
        @Schema(nullable = true) LocalDate inspectedOn,

        @Schema(description = "Findings that are still open")
        long openFindings,

        @Schema(nullable = true, description = "The last day on which it must be kept; absent while it is in effect")
        LocalDate retainUntil,

        long version) {

    /** Columns in the order of {@link #of}; {@code d} is the location. */
    static final String COLUMNS = """
            select d.location_id, d.entity_id, d.code, d.place, d.department, cast(to_json(d.media) as text), d.risk, d.closed_on,
                   (select max(i.inspected_on) from programme.inspection i where i.location_id = d.location_id),
                   (select count(*) from programme.inspection i join programme.duty f on f.parent_id = i.duty_id
                     where i.location_id = d.location_id and f.state = 'OPEN'
                       and f.duty_id in (select a.finding_id from programme.inspection_answer a
                                          where a.inspection_id = i.inspection_id)),
                   d.version,
                   (select e.counted_from from programme.record_end e where e.register = 'LOCATION' and e.record_id = d.location_id)
              from programme.location d
            """;

    static LocationView of(Object[] row, RetentionRule rule) {
        return new LocationView(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                Place.valueOf((String) row[3]),
                (String) row[4],
                Stream.of(EventJson.read((String) row[5], String[].class))
                        .map(Medium::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new)),
                Place.Risk.valueOf((String) row[6]),
                (LocalDate) row[7],
                (LocalDate) row[8],
                (Long) row[9],
                rule.retainUntil((LocalDate) row[11]).orElse(null),
                (Long) row[10]);
    }
}
