package org.candor.audit.programme;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.candor.audit.programme.DutyView.CostView;
import org.candor.events.CaseEvent;
import org.candor.events.CaseEvent.CaseClosed;
import org.candor.events.CaseEvent.CostKind;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;
import org.candor.kit.outbox.EventJson;

/** What incidents cost, as their cases told when they were closed the last time. An exercise costs nothing. */
@ApplicationScoped
class IncidentCosts implements EventConsumer<CaseEvent> {

    private static final String FORGET = "delete from incident_cost where incident_id = ?1";

    private static final String PUT = """
            insert into incident_cost (incident_id, kind, currency, hundredths)
            select ?1, n.kind, coalesce(n.currency, ''), n.hundredths
              from json_to_recordset(cast(cast(?2 as text) as json)) as n(kind text, currency text, hundredths bigint)
            """;

    private static final String OF =
            "select kind, currency, hundredths from incident_cost where incident_id = ?1 order by kind, currency";

    /** Call inside a session. */
    Uni<List<CostView>> of(UUID incidentId) {
        return Sql.rows(Object[].class, OF, incidentId)
                .map(rows -> rows.stream().map(IncidentCosts::view).toList());
    }

    @Override
    public Topic topic() {
        return Topic.CASE;
    }

    @Override
    public Uni<Handling> on(CaseEvent fact, Envelope envelope) {
        return fact instanceof CaseClosed closed && !envelope.drill()
                ? Sql.update(FORGET, closed.incidentId())
                        .chain(() -> Sql.update(PUT, closed.incidentId(), EventJson.write(closed.costs())))
                        .replaceWith(Handling.APPLIED)
                : Uni.createFrom().item(Handling.APPLIED);
    }

    private static CostView view(Object[] row) {
        String currency = (String) row[1];
        return new CostView(
                CostKind.valueOf((String) row[0]),
                BigDecimal.valueOf((Long) row[2], 2),
                currency.isEmpty() ? null : currency);
    }
}
