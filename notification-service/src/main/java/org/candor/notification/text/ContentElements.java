package org.candor.notification.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.events.Envelope;
import org.candor.events.ObligationEvent;
import org.candor.events.ObligationEvent.Obligation;
import org.candor.events.ObligationEvent.ObligationsComputed;
import org.candor.events.Topic;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;
import org.candor.kit.outbox.EventJson;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.text.decision.Checklist;
import org.candor.notification.text.decision.Element;

/** What the duties ask of the texts; each computation replaces the earlier list, and decisions of counsel stay. */
@ApplicationScoped
class ContentElements implements EventConsumer<ObligationEvent> {

    private static final String ADD = """
            insert into content_element (incident_id, element_id, obligation_id, kind, jurisdiction, citation, wording, must)
            select cast(?1 as uuid), r.id, r.obligation, r.kind, r.jurisdiction, r.citation, r.wording, r.must
              from json_to_recordset(cast(cast(?2 as text) as json)) as r
                   (id uuid, obligation uuid, kind text, jurisdiction text, citation text, wording text, must boolean)
            on conflict do nothing
            """;

    private static final String OF_KINDS = """
            select element_id, jurisdiction, kind not like 'STATE%' as federal, citation, wording, must from content_element
             where incident_id = ?1 and kind = any (string_to_array(?2, ','))
             order by federal desc, jurisdiction, must desc, wording
            """;

    private static final String DECIDE = """
            insert into counsel_decision (incident_id, element_id, decision, reason, decided_by, decided_at)
            select ?1, e.element_id, ?3, ?4, ?5, ?6 from content_element e where e.incident_id = ?1 and e.element_id = ?2
            on conflict (incident_id, element_id) do update
               set decision = excluded.decision, reason = excluded.reason, decided_by = excluded.decided_by,
                   decided_at = excluded.decided_at
            """;

    private record Row(
            UUID id,
            UUID obligation,
            String kind,
            String jurisdiction,
            String citation,
            String wording,
            boolean must) {}

    private final CampaignDesk desk;
    private final AccessLog accesses;
    private final Caller caller;
    private final Clock clock;

    ContentElements(CampaignDesk desk, AccessLog accesses, Caller caller, Clock clock) {
        this.desk = desk;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.OBLIGATION;
    }

    @Override
    public Uni<Handling> on(ObligationEvent fact, Envelope envelope) {
        return fact instanceof ObligationsComputed computed
                ? take(computed).replaceWith(Handling.APPLIED)
                : Uni.createFrom().item(Handling.APPLIED);
    }

    /** Call inside a session. */
    Uni<Checklist> checklist(NoticeTextRow text) {
        return elements(text.incidentId, text.template())
                .chain(elements -> Sql.rows(
                                UUID.class,
                                "select element_id from counsel_decision where incident_id = ?1",
                                text.incidentId)
                        .map(decided -> Checklist.of(elements, text.confirmed(), Set.copyOf(decided))));
    }

    Uni<Void> decide(UUID incidentId, UUID elementId, CounselDecision decision) {
        return Transactions.run(() -> desk.toChange(incidentId)
                .chain(() -> Sql.update(
                        DECIDE,
                        incidentId,
                        elementId,
                        decision.decision().name(),
                        decision.reason(),
                        caller.subject(),
                        clock.instant()))
                .invoke(changed -> {
                    if (changed == 0) {
                        throw Problem.notFound();
                    }
                })
                .chain(() -> accesses.readPart("decide-collision", incidentId, "elementId=" + elementId)));
    }

    private static Uni<List<Element>> elements(UUID incidentId, Template template) {
        String kinds = template.duties().stream().map(Enum::name).collect(Collectors.joining(","));
        return Sql.rows(Object[].class, OF_KINDS, incidentId, kinds)
                .map(rows -> rows.stream()
                        .map(row -> new Element(
                                (UUID) row[0],
                                (String) row[1],
                                (Boolean) row[2],
                                (String) row[3],
                                (String) row[4],
                                (Boolean) row[5]))
                        .toList());
    }

    private static Uni<Integer> take(ObligationsComputed computed) {
        List<Row> rows = new ArrayList<>();
        computed.obligations().forEach(duty -> {
            duty.must().forEach(wording -> rows.add(row(duty, wording, true)));
            duty.mustNot().forEach(wording -> rows.add(row(duty, wording, false)));
        });
        return Sql.update("delete from content_element where incident_id = ?1", computed.incidentId())
                .chain(() -> Sql.update(ADD, computed.incidentId(), EventJson.write(rows)));
    }

    private static Row row(Obligation duty, String wording, boolean must) {
        String name = duty.obligationId() + "/" + must + "/" + wording;
        return new Row(
                UUID.nameUUIDFromBytes(name.getBytes(UTF_8)),
                duty.obligationId(),
                duty.kind().name(),
                duty.jurisdiction(),
                duty.citation() == null ? "" : duty.citation(),
                wording,
                must);
    }
}
