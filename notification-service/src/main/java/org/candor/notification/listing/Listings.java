package org.candor.notification.listing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.UUID;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.notification.LongWork;
import org.candor.notification.campaign.CampaignDesk;

/** Gives the listing to whoever asks for it, as fast as he takes it. */
@ApplicationScoped
class Listings {

    private static final int BUFFER = 64 * 1024;

    private final CampaignDesk desk;
    private final ListingWriter writer;
    private final AccessLog accessLog;
    private final LongWork longWork;

    Listings(CampaignDesk desk, ListingWriter writer, AccessLog accessLog, LongWork longWork) {
        this.desk = desk;
        this.writer = writer;
        this.accessLog = accessLog;
        this.longWork = longWork;
    }

    /** A listing that the caller may have, and whose reading is recorded. */
    Uni<ListingWriter.Head> begin(UUID incidentId) {
        return Transactions.run(() -> desk.visible(incidentId)
                .call(() -> accessLog.read("export-listing", incidentId))
                .map(writer::head));
    }

    Multi<byte[]> xlsx(ListingWriter.Head head) {
        return Multi.createFrom()
                .emitter(emitter -> longWork.run(database -> {
                            write(head, emitter, database);
                            return true;
                        })
                        .subscribe()
                        .with(ignored -> emitter.complete(), emitter::fail));
    }

    private void write(ListingWriter.Head head, MultiEmitter<? super byte[]> emitter, LongWork.Database database)
            throws IOException {
        try (BufferedOutputStream out = new BufferedOutputStream(new Chunks(emitter), BUFFER)) {
            writer.write(database, head, null, Integer.MAX_VALUE, out);
        }
    }
}
