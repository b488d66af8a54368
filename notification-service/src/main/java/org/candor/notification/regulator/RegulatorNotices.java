package org.candor.notification.regulator;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.NoticeEvent.RegulatorNotified;
import org.candor.events.ObligationKind;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Command;
import org.candor.notification.campaign.decision.Duty;

/** Records notices that people give by hand, each against its obligation. */
@ApplicationScoped
class RegulatorNotices {

    private static final Set<ObligationKind> BY_HAND = EnumSet.of(
            ObligationKind.STATE_REGULATOR_NOTICE,
            ObligationKind.CREDIT_BUREAU_NOTICE,
            ObligationKind.BUSINESS_ASSOCIATE_NOTICE,
            ObligationKind.URGENT_NOTICE);

    private final CampaignDesk desk;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    RegulatorNotices(CampaignDesk desk, Outbox outbox, Idempotency idempotency, Caller caller, Clock clock, Ids ids) {
        this.desk = desk;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<RegulatorView> record(UUID incidentId, RegulatorRequest request, String retryKey) {
        return Transactions.run(() -> desk.toChange(incidentId)
                .chain(campaign -> idempotency.once(
                        "record-regulator-notice-" + incidentId,
                        retryKey,
                        request,
                        RegulatorView.class,
                        () -> record(campaign, request))));
    }

    Uni<List<RegulatorView>> all(UUID incidentId) {
        return Transactions.read(() -> desk.visible(incidentId)
                .chain(() -> Sql.rows(
                        Object[].class,
                        "select id, obligation_id, jurisdiction, notified_on, reference from regulator_notice"
                                + " where incident_id = ?1 order by recorded_at",
                        incidentId))
                .map(rows -> rows.stream()
                        .map(row -> new RegulatorView(
                                (UUID) row[0], (UUID) row[1], (String) row[2], (LocalDate) row[3], (String) row[4]))
                        .toList()));
    }

    private Uni<RegulatorView> record(CampaignRow campaign, RegulatorRequest request) {
        String actor = caller.subject();
        UUID id = ids.next();
        String jurisdiction = campaign.campaign().duties().list().stream()
                .filter(duty -> duty.id().equals(request.obligationId()))
                .map(Duty::jurisdiction)
                .findFirst()
                .orElse("");
        RegulatorNotified fact = new RegulatorNotified(
                campaign.incidentId(), request.obligationId(), jurisdiction, request.notifiedOn());
        return desk.apply(
                        campaign,
                        new Command.Fulfil(
                                BY_HAND, Optional.empty(), Optional.of(request.obligationId()), request.notifiedOn()),
                        actor)
                .chain(() -> Sql.update(
                        "insert into regulator_notice (id, incident_id, obligation_id, jurisdiction, notified_on, reference,"
                                + " recorded_at, recorded_by) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                        id,
                        campaign.incidentId(),
                        request.obligationId(),
                        jurisdiction,
                        request.notifiedOn(),
                        request.reference(),
                        clock.instant(),
                        actor))
                .chain(() -> outbox.publish(Topic.NOTICE, fact, campaign.origin(actor)))
                .replaceWith(new RegulatorView(
                        id, request.obligationId(), jurisdiction, request.notifiedOn(), request.reference()));
    }
}
