package org.candor.audit.pack;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.identity.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** Proof packs. */
@Path("/packs")
@RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
@Tag(name = "proofs")
public class PackResource {

    private final Packing packing;
    private final PackStream stream;
    private final Caller caller;

    PackResource(Packing packing, PackStream stream, Caller caller) {
        this.packing = packing;
        this.stream = stream;
        this.caller = caller;
    }

    @GET
    @Produces("application/zip")
    @Operation(
            operationId = "exportProofPack",
            summary = "Everything about an incident or a period in one sealed file that anybody can check offline",
            description =
                    "The auditor asks for an incident or a period, an officer in charge for his incident. The export is"
                            + " recorded before its first byte leaves. What the reader may not see is left out and counted.")
    @APIResponse(responseCode = "200", description = "Give it to the verifier: java -jar candor-verify.jar pack.zip")
    @APIResponse(responseCode = "404", description = "The incident does not exist for you")
    @APIResponse(responseCode = "422", description = "SCOPE_REQUIRED, INCIDENT_REQUIRED or PERIOD_IN_WRONG_ORDER")
    public Multi<byte[]> export(
            @QueryParam("incidentId") UUID incidentId,
            @QueryParam("from")
                    @Parameter(description = "Received at this instant or later", example = "2026-11-01T00:00:00Z")
                    Instant from,
            @QueryParam("to") @Parameter(description = "Received before this instant", example = "2026-12-01T00:00:00Z")
                    Instant to) {
        PackScope scope = PackScope.of(
                Optional.ofNullable(incidentId),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                caller.hasRole("auditor"));
        return RestMulti.fromUniResponse(packing.plan(scope), stream::of, PackResource::headers, plan -> 200);
    }

    /** A stream passes the filter by that sets the usual headers. */
    private static Map<String, List<String>> headers(PackPlan plan) {
        return Map.of(
                "Content-Disposition",
                        List.of("attachment; filename=\"" + plan.scope().fileName() + "\""),
                "X-Content-Type-Options", List.of("nosniff"),
                "Cache-Control", List.of("no-store"));
    }
}
