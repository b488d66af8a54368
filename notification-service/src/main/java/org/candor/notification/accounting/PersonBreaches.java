package org.candor.notification.accounting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.kit.crypto.BlindIndex;
import org.candor.kit.data.Sql;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.EventJson;
import org.candor.notification.NotificationProblem;
import org.candor.notification.lookup.LookUpIndex;
import org.candor.notification.lookup.LookUpKeys;

/** Finds by a keyed index in which breaches of an entity a person is. Call inside a transaction. */
@ApplicationScoped
class PersonBreaches {

    /** Whose records were disposed of has no names any more. */
    private static final String WANT = """
            insert into look_up_index (incident_id)
            select c.incident_id from campaign c
             where c.entity_id = ?1 and not c.drill
               and not exists (select 1 from vault.disposed d where d.incident_id = c.incident_id)
            on conflict do nothing
            """;

    private static final String STALE = """
            select count(*) from look_up_index t join campaign c on c.incident_id = t.incident_id
             where c.entity_id = ?1 and
            """ + LookUpIndex.STALE;

    private static final String CAMPAIGNS = """
            select incident_id, incident_visible(incident_id, ?2, ?3) from campaign
             where entity_id = ?1 and not drill
             order by incident_id
            """;

    private static final String MATCHING = """
            select distinct l.incident_id
              from person_look_up l
              join json_to_recordset(cast(cast(?1 as text) as json)) as r (incident uuid, born text, zip text)
                on r.incident = l.incident_id
               and (l.born_index = decode(r.born, 'base64') or l.zip_index = decode(r.zip, 'base64'))
             order by l.incident_id
            """;

    private static final String NOTHING = Base64.getEncoder().encodeToString(new byte[] {0});

    private record Key(UUID incident, String born, String zip) {}

    private final BlindIndex index;
    private final Caller caller;

    PersonBreaches(BlindIndex index, Caller caller) {
        this.index = index;
        this.caller = caller;
    }

    /** From now on everybody in the entity's rosters can be found. */
    Uni<Integer> want(String entityId) {
        return Sql.update(WANT, entityId);
    }

    /** In the order of their ids, each with whether it exists for the caller; refuses while the index is not complete. */
    Uni<Map<UUID, Boolean>> matching(String entityId, AccountingRequest who) {
        return want(entityId)
                .chain(() -> Sql.rows(Long.class, STALE, entityId))
                .invoke(stale -> {
                    if (stale.getFirst() > 0) {
                        throw new Problem(NotificationProblem.LOOK_UP_NOT_READY);
                    }
                })
                .chain(() -> Sql.rows(Object[].class, CAMPAIGNS, entityId, caller.subject(), caller.entitiesFilter()))
                .map(PersonBreaches::seen)
                .chain(seen -> Sql.rows(UUID.class, MATCHING, keys(List.copyOf(seen.keySet()), who))
                        .map(matching -> {
                            seen.keySet().retainAll(matching);
                            return seen;
                        }));
    }

    private static Map<UUID, Boolean> seen(List<Object[]> campaigns) {
        Map<UUID, Boolean> seen = new LinkedHashMap<>();
        campaigns.forEach(row -> seen.put((UUID) row[0], (Boolean) row[1]));
        return seen;
    }

    private String keys(List<UUID> incidents, AccountingRequest who) {
        String given = who.givenName().value();
        String family = who.familyName().value();
        return EventJson.write(incidents.stream()
                .map(incident -> {
                    LookUpKeys keys = new LookUpKeys(index, incident);
                    return new Key(
                            incident,
                            who.bornOn() == null ? NOTHING : base64(keys.byBirth(given, family, who.bornOn())),
                            who.zip() == null ? NOTHING : base64(keys.byZip(given, family, who.zip())));
                })
                .toList());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
