package org.candor.kit.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.candor.kit.data.Transactions;
import org.candor.kit.keeping.FrozenDocument;
import org.candor.kit.keeping.Keeping;
import org.candor.kit.outbox.Origin;

/** Freezes what it is sent, and fails afterwards if it is asked to. */
@Path("/frozen")
@RolesAllowed("privacy-officer")
public class FreezeResource {

    private final Keeping keeping;

    FreezeResource(Keeping keeping) {
        this.keeping = keeping;
    }

    @POST
    public Uni<Void> freeze(
            @QueryParam("incident") UUID incident, @QueryParam("thenFail") boolean thenFail, String content) {
        FrozenDocument document = new FrozenDocument(
                incident, "FORM", "F-1", "text/plain", Instant.parse("2026-11-21T10:00:00Z"), content.getBytes(UTF_8));
        return Transactions.run(() -> keeping.handOver(document, new Origin("larkspur-falls", false, "system"))
                .invoke(() -> {
                    if (thenFail) {
                        throw new IllegalStateException("after the hand-over");
                    }
                }));
    }
}
