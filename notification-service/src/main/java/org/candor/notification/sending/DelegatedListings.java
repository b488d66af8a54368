package org.candor.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.NoticeEvent.NoticesSent;
import org.candor.events.NoticeMethod;
import org.candor.events.Topic;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.BlindIndex;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.notification.Hashes;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Command;
import org.candor.notification.roster.decision.AfterReturn;
import org.candor.notification.roster.decision.WayOfNotice;

/**
 * Takes in the listing of an associate that sends the notices itself. Lines are taken some hundred at a time, each at most
 * once: the same file again adds only what is missing, and a newer one what came back since.
 */
@ApplicationScoped
class DelegatedListings {

    private static final String BEGIN = """
            insert into delegated_report (id, incident_id, sha256, sent, returned, unchanged, unknown, unreadable, complete,
                                          recorded_at, recorded_by)
            values (?1, ?2, ?3, 0, 0, 0, 0, ?4, false, ?5, ?6) on conflict (incident_id, sha256) do nothing
            """;

    private static final String FIND = """
            select id, sent, returned, unchanged, unknown, unreadable, complete, recorded_at from delegated_report
             where incident_id = ?1
            """;

    private static final String FIND_PERSON = """
            select p.id, p.reason, coalesce(d.outcome, '') from person p left join delegated_notice d on d.person_id = p.id
             where p.incident_id = ?1 and p.external_index = ?2 for update of p
            """;

    private static final String PUT = """
            insert into delegated_notice as d (person_id, incident_id, report_id, method, outcome, sent_on, returned_on)
            values (?1, ?2, ?3, ?4, ?5, ?6, cast(nullif(?7, '') as date))
            on conflict (person_id) do update set outcome = excluded.outcome, returned_on = excluded.returned_on
            """;

    private final CampaignDesk desk;
    private final Returns returns;
    private final BlindIndex index;
    private final Workers workers;
    private final AccessLog accessLog;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    /** What a line was. */
    private record Taken(DelegatedLine line, boolean sent, boolean returned, boolean known) {}

