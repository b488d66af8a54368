package org.candor.notification.regulator;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Duty;
import org.candor.notification.document.RegulatorLayout;

/** Shows whom the obligations name, each with its drafted notice and what was recorded. */
@ApplicationScoped
class RegulatorTasks {

    private static final Set<ObligationKind> IN_WRITING = EnumSet.of(
            ObligationKind.STATE_REGULATOR_NOTICE,
            ObligationKind.CREDIT_BUREAU_NOTICE,
            ObligationKind.BUSINESS_ASSOCIATE_NOTICE);

    private static final String RECORDED = """
            select id, obligation_id, jurisdiction, recipient, way, notified_on, reference, sha256 from regulator_notice
             where incident_id = ?1 order by recorded_at
            """;

    private final CampaignDesk desk;
    private final RegulatorTexts texts;
    private final Workers workers;

    RegulatorTasks(CampaignDesk desk, RegulatorTexts texts, Workers workers) {
        this.desk = desk;
        this.texts = texts;
        this.workers = workers;
    }

    Uni<List<RegulatorTask>> all(UUID incidentId) {
        return Transactions.run(() -> desk.read(incidentId, "list-regulator-tasks")
                .chain(campaign -> recorded(incidentId)
                        .chain(notices -> Multi.createFrom()
                                .iterable(campaign.campaign().duties().list())
                                .filter(duty -> IN_WRITING.contains(duty.kind()))
                                .onItem()
                                .transformToUniAndConcatenate(duty -> task(campaign, duty, notices))
                                .collect()
                                .asList())));
    }

    Uni<byte[]> pdf(UUID incidentId, UUID obligationId) {
        return facts(incidentId, obligationId).chain(facts -> workers.run(() -> RegulatorLayout.pdf(facts)));
    }

    /** As {@link #pdf}, for what is recorded and shown to nobody: no reading. */
    Uni<byte[]> drafted(UUID incidentId, UUID obligationId) {
        return Transactions.read(() -> desk.visible(incidentId).chain(campaign -> facts(campaign, obligationId)))
                .chain(facts -> workers.run(() -> RegulatorLayout.pdf(facts)));
    }

    /** The notice as it was kept when it was recorded. */
    Uni<byte[]> kept(UUID incidentId, UUID noticeId) {
        return Transactions.run(() -> desk.read(incidentId, "read-regulator-notice")
                .chain(() -> Sql.rows(
                        byte[].class,
                        "select notice from regulator_notice where incident_id = ?1 and id = ?2 and notice is not null",
                        incidentId,
                        noticeId))
                .map(rows -> rows.stream().findFirst().orElseThrow(Problem::notFound)));
    }

    Uni<RegulatorLayout.Facts> facts(UUID incidentId, UUID obligationId) {
        return Transactions.run(
                () -> desk.read(incidentId, "read-regulator-task").chain(campaign -> facts(campaign, obligationId)));
    }

    private Uni<RegulatorLayout.Facts> facts(CampaignRow campaign, UUID obligationId) {
        return campaign.campaign().duties().list().stream()
                .filter(duty -> duty.id().equals(obligationId) && IN_WRITING.contains(duty.kind()))
                .findFirst()
                .map(duty -> texts.facts(campaign, duty))
                .orElseThrow(Problem::notFound);
    }

    /** Call inside a session. */
    static Uni<List<RegulatorView>> recorded(UUID incidentId) {
        return Sql.rows(Object[].class, RECORDED, incidentId)
                .map(rows -> rows.stream()
                        .map(row -> new RegulatorView(
                                (UUID) row[0],
                                (UUID) row[1],
                                (String) row[2],
                                (String) row[3],
                                RegulatorRequest.Way.valueOf((String) row[4]),
                                (LocalDate) row[5],
                                (String) row[6],
                                row[7] == null ? null : HexFormat.of().formatHex((byte[]) row[7])))
                        .toList());
    }

    private Uni<RegulatorTask> task(CampaignRow campaign, Duty duty, List<RegulatorView> notices) {
        LocalDate today = desk.today(campaign);
        return texts.facts(campaign, duty)
                .chain(facts -> texts.elements(campaign.incidentId(), duty.id(), true)
                        .chain(must -> texts.elements(campaign.incidentId(), duty.id(), false)
                                .map(mustNot -> new RegulatorTask(
                                        duty.id(),
                                        duty.kind(),
                                        duty.jurisdiction(),
                                        duty.recipient(),
                                        duty.due(),
                                        duty.heldUntil().orElse(null),
                                        duty.heldOn(today) ? "HELD" : duty.open() ? "OPEN" : "DONE",
                                        duty.citation(),
                                        duty.reason(),
                                        must,
                                        mustNot,
                                        RegulatorLayout.plain(facts),
                                        notices.stream()
                                                .filter(one ->
                                                        one.obligationId().equals(duty.id()))
                                                .findFirst()
                                                .orElse(null)))));
    }
}
