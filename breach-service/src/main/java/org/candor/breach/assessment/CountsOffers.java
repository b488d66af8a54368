package org.candor.breach.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.obligations.decision.Facts.Individuals;
import org.candor.breach.obligations.decision.Facts.Undeliverable;
import org.candor.breach.obligations.decision.Jurisdiction;
import org.candor.events.NoticeEvent.CountsOffered;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.EventJson;

/** Counts of rosters as they were offered; the newest is the one that may be adopted. */
@ApplicationScoped
class CountsOffers {

    private static final String ADD = """
            insert into counts_offer (id, incident_id, total, residents, undeliverable_living,
                                      undeliverable_next_of_kin, counted_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """;

    private static final String NEWEST = """
            select id, total, residents, undeliverable_living, undeliverable_next_of_kin, adopted_by
              from counts_offer where incident_id = ?1 order by counted_at desc, id desc limit 1
            """;

    private static final String ADOPT = "update counts_offer set adopted_at = ?2, adopted_by = ?3 where id = ?1";

    /**
     * What a roster says.
     *
     * @param byJurisdiction by postal code; people of unknown residence are only in the total
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Offer(
            UUID offerId,
            long total,
            Map<String, Long> byJurisdiction,
            long undeliverableLiving,
            long undeliverableNextOfKin,
            String adoptedBy) {

        Individuals individuals() {
            Map<Jurisdiction, Long> residents = new EnumMap<>(Jurisdiction.class);
            byJurisdiction.forEach((code, count) ->
                    Jurisdiction.of(code).ifPresent(jurisdiction -> residents.put(jurisdiction, count)));
            return new Individuals(total, false, residents);
        }

        Undeliverable undeliverable() {
            return new Undeliverable(undeliverableLiving, undeliverableNextOfKin);
        }
    }

    private record Residents(Map<String, Long> byJurisdiction) {}

    Uni<Void> add(UUID id, CountsOffered offered) {
        return Sql.update(
                        ADD,
                        id,
                        offered.incidentId(),
                        offered.total(),
                        EventJson.write(new Residents(offered.residents())),
                        offered.undeliverableLiving(),
                        offered.undeliverableNextOfKin(),
                        offered.countedAt())
                .replaceWithVoid();
    }

    Uni<Optional<Offer>> newest(UUID incidentId) {
        return Sql.rows(Object[].class, NEWEST, incidentId)
                .map(rows -> rows.stream().findFirst().map(CountsOffers::read));
    }

    Uni<Void> adopted(UUID offerId, Instant at, String by) {
        return Sql.update(ADOPT, offerId, at, by).replaceWithVoid();
    }

    private static Offer read(Object[] row) {
        return new Offer(
                (UUID) row[0],
                ((Number) row[1]).longValue(),
                EventJson.read((String) row[2], Residents.class).byJurisdiction(),
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue(),
                (String) row[5]);
    }
}
