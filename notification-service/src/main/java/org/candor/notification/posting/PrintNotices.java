package org.candor.notification.posting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.NoticeEvent.RegulatorNotified;
import org.candor.events.ObligationKind;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Command;
import org.candor.notification.campaign.decision.Duty;
import org.candor.notification.posting.decision.Posting;

/** Substitute notice in print or broadcast, recorded with its proof. */
@ApplicationScoped
class PrintNotices {

    private static final String ADD = """
            insert into print_notice (id, incident_id, obligation_id, medium, outlet, area, ran_on, proof, recorded_at, recorded_by)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) on conflict do nothing
            """;

    private final CampaignDesk desk;
    private final TollFreeLines lines;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    PrintNotices(
            CampaignDesk desk,
            TollFreeLines lines,
            Outbox outbox,
            Idempotency idempotency,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.desk = desk;
        this.lines = lines;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<PrintNoticeRequest.View> record(UUID incidentId, PrintNoticeRequest request, String retryKey) {
        return Transactions.run(() -> desk.toChange(incidentId)
                .chain(campaign -> idempotency.once(
                        "record-print-notice-" + incidentId,
                        retryKey,
                        request,
                        PrintNoticeRequest.View.class,
                        () -> record(campaign, request))));
    }

    Uni<List<PrintNoticeRequest.View>> all(UUID incidentId) {
        return Sql.rows(
                        Object[].class,
                        "select id, medium, outlet, area, ran_on, proof from print_notice where incident_id = ?1"
                                + " order by ran_on, outlet",
                        incidentId)
                .map(rows -> rows.stream()
                        .map(row -> new PrintNoticeRequest.View(
                                (UUID) row[0],
                                PrintNoticeRequest.Medium.valueOf((String) row[1]),
                                (String) row[2],
                                (String) row[3],
                                (LocalDate) row[4],
                                (String) row[5]))
                        .toList());
    }

    private Uni<PrintNoticeRequest.View> record(CampaignRow campaign, PrintNoticeRequest request) {
        Duty duty = campaign.campaign().duties().list().stream()
                .filter(one -> one.kind() == ObligationKind.SUBSTITUTE_NOTICE)
                .findFirst()
                .orElseThrow(() -> new Problem(NotificationProblem.NO_SUCH_DUTY));
        if (request.ranOn().isAfter(desk.today(campaign))) {
            throw new Problem(NotificationProblem.DAY_IN_THE_FUTURE).field("/ranOn", "not after today");
        }
        String actor = caller.subject();
        UUID id = ids.next();
        Command.Fulfil fulfil = new Command.Fulfil(
                Set.of(ObligationKind.SUBSTITUTE_NOTICE), Optional.empty(), Optional.of(duty.id()), request.ranOn());
        // A second outlet adds to what is done; only the first fulfils.
        Uni<?> fulfilled = duty.open()
                ? desk.apply(campaign, fulfil, actor)
                : Uni.createFrom().voidItem();
        return fulfilled
                .chain(() -> Sql.update(
                        ADD,
                        id,
                        campaign.incidentId(),
                        duty.id(),
                        request.medium().name(),
                        request.outlet(),
                        request.area(),
                        request.ranOn(),
                        request.proof(),
                        clock.instant(),
                        actor))
                .invoke(added -> {
                    if (added == 0) {
                        throw new Problem(NotificationProblem.ALREADY_DONE);
                    }
                })
                .chain(() -> lines.open(
                        campaign,
                        request.tollFree(),
                        request.ranOn(),
                        Posting.Up.first(request.ranOn()).keepThrough(),
                        actor))
                .chain(() -> outbox.publish(
                        Topic.NOTICE,
                        new RegulatorNotified(campaign.incidentId(), duty.id(), duty.jurisdiction(), request.ranOn()),
                        campaign.origin(actor)))
                .replaceWith(new PrintNoticeRequest.View(
                        id, request.medium(), request.outlet(), request.area(), request.ranOn(), request.proof()));
    }
}
