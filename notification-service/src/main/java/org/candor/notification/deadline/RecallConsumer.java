package org.candor.notification.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.events.Envelope;
import org.candor.events.RoutingEvent;
import org.candor.events.RoutingEvent.RoutingChanged;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/**
 * Takes back mails that wait for somebody who may no longer know of one of their incidents (policy I.B.1.c); what else stood in
 * them is mailed anew. Then looks at the incident's duties again, for those who are in charge now.
 */
@ApplicationScoped
class RecallConsumer implements EventConsumer<RoutingEvent> {

    private static final String RECALL = """
            delete from outgoing_mail
             where purpose = 'ALERT' and state = 'WAITING'
               and purpose_id in (select mail_id from deadline_alert
                                   where incident_id = ?1 and state = 'QUEUED'
                                     and (person = any (cast(?2 as text[]))
                                          or (cardinality(cast(?3 as text[])) > 0 and not person = any (cast(?3 as text[])))))
            """;

    private static final String PLAN_AGAIN = """
            update deadline_alert a set state = 'PLANNED', mail_id = null, queued_at = null
             where a.mail_id in (select mail_id from deadline_alert where incident_id = ?1 and state = 'QUEUED')
               and not exists (select 1 from outgoing_mail m where m.purpose = 'ALERT' and m.purpose_id = a.mail_id)
            """;

    private static final String LOOK_AGAIN =
            "update deadline set look_at = '1970-01-01T00:00:00Z' where incident_id = ?1 and state = 'OPEN'";

    @Override
    public Topic topic() {
        return Topic.ROUTING;
    }

    @Override
    public Uni<Handling> on(RoutingEvent fact, Envelope envelope) {
        return switch (fact) {
            case RoutingChanged changed ->
                Sql.update(
                                RECALL,
                                changed.incidentId(),
                                changed.recused().toArray(new String[0]),
                                changed.restrictedReaders().toArray(new String[0]))
                        .chain(recalled ->
                                recalled == 0 ? Uni.createFrom().item(0) : Sql.update(PLAN_AGAIN, changed.incidentId()))
                        .chain(() -> Sql.update(LOOK_AGAIN, changed.incidentId()))
                        .replaceWith(Handling.APPLIED);
        };
    }
}
