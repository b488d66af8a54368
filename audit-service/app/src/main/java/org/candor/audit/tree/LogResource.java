package org.candor.audit.tree;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.candor.audit.trail.YearLogs;
import org.candor.audit.trail.decision.YearLog;
import org.candor.audit.tree.decision.TileId;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The logs of the years, the log of logs, and the tiles of each (C2SP tlog-tiles, without the entries). */
@Path("/logs")
@Tag(name = "proofs")
public class LogResource {

    /** One log, or the log of logs. */
    @Schema(name = "YearLog")
    public record LogView(
            @Schema(examples = "candor.local/trail/2026") String origin,
            @Schema(examples = "2026") int year,

            @Schema(description = "Place in the trail of its first entry", examples = "0")
            long first,

            @Schema(description = "True when a later year has begun and its last checkpoint stands in the log of logs")
            boolean closed,

            @Schema(description = "Its newest checkpoint with all cosignatures; for a closed log its last")
            String checkpoint) {}

    /** All of them. */
    @Schema(name = "YearLogs")
    public record LogsView(
            @Schema(description = "Oldest first") List<LogView> items,

            @Schema(
                    description =
                            "Checkpoint of the log of logs, whose leaves are the last checkpoints of the closed logs"
                                    + " without cosignatures; absent in the first year",
                    nullable = true)
            String logOfLogs) {}

    private final Proving proving;
    private final YearLogs logs;
    private final LogOfLogs logOfLogs;
    private final Checkpoints checkpoints;
    private final Cosignatures cosignatures;

    LogResource(
            Proving proving, YearLogs logs, LogOfLogs logOfLogs, Checkpoints checkpoints, Cosignatures cosignatures) {
        this.proving = proving;
        this.logs = logs;
        this.logOfLogs = logOfLogs;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
    }

    @GET
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel", "operator"})
    @Operation(operationId = "listLogs", summary = "The log of each UTC year with its newest checkpoint")
    @APIResponse(responseCode = "200", description = "All logs and the log of logs")
    public Uni<LogsView> list() {
        return Transactions.read(() -> logs.all()
                .chain(all -> logOfLogs
                        .closed()
                        .chain(closed -> Multi.createFrom()
                                .iterable(all)
                                .onItem()
                                .transformToUniAndConcatenate(log -> view(log, all.indexOf(log) < closed.size()))
                                .collect()
                                .asList()))
                .chain(views -> logOfLogs
                        .checkpoint()
                        .chain(found -> found.map(this::note)
                                .orElseGet(() -> Uni.createFrom().nullItem()))
                        .map(note -> new LogsView(views, note))));
    }

    @GET
    @Path("/{year: [0-9]{4}}/checkpoint")
    @RolesAllowed("auditor")
    @Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
    @Operation(operationId = "readLogCheckpoint", summary = "The log's newest checkpoint, where tlog-tiles has it")
    public Uni<String> checkpoint(@PathParam("year") int year) {
        return proving.checkpoint(Optional.of(year));
    }

    @GET
    @Path("/{year: [0-9]{4}}/tile/{level: [0-7]}/{tile: (x[0-9]{3}/)*[0-9]{3}(\\.p/[0-9]{1,3})?}")
    @RolesAllowed("auditor")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "readTile",
            summary = "Hashes of a tile, up to 256 of 32 bytes, as C2SP tlog-tiles has them")
    @APIResponse(responseCode = "200", description = "The hashes one after another")
    @APIResponse(responseCode = "404", description = "The log has no such tile, or not as many hashes of it yet")
    public Uni<byte[]> tile(
            @PathParam("year") int year,
            @PathParam("level") int level,
            @PathParam("tile")
                    @Parameter(
                            description = "Number in groups of three digits, each but the last after an x; .p/W for W"
                                    + " hashes of a tile that is not full",
                            example = "x001/234.p/17")
                    String tile) {
        String[] parts = tile.split("\\.p/");
        String number = parts[0].replaceAll("[x/]", "");
        if (number.length() > 15) {
            throw Problem.notFound();
        }
        int width = parts.length == 2 ? Integer.parseInt(parts[1]) : TileId.WIDTH;
        return proving.tile(year, new TileId(level, Long.parseLong(number)), width);
    }

    /** Nothing for a log that is so new that its empty state is not signed yet. */
    private Uni<LogView> view(YearLog log, boolean closed) {
        return checkpoints
                .latest(log.origin())
                .chain(found ->
                        found.map(this::note).orElseGet(() -> Uni.createFrom().nullItem()))
                .onItem()
                .ifNotNull()
                .transform(note -> new LogView(log.origin(), log.year(), log.first(), closed, note));
    }

    private Uni<String> note(SignedCheckpoint signed) {
        return cosignatures.noteOf(signed);
    }
}
