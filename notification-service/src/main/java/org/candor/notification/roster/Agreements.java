package org.candor.notification.roster;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.roster.decision.WayOfNotice;

/**
 * Agreements to electronic notice, as people give and withdraw them (45 CFR 164.404(d)(1)(i)). A change counts from now on:
 * an e-mail that has not left looks at it once more.
 */
@ApplicationScoped
class Agreements {

    private static final String FIND = "select id, sealed from person where id = ?1 and incident_id = ?2 for update";

    /** Whoever was told, or whose letter came back, is not brought back to the post by a word about e-mail. */
    private static final String PUT = """
            update person set sealed = ?2, method = case when k.keep then method else ?3 end,
                   reason = case when k.keep then reason else ?4 end, state = case when k.keep then state else ?5 end
              from (select q.state = 'TOLD' or (?3 = 'FIRST_CLASS_MAIL' and q.returned_address is not null) as keep
                      from person q where q.id = ?1) k
             where id = ?1
            """;

    private final CampaignDesk desk;
    private final IncidentVault vault;
    private final AccessLog accessLog;
    private final Ways ways;

    Agreements(CampaignDesk desk, IncidentVault vault, AccessLog accessLog, Ways ways) {
        this.desk = desk;
        this.vault = vault;
        this.accessLog = accessLog;
        this.ways = ways;
    }

    Uni<Void> put(UUID incidentId, UUID personId, boolean agreed) {
        return Transactions.run(() -> desk.visible(incidentId)
                        .call(() -> accessLog.read("change-email-agreement", incidentId))
                        .chain(campaign -> vault.open(incidentId)
                                .chain(cipher -> Sql.rows(Object[].class, FIND, personId, incidentId)
                                        .chain(rows -> put(campaign, first(rows), agreed, cipher)))))
                .replaceWithVoid();
    }

    private static Object[] first(List<Object[]> rows) {
        return rows.stream().findFirst().orElseThrow(Problem::notFound);
    }

    private Uni<Integer> put(CampaignRow campaign, Object[] row, boolean agreed, IncidentCipher cipher) {
        UUID id = (UUID) row[0];
        PersonDetails details = PersonDetails.read(cipher, id, (byte[]) row[1]).agreeing(agreed);
        WayOfNotice.Decision way = ways.decide(details.individual(), desk.today(campaign));
        return Sql.update(
                PUT,
                id,
                details.seal(cipher, id),
                way.method().name(),
                way.reason().name(),
                Ways.state(way));
    }
}
