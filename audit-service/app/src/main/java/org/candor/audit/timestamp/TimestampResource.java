package org.candor.audit.timestamp;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.candor.audit.TrailSettings;
import org.candor.kit.data.Transactions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Time-stamps of a log, for whoever keeps them elsewhere. */
@Path("/logs/{year: [0-9]{4}}/timestamps")
@RolesAllowed({"auditor", "operator"})
@Tag(name = "proofs")
public class TimestampResource {

    /** One time-stamp. */
    @Schema(name = "Timestamp")
    public record TimestampView(
            @Schema(description = "Entries of the log under the checkpoint", examples = "128")
            long size,

            @Schema(description = "The time that the authority has signed")
            Instant at,

            @Schema(
                    implementation = String.class,
                    format = "byte",
                    description =
                            "RFC 3161 token in DER, Base64, over the SHA-256 of the checkpoint's note without lines of"
                                    + " witnesses")
            byte[] token) {}

    /** Those of a log. */
    @Schema(name = "Timestamps")
    public record TimestampsView(
            @Schema(description = "Oldest first, one a day") List<TimestampView> items) {}

    private final Timestamps timestamps;
    private final String trail;

    TimestampResource(Timestamps timestamps, TrailSettings settings) {
        this.timestamps = timestamps;
        this.trail = settings.name();
    }

    @GET
    @Operation(operationId = "listTimestamps", summary = "RFC 3161 time-stamps of the log's checkpoints, at most 366")
    @APIResponse(responseCode = "200", description = "None where no time-stamping authority is configured")
    public Uni<TimestampsView> list(@PathParam("year") int year) {
        return Transactions.read(() -> timestamps.of(trail + "/" + year, 0, Long.MAX_VALUE))
                .map(all -> new TimestampsView(all.stream()
                        .map(one -> new TimestampView(one.size(), one.at(), one.token()))
                        .toList()));
    }
}
