package org.candor.notification.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.DirectoryEvent.DelegateChanged;
import org.candor.events.OfficerRole;
import org.candor.kit.data.Sql;
import org.candor.notification.directory.decision.Helper;

/** Whom officers have designated to help them (policy I.C.1). Call inside a session. */
@ApplicationScoped
public class Helpers {

    private static final String PUT = """
            insert into delegate (delegate_id, entity_id, person, from_day, until_day, role, mailbox)
            values (?1, ?2, ?3, ?4, nullif(cast(?5 as date), '9999-12-31'), ?6, ?7)
            on conflict (delegate_id) do update
               set entity_id = excluded.entity_id, person = excluded.person, from_day = excluded.from_day,
                   until_day = excluded.until_day, role = excluded.role, mailbox = excluded.mailbox
            """;

    /** Facts from before know no mailbox: then that of the same person as an officer counts. */
    private static final String FIND = """
            select h.role, h.person, h.mailbox
              from (select d.role, d.person, d.entity_id, d.from_day, d.until_day,
                           coalesce(nullif(d.mailbox, ''), (select max(o.mailbox) from officer o
                                     where o.entity_id = d.entity_id and o.person = d.person and o.active), '') as mailbox
                      from delegate d) h
             where h.entity_id = ?1 and h.mailbox <> '' and h.from_day <= cast(?2 as date)
               and (h.until_day is null or h.until_day >= cast(?2 as date))
               and (cast(?3 as uuid) = '00000000-0000-0000-0000-000000000000' or incident_visible(cast(?3 as uuid), h.person, '*'))
             order by h.person, h.role
            """;

    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);
    private static final UUID NO_INCIDENT = new UUID(0, 0);

    /** @param incidentId only those who may see it; null where the matter belongs to no incident */
    public Uni<List<Helper>> on(LocalDate day, String entityId, UUID incidentId) {
        return Sql.rows(Object[].class, FIND, entityId, day, incidentId == null ? NO_INCIDENT : incidentId)
                .map(rows -> rows.stream()
                        .map(row -> new Helper(role((String) row[0]), (String) row[1], (String) row[2]))
                        .toList());
    }

    Uni<Integer> put(DelegateChanged delegate) {
        return Sql.update(
                PUT,
                delegate.delegateId(),
                delegate.entityId(),
                delegate.person(),
                delegate.from(),
                delegate.until() == null ? NO_END : delegate.until(),
                delegate.role() == null ? "" : delegate.role().name(),
                delegate.mailbox() == null ? "" : delegate.mailbox());
    }

    private static Optional<OfficerRole> role(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(OfficerRole.valueOf(name));
    }
}
