package org.candor.notification.roster;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.candor.events.NoticeEvent.CountsOffered;
import org.candor.events.NoticeEvent.RosterImported;
import org.candor.events.Topic;
import org.candor.kit.outbox.Outbox;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.decision.Command;

/** The last transaction of an import: counts are offered, the campaign learns who waits, the file goes. */
@ApplicationScoped
class RosterEnd {

    private final RosterImports imports;
    private final RosterGround ground;
    private final RosterCounts counts;
    private final CampaignDesk desk;
    private final Outbox outbox;
    private final Clock clock;

    RosterEnd(
            RosterImports imports,
            RosterGround ground,
            RosterCounts counts,
            CampaignDesk desk,
            Outbox outbox,
            Clock clock) {
        this.imports = imports;
        this.ground = ground;
        this.counts = counts;
        this.desk = desk;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Integer> imported(RosterImportRow row) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return ground.of(row.incidentId())
                .chain(where -> imports.get(row.incidentId(), row.id())
                        .chain(done -> counts.of(row.incidentId())
                                .call(counted -> tell(where, counted.pending(), row.importedBy()))
                                .chain(counted -> publish(where, done, counted, now))))
                .chain(() -> imports.imported(row.id(), now));
    }

    private Uni<Void> tell(RosterGround.Ground where, long pending, String actor) {
        return Uni.createFrom()
                .item(where.campaign())
                .chain(campaign -> campaign.map(one -> desk.applyIfPossible(one, new Command.AddPeople(pending), actor))
                        .orElseGet(() -> Uni.createFrom().item(false)))
                .replaceWithVoid();
    }

    private Uni<Void> publish(
            RosterGround.Ground where, RosterImportRow done, RosterCounts.Counts counted, Instant now) {
        Optional<String> hash = done.sha256();
        return outbox.publishAll(
                Topic.NOTICE,
                List.of(
                        new RosterImported(where.incidentId(), hash.orElse(""), done.accepted(), done.refused(), now),
                        counts(where, counted, now)),
                where.origin(done.importedBy()));
    }

    private static CountsOffered counts(RosterGround.Ground where, RosterCounts.Counts counted, Instant now) {
        return new CountsOffered(
                where.incidentId(),
                counted.total(),
                counted.residents(),
                counted.undeliverableLiving(),
                counted.undeliverableNextOfKin(),
                now);
    }
}
