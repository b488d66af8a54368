package org.candor.notification.regulator;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HexFormat;
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
import org.candor.kit.keeping.FrozenDocument;
import org.candor.kit.keeping.Keeping;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;
import org.candor.notification.Hashes;
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

    private static final byte[] NONE = {};

    private static final String ADD = """
            insert into regulator_notice (id, incident_id, obligation_id, jurisdiction, notified_on, reference, recorded_at,
                                          recorded_by, recipient, way, notice, sha256)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, nullif(?11, cast('' as bytea)), nullif(?12, cast('' as bytea)))
            """;

    private final CampaignDesk desk;
    private final RegulatorTasks tasks;
    private final Outbox outbox;
    private final Keeping keeping;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    RegulatorNotices(
            CampaignDesk desk,
            RegulatorTasks tasks,
            Outbox outbox,
            Keeping keeping,
            Idempotency idempotency,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.desk = desk;
        this.tasks = tasks;
        this.outbox = outbox;
        this.keeping = keeping;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<RegulatorView> record(UUID incidentId, RegulatorRequest request, String retryKey) {
        return document(incidentId, request.obligationId())
                .chain(notice -> Transactions.run(() -> desk.toChange(incidentId)
                        .chain(campaign -> idempotency.once(
                                "record-regulator-notice-" + incidentId,
                                retryKey,
                                request,
                                RegulatorView.class,
                                () -> record(campaign, request, notice)))));
    }

    /** The drafted notice as it reads now; of an urgent call there is none. */
    private Uni<byte[]> document(UUID incidentId, UUID obligationId) {
        return tasks.drafted(incidentId, obligationId).onFailure(Problem.class).recoverWithItem(NONE);
    }

    Uni<List<RegulatorView>> all(UUID incidentId) {
        return Transactions.run(
                () -> desk.read(incidentId, "list-regulator-notices").chain(() -> RegulatorTasks.recorded(incidentId)));
    }

    private Uni<RegulatorView> record(CampaignRow campaign, RegulatorRequest request, byte[] notice) {
        String actor = caller.subject();
        UUID id = ids.next();
        Optional<Duty> duty = campaign.campaign().duties().list().stream()
                .filter(one -> one.id().equals(request.obligationId()))
                .findFirst();
        String jurisdiction = duty.map(Duty::jurisdiction).orElse("");
        String recipient =
                request.recipient() == null ? duty.map(Duty::recipient).orElse("") : request.recipient();
        RegulatorNotified fact = new RegulatorNotified(
                campaign.incidentId(), request.obligationId(), jurisdiction, request.notifiedOn());
        byte[] hash = notice.length == 0 ? NONE : Hashes.sha256(notice);
        return desk.apply(
                        campaign,
                        new Command.Fulfil(
                                BY_HAND, Optional.empty(), Optional.of(request.obligationId()), request.notifiedOn()),
                        actor)
                .chain(() -> Sql.update(
                        ADD,
                        id,
                        campaign.incidentId(),
                        request.obligationId(),
                        jurisdiction,
                        request.notifiedOn(),
                        request.reference(),
                        clock.instant(),
                        actor,
                        recipient,
                        request.way().name(),
                        notice,
                        hash))
                .chain(() -> outbox.publish(Topic.NOTICE, fact, campaign.origin(actor)))
                .chain(() -> hash.length == 0 ? Uni.createFrom().voidItem() : keep(campaign, id, notice, actor))
                .replaceWith(new RegulatorView(
                        id,
                        request.obligationId(),
                        jurisdiction,
                        recipient,
                        request.way(),
                        request.notifiedOn(),
                        request.reference(),
                        hash.length == 0 ? null : HexFormat.of().formatHex(hash)));
    }

    private Uni<Void> keep(CampaignRow campaign, UUID id, byte[] notice, String actor) {
        FrozenDocument document = new FrozenDocument(
                campaign.incidentId(),
                "REGULATOR_NOTICE",
                id.toString(),
                "application/pdf",
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                notice);
        return keeping.handOver(document, campaign.origin(actor));
    }
}
