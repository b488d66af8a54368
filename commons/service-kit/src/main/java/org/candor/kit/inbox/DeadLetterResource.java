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
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    public Uni<Page<DeadLetterView>> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Optional<Cursor> after = Cursor.decode(cursor);
        return Transactions.read(() -> deadLetters.open(after, limit));
    }

    /**
     * What became of a replay.
     *
     * @param applied whether its effect is durable now
     * @param result {@code APPLIED}; {@code WAITING} in the inbox for what must come before it; {@code STILL_FAILING}
     */
    @Schema(name = "Replay")
    public record ReplayView(UUID id, boolean applied, String result) {

        static ReplayView of(UUID id, DeadLetters.Replay replay) {
            return new ReplayView(id, replay == DeadLetters.Replay.APPLIED, replay.name());
        }
    }

    @POST
    @Path("/{id}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Apply the record again; it stays when that fails. The replay is recorded in the trail")
    public Uni<ReplayView> replay(@PathParam("id") UUID id) {
        return Transactions.run(() -> accessLog.list("replay-dead-letter", "id=" + id, List.of()))
                .chain(() -> deadLetters.replay(id, caller.subject()))
                .map(replay -> replay.map(result -> ReplayView.of(id, result)).orElseThrow(Problem::notFound));
    }
}
