package org.candor.notification.listing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.notification.Workers;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.roster.People;

/** Writes the listing a page of people at a time: reading in a session, writing on a worker. */
@ApplicationScoped
class Listings {

    private static final int PAGE = 1000;

    private final CampaignDesk desk;
    private final People people;
    private final AccessLog accessLog;
    private final Workers workers;

    private record Begun(Listing listing, LocalDate today) {}

    Listings(CampaignDesk desk, People people, AccessLog accessLog, Workers workers) {
        this.desk = desk;
        this.people = people;
        this.accessLog = accessLog;
        this.workers = workers;
    }

    Uni<byte[]> xlsx(UUID incidentId) {
        return Transactions.run(() -> desk.visible(incidentId)
                        .call(() -> accessLog.read("export-listing", incidentId))
                        .map(campaign -> new Begun(new Listing(campaign.drill()), desk.today(campaign))))
                .chain(begun -> pages(incidentId, begun).chain(() -> workers.run(begun.listing()::finish)));
    }

    private Uni<Void> pages(UUID incidentId, Begun begun) {
        AtomicReference<UUID> last = new AtomicReference<>();
        return Multi.createBy()
                .repeating()
                .uni(() -> Transactions.run(() -> people.lines(incidentId, last.get(), PAGE, begun.today()))
                        .call(lines -> workers.run(() -> begun.listing().add(lines)))
                        .invoke(lines -> lines.stream()
                                .reduce((earlier, later) -> later)
                                .ifPresent(line -> last.set(line.view().id())))
                        .map(List::size))
                .whilst(size -> size == PAGE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
