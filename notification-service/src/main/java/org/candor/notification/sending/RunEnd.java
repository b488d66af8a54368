package org.candor.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.candor.events.NoticeEvent.NoticesSent;
import org.candor.events.NoticeMethod;
import org.candor.events.Topic;
import org.candor.kit.outbox.Outbox;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Command;

/** Tells what a run has sent, each notice once: when the run is over, and when a hold stops it. Call inside a transaction. */
@ApplicationScoped
class RunEnd {

    private final RunStore runs;
    private final CampaignDesk desk;
    private final Outbox outbox;

    RunEnd(RunStore runs, CampaignDesk desk, Outbox outbox) {
        this.runs = runs;
        this.desk = desk;
        this.outbox = outbox;
    }

    Uni<Void> finish(Lease lease, CampaignRow campaign) {
        return runs.end(lease.runId())
                .chain(() -> tell(lease, campaign))
                .chain(() -> desk.pending(lease.incidentId()))
                .chain(pending -> desk.applyIfPossible(campaign, new Command.FinishRun(pending), lease.startedBy()))
                .replaceWithVoid();
    }

    Uni<Void> tell(Lease lease, CampaignRow campaign) {
        return runs.tell(lease.runId()).chain(untold -> publish(lease, campaign, untold));
    }

    private Uni<Void> publish(Lease lease, CampaignRow campaign, List<RunStore.Untold> untold) {
        if (untold.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<NoticeMethod, Long> counts = new EnumMap<>(NoticeMethod.class);
        untold.forEach(one -> counts.put(one.method(), one.count()));
        LocalDate first = untold.stream()
                .map(RunStore.Untold::first)
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = untold.stream()
                .map(RunStore.Untold::last)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return outbox.publish(
                Topic.NOTICE,
                new NoticesSent(lease.incidentId(), counts, first, last),
                campaign.origin(lease.startedBy()));
    }
}
