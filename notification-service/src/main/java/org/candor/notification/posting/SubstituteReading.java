package org.candor.notification.posting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Duty;
import org.candor.notification.roster.RosterCounts;
import org.candor.notification.telephone.Purpose;
import org.candor.notification.telephone.TelephoneTasks;

/** Puts together what is known of a breach's substitute notice. */
@ApplicationScoped
class SubstituteReading {

    private final CampaignDesk desk;
    private final RosterCounts counts;
    private final TelephoneTasks telephone;
    private final PrintNotices prints;

    SubstituteReading(CampaignDesk desk, RosterCounts counts, TelephoneTasks telephone, PrintNotices prints) {
        this.desk = desk;
        this.counts = counts;
        this.telephone = telephone;
        this.prints = prints;
    }

    Uni<SubstituteView> get(UUID incidentId) {
        return Transactions.run(() -> desk.read(incidentId, "read-substitute-notice")
                .chain(campaign -> counts.of(incidentId)
                        .chain(counted -> telephone
                                .counts(incidentId, Purpose.SUBSTITUTE)
                                .chain(calls -> prints.all(incidentId)
                                        .chain(printed -> lookUps(incidentId)
                                                .map(asked -> view(campaign, counted, calls, printed, asked)))))));
    }

    private static Uni<Long> lookUps(UUID incidentId) {
        return Sql.rows(Long.class, "select count(*) from line_look_up where incident_id = ?1", incidentId)
                .map(List::getFirst);
    }

    private static SubstituteView view(
            CampaignRow campaign,
            RosterCounts.Counts counted,
            Map<String, Long> calls,
            List<PrintNoticeRequest.View> printed,
            long asked) {
        Optional<Duty> duty = campaign.campaign().duties().list().stream()
                .filter(one -> one.kind() == ObligationKind.SUBSTITUTE_NOTICE)
                .findFirst();
        return new SubstituteView(
                counted.undeliverableLiving(),
                counted.undeliverableNextOfKin(),
                duty.map(Duty::method).orElse(null),
                duty.map(Duty::due).orElse(null),
                duty.flatMap(Duty::doneOn).orElse(null),
                duty.flatMap(Duty::heldUntil).orElse(null),
                calls,
                printed,
                asked);
    }
}
