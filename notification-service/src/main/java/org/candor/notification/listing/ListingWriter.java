package org.candor.notification.listing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.candor.kit.data.Transactions;
import org.candor.notification.LongWork;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.roster.People;
import org.candor.notification.telephone.CallHistory;

/** Writes people and calls a page at a time: memory does not grow with the roster. For a thread that may block. */
@ApplicationScoped
class ListingWriter {

    private static final int PAGE = 1000;

    private final CampaignDesk desk;
    private final People people;
    private final CallHistory calls;

    /** Whose listing it is. */
    record Head(UUID incidentId, boolean drill, LocalDate today, ZoneId zone) {}

    private record Page(People.Sealed people, Map<UUID, List<CallHistory.Call>> calls) {}

    ListingWriter(CampaignDesk desk, People people, CallHistory calls) {
        this.desk = desk;
        this.people = people;
        this.calls = calls;
    }

    Head head(CampaignRow campaign) {
        return new Head(campaign.incidentId(), campaign.drill(), desk.today(campaign), campaign.zone());
    }

    /**
     * Writes a whole file of up to so many people after one.
     *
     * @return the last of them where there may be more
     */
    Optional<UUID> write(LongWork.Database database, Head head, UUID after, int most, OutputStream out) {
        Listing listing = new Listing(out, head.drill(), head.zone());
        UUID last = after;
        int written = 0;
        boolean more = true;
        CompletableFuture<Page> next = begin(database, head, after);
        while (more && written < most) {
            Page page = LongWork.Database.join(next);
            List<UUID> ids = page.people().ids();
            written += ids.size();
            more = ids.size() == PAGE;
            last = ids.isEmpty() ? last : ids.getLast();
            if (more && written < most) {
                next = begin(database, head, last);
            }
            listing.add(people.open(page.people()), page.calls());
        }
        listing.finish();
        return more ? Optional.of(last) : Optional.empty();
    }

    /** A page is read while the one before is opened and written. */
    private CompletableFuture<Page> begin(LongWork.Database database, Head head, UUID last) {
        return database.begin(() -> Transactions.run(
                () -> people.after(head.incidentId(), last, PAGE, head.today()).chain(this::withCalls)));
    }

    private Uni<Page> withCalls(People.Sealed page) {
        return calls.of(page.ids()).map(found -> new Page(page, found));
    }
}
