package org.candor.notification.campaign;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many people of a campaign are where. */
public record PeopleProgress(
        @Schema(description = "Wait for their own notice and none is on its way")
        long ready,

        @Schema(description = "Their notice is being prepared or tried again")
        long underWay,

        @Schema(description = "Were told") long told,

        @Schema(description = "Living, and no address does: substitute notice")
        long substitute,

        @Schema(description = "Nobody is to be told: dead without reachable next of kin, or for over fifty years")
        long nobody,

        @Schema(description = "Letters that came back, of all that were sent")
        long returned,

        @Schema(description = "Notices that failed for good; the person is told in another way")
        long failed) {

    private static final String COUNT = """
            select count(*) filter (where p.state = 'PENDING' and n.id is null), count(*) filter (where p.state = 'PENDING' and n.id is not null),
                   count(*) filter (where p.state = 'TOLD'), count(*) filter (where p.state = 'SUBSTITUTE'),
                   count(*) filter (where p.state = 'NOBODY')
              from person p
              left join notice n on n.person_id = p.id and n.state in ('IN_FLIGHT', 'BATCHED', 'WAITING')
             where p.incident_id = ?1
            """;

    private static final String ENDED = """
            select count(*) filter (where state = 'RETURNED'), count(*) filter (where state = 'FAILED') from notice
             where incident_id = ?1 and state in ('RETURNED', 'FAILED')
            """;

    /** Call inside a session. */
    static Uni<PeopleProgress> of(UUID incidentId) {
        return Sql.rows(Object[].class, COUNT, incidentId)
                .chain(people -> Sql.rows(Object[].class, ENDED, incidentId)
                        .map(ended -> of(people.getFirst(), ended.getFirst())));
    }

    private static PeopleProgress of(Object[] people, Object[] ended) {
        return new PeopleProgress(
                number(people[0]),
                number(people[1]),
                number(people[2]),
                number(people[3]),
                number(people[4]),
                number(ended[0]),
                number(ended[1]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