    DelegatedListings(
            CampaignDesk desk,
            Returns returns,
            BlindIndex index,
            Workers workers,
            AccessLog accessLog,
            Outbox outbox,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.desk = desk;
        this.returns = returns;
        this.index = index;
        this.workers = workers;
        this.accessLog = accessLog;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<DelegatedReportView> take(UUID incidentId, byte[] file) {
        String actor = caller.subject();
        byte[] sha256 = Hashes.sha256(file);
        return workers.run(() -> DelegatedLine.read(file)
                        .orElseThrow(() -> new Problem(NotificationProblem.DELEGATED_LISTING_UNREADABLE)))
                .chain(listing -> Transactions.run(() -> begin(incidentId, sha256, listing.unreadable(), actor))
                        .chain(found -> found.complete()
                                ? Uni.createFrom().item(found)
                                : listing.inChunks(lines -> chunk(incidentId, found.id(), lines, actor))
                                        .chain(() -> Transactions.run(() -> end(incidentId, found.id(), actor)))));
    }

    private Uni<DelegatedReportView> begin(UUID incidentId, byte[] sha256, long unreadable, String actor) {
        return desk.toChange(incidentId)
                .invoke(campaign -> desk.check(campaign, new Command.TakeDelegated(1, campaign.delegated())))
                .call(() -> accessLog.read("take-delegated-listing", incidentId))
                .chain(() -> index.ready())
                .chain(() -> Sql.update(BEGIN, ids.next(), incidentId, sha256, unreadable, clock.instant(), actor))
                .chain(() -> find(" and sha256 = ?2", incidentId, sha256));
    }

    private Uni<Integer> chunk(UUID incidentId, UUID reportId, List<DelegatedLine> lines, String actor) {
        return desk.toChange(incidentId)
                .chain(campaign -> ReportFile.each(lines, line -> line(campaign, reportId, line))
                        .call(taken -> tellSent(campaign, taken, actor))
                        .call(taken -> tellReturned(campaign, taken, actor))
                        .chain(taken -> count(reportId, taken)));
    }

    private Uni<Taken> line(CampaignRow campaign, UUID reportId, DelegatedLine line) {
        byte[] external = index.of("person.external-id/" + campaign.incidentId(), line.externalId());
        return Sql.rows(Object[].class, FIND_PERSON, campaign.incidentId(), external)
                .chain(rows -> rows.isEmpty() || line.after(desk.today(campaign))
                        ? Uni.createFrom().item(new Taken(line, false, false, false))
                        : put(campaign.incidentId(), reportId, line, rows.getFirst()));
    }

    private Uni<Taken> put(UUID incidentId, UUID reportId, DelegatedLine line, Object[] person) {
        String before = (String) person[2];
        boolean sent = before.isEmpty();
        boolean returned = line.returnedOn().isPresent() && !before.equals("RETURNED");
        Taken taken = new Taken(line, sent, returned, true);
        if (!sent && !returned) {
            return Uni.createFrom().item(taken);
        }
        return Sql.update(
                        PUT,
                        person[0],
                        incidentId,
                        reportId,
                        line.method().name(),
                        line.returnedOn().isPresent() ? "RETURNED" : "SENT",
                        line.sentOn(),
                        line.returnedOn().map(LocalDate::toString).orElse(""))
                .chain(() -> returned ? returned(person) : told(person[0]))
                .replaceWith(taken);
    }

    private static Uni<Integer> told(Object personId) {
        return Sql.update("update person set state = 'TOLD' where id = ?1", personId);
    }

    private static Uni<Integer> returned(Object[] person) {
        AfterReturn after = AfterReturn.of(WayOfNotice.Reason.valueOf((String) person[1]));
        return Sql.update(
                "update person set method = ?2, reason = ?3, state = ?4, returned_address = address_index where id = ?1",
                person[0],
                after.method().name(),
                after.reason().name(),
                after.state());
    }

    private Uni<Void> tellSent(CampaignRow campaign, List<Taken> taken, String actor) {
        List<DelegatedLine> sent =
                taken.stream().filter(Taken::sent).map(Taken::line).toList();
        if (sent.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<NoticeMethod, Long> counts = new EnumMap<>(NoticeMethod.class);
        sent.forEach(line -> counts.merge(line.method(), 1L, Long::sum));
        List<LocalDate> days = sent.stream().map(DelegatedLine::sentOn).sorted().toList();
        return outbox.publish(
                Topic.NOTICE,
                new NoticesSent(campaign.incidentId(), counts, days.getFirst(), days.getLast()),
                campaign.origin(actor));
    }

    private Uni<Void> tellReturned(CampaignRow campaign, List<Taken> taken, String actor) {
        List<LocalDate> days = taken.stream()
                .filter(Taken::returned)
                .flatMap(one -> one.line().returnedOn().stream())
                .sorted()
                .toList();
        return days.isEmpty()
                ? Uni.createFrom().voidItem()
                : returns.tell(campaign, days.size(), days.getLast(), actor);
    }

    private static Uni<Integer> count(UUID reportId, List<Taken> taken) {
        return Sql.update(
                "update delegated_report set sent = sent + ?2, returned = returned + ?3, unchanged = unchanged + ?4,"
                        + " unknown = unknown + ?5 where id = ?1",
                reportId,
                taken.stream().filter(Taken::sent).count(),
                taken.stream().filter(Taken::returned).count(),
                taken.stream()
                        .filter(one -> one.known() && !one.sent() && !one.returned())
                        .count(),
                taken.stream().filter(one -> !one.known()).count());
    }

    private Uni<DelegatedReportView> end(UUID incidentId, UUID reportId, String actor) {
        return desk.toChange(incidentId)
                .chain(campaign -> Sql.update("update delegated_report set complete = true where id = ?1", reportId)
                        .chain(() -> find(" and id = ?2", incidentId, reportId))
                        .call(view -> view.returned() > 0
                                ? returns.offer(campaign, actor)
                                : Uni.createFrom().voidItem())
                        .call(() -> desk.pending(incidentId)
                                .chain(pending -> desk.applyIfPossible(
                                        campaign, new Command.TakeDelegated(pending, campaign.delegated()), actor))));
    }

    private static Uni<DelegatedReportView> find(String condition, Object... parameters) {
        return Sql.rows(Object[].class, FIND + condition, parameters)
                .map(rows -> DelegatedReportView.of(rows.getFirst()));
    }
}
