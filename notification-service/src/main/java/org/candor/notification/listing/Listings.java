package org.candor.notification.listing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.notification.LongWork;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.roster.People;

/** Writes the listing a page of people at a time, as fast as the client takes it: memory does not grow with the roster. */
@ApplicationScoped
class Listings {

    private static final int PAGE = 1000;
    private static final int BUFFER = 64 * 1024;

    private final CampaignDesk desk;
    private final People people;
    private final AccessLog accessLog;
    private final LongWork longWork;

    /** A listing that the caller may have, and whose reading is recorded. */
    record Begun(boolean drill, LocalDate today) {}

    Listings(CampaignDesk desk, People people, AccessLog accessLog, LongWork longWork) {
        this.desk = desk;
        this.people = people;
        this.accessLog = accessLog;
        this.longWork = longWork;
    }

    Uni<Begun> begin(UUID incidentId) {
        return Transactions.run(() -> desk.visible(incidentId)
                .call(() -> accessLog.read("export-listing", incidentId))
                .map(campaign -> new Begun(campaign.drill(), desk.today(campaign))));
    }

    Multi<byte[]> xlsx(UUID incidentId, Begun begun) {
        return Multi.createFrom()
                .emitter(emitter -> longWork.run(database -> {
                            write(incidentId, begun, emitter, database);
                            return true;
                        })
                        .subscribe()
                        .with(ignored -> emitter.complete(), emitter::fail));
    }

    private void write(UUID incidentId, Begun begun, MultiEmitter<? super byte[]> emitter, LongWork.Database database)
            throws IOException {
        try (BufferedOutputStream out = new BufferedOutputStream(new Chunks(emitter), BUFFER)) {
            Listing listing = new Listing(out, begun.drill());
            UUID last = null;
            for (List<People.Line> page = page(database, incidentId, last, begun);
                    !page.isEmpty();
                    page = page(database, incidentId, last, begun)) {
                listing.add(page);
                last = page.getLast().view().id();
            }
            listing.finish();
        }
    }

    private List<People.Line> page(LongWork.Database database, UUID incidentId, UUID last, Begun begun) {
        return database.await(() -> Transactions.run(() -> people.lines(incidentId, last, PAGE, begun.today())));
    }
}
