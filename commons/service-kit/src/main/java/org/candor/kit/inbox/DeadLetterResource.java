package org.candor.kit.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Dead letters for the operator, who sees no case. */
@Path("/dead-letters")
@RolesAllowed("operator")
@Tag(name = "dead letters")
public class DeadLetterResource {

    private final DeadLetters deadLetters;
    private final AccessLog accessLog;
    private final Caller caller;

    DeadLetterResource(DeadLetters deadLetters, AccessLog accessLog, Caller caller) {
        this.deadLetters = deadLetters;
        this.accessLog = accessLog;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listDeadLetters", summary = "Open dead letters, oldest first, with what to do about each")
    public Uni<Page<DeadLetterView>> list(@QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return Transactions.read(() -> deadLetters.open(limit)).map(items -> new Page<>(items, null));
    }

    /** The result of a replay. */
    public record ReplayView(UUID id, boolean applied) {}

    @POST
    @Path("/{id}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Apply the record again; it stays when that fails. The replay is recorded in the trail")
    public Uni<ReplayView> replay(@PathParam("id") UUID id) {
        return Transactions.run(() -> accessLog.list("replay-dead-letter", "id=" + id, List.of()))
                .chain(() -> deadLetters.replay(id, caller.subject()))
                .map(result -> switch (result) {
                    case UNKNOWN -> throw Problem.notFound();
                    case APPLIED -> new ReplayView(id, true);
                    case STILL_FAILING -> new ReplayView(id, false);
                });
    }
}
