package org.candor.notification.campaign;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.web.Cursor;

/** The campaigns, newest first. */
@ApplicationScoped
class CampaignRows implements PanacheRepositoryBase<CampaignRow, UUID> {

    /** Who changes a campaign locks it, so that two decisions never work on the same state. */
    Uni<Optional<CampaignRow>> locked(UUID incidentId) {
        return findById(incidentId, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    Uni<List<CampaignRow>> page(String state, String person, String entities, Optional<Cursor> after, int limit) {
        StringBuilder hql = new StringBuilder("incident_visible(incidentId, :person, :entities)");
        Map<String, Object> values = new HashMap<>(Map.of("person", person, "entities", entities));
        if (state != null) {
            hql.append(" and state = :state");
            values.put("state", state);
        }
        after.ifPresent(cursor -> {
            hql.append(" and (openedAt < :at or (openedAt = :at and incidentId < :id))");
            values.put("at", cursor.at());
            values.put("id", cursor.id());
        });
        return find(hql + " order by openedAt desc, incidentId desc", values)
                .range(0, limit)
                .list();
    }
}
