package org.candor.audit.policy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.audit.policy.CrosswalkView.Framework;
import org.candor.audit.policy.CrosswalkView.ServingView;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Caller;

/** Which policy serves which section of law and which id of another framework, for whoever asks. */
@ApplicationScoped
class Crosswalks {

    private static final String TODAY = """
            with today as (
                select p.policy_id, p.entity_id, p.code, v.number, v.sections, v.external_ids
                  from policy p left join entity_zone z on z.entity_id = p.entity_id,
                       lateral (select cast(cast(?2 as timestamptz) at time zone coalesce(z.time_zone, 'UTC') as date) as day) t,
                       lateral (select * from policy_version w where w.policy_id = p.policy_id and w.effective_on <= t.day
                                 order by w.number desc limit 1) v
                 where (?1 = '*' or p.entity_id = any (string_to_array(?1, ',')))
                   and (p.withdrawn_on is null or p.withdrawn_on > t.day)
            )
            select 'CFR' as framework, s as reference, policy_id, entity_id, code, number from today, unnest(sections) s
            union all
            select 'OTHER', x, policy_id, entity_id, code, number from today, unnest(external_ids) x
             order by 1, 2, 4, 5
            """;

    private record Key(Framework framework, String reference) {}

    private final Caller caller;
    private final Clock clock;

    Crosswalks(Caller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    /** By the versions that are in effect on each entity's own day. */
    Uni<List<CrosswalkView>> today() {
        return Transactions.read(() -> Sql.rows(Object[].class, TODAY, caller.entitiesFilter(), clock.instant()))
                .map(Crosswalks::views);
    }

    private static List<CrosswalkView> views(List<Object[]> rows) {
        Map<Key, List<ServingView>> found = new LinkedHashMap<>();
        rows.forEach(row -> found.computeIfAbsent(
                        new Key(Framework.valueOf((String) row[0]), (String) row[1]), key -> new ArrayList<>())
                .add(new ServingView((UUID) row[2], (String) row[3], (String) row[4], (Integer) row[5])));
        return found.entrySet().stream()
                .map(entry -> new CrosswalkView(
                        entry.getKey().framework(), entry.getKey().reference(), entry.getValue()))
                .toList();
    }
}
