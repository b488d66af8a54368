package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.candor.breach.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is owed for a breach, with its whole history. */
@Path("/breaches")
@Tag(name = "breaches")
public class BreachResource {

    private final BreachWork work;
    private final CompletionWork completions;

    BreachResource(BreachWork work, CompletionWork completions) {
        this.work = work;
        this.completions = completions;
    }

    @GET
    @Path("/{incidentId}/obligations")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator", "auditor"})
    @Operation(
            operationId = "readObligations",
            summary = "Duties with due day, citation and reason; every earlier computation; the newest counts on offer")
    @APIResponse(
            responseCode = "200",
            description = "With ETag",
            content = @Content(schema = @Schema(implementation = BreachView.class)))
    public Uni<Response> obligations(@PathParam("incidentId") UUID incidentId) {
        return work.one(incidentId).map(Versioned::response);
    }

    @POST
    @Path("/{incidentId}/counts/adoption")
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "adoptCounts",
            summary = "Take over the counts that the roster offers, and recompute; needs If-Match, no body")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = BreachView.class)))
    @APIResponse(responseCode = "409", description = "Nothing is offered")
    public Uni<Response> adopt(
            @PathParam("incidentId") UUID incidentId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return work.adopt(incidentId, ifMatch).map(Versioned::response);
    }

    @POST
    @Path("/{incidentId}/obligations/{obligationId}/completion")
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "completeObligation",
            summary = "Record that a duty was done which no other service tells; needs If-Match")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CompletionRequest.class),
                            examples = @ExampleObject(name = "day", value = "{\"completedOn\": \"2026-04-20\"}")))
    public Uni<Response> complete(
            @PathParam("incidentId") UUID incidentId,
            @Parameter(description = "The duty, as in the list of obligations") @PathParam("obligationId")
                    UUID obligationId,
            @NotNull @Valid CompletionRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return completions.complete(incidentId, obligationId, request, ifMatch).map(Versioned::response);
    }

    @POST
    @Path("/{incidentId}/obligations/{obligationId}/completion/withdrawal")
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "withdrawCompletion",
            summary = "Take back that a duty was done, with the reason; its deadline is set again; needs If-Match",
            description =
                    "An officer's word is taken back first, else the day that another service told. Both stay in the"
                            + " history. Letters that notification-service has sent stand: correct the sending there.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = BreachView.class)))
    @APIResponse(responseCode = "409", description = "It is not done, or sendings say that it is")
    public Uni<Response> takeBack(
            @PathParam("incidentId") UUID incidentId,
            @Parameter(description = "The duty, as in the list of obligations") @PathParam("obligationId")
                    UUID obligationId,
            @NotNull @Valid CompletionRequest.Withdrawal request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return completions.takeBack(incidentId, obligationId, request, ifMatch).map(Versioned::response);
    }
}
