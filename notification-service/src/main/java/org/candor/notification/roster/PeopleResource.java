package org.candor.notification.roster;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The affected people in clear; every reading is recorded. */
@Path("/campaigns/{incidentId}/people")
@Tag(name = "roster")
@APIResponse(
        responseCode = "404",
        description = "Not there, or not to be seen by the caller",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
public class PeopleResource {

    private final People people;
    private final Agreements agreements;

    PeopleResource(People people, Agreements agreements) {
        this.people = people;
        this.agreements = agreements;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "auditor"})
    @Operation(operationId = "listPeople", summary = "Affected people: how each is told, why so, and what became of it")
    public Uni<Page<PersonView>> page(
            @PathParam("incidentId") UUID incidentId,
            @QueryParam("cursor") UUID cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @Parameter(description = "Only those who had a letter of which a newer version is approved since")
                    @QueryParam("earlierText")
                    boolean earlierText) {
        return people.page(incidentId, cursor, limit, earlierText);
    }

    @PUT
    @Path("/{personId}/email-agreement")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "putEmailAgreement",
            summary = "Record that a person agrees to e-mail, or has withdrawn that (45 CFR 164.404(d)(1)(i))",
            description =
                    "Counts at once: an e-mail that has not left goes as a letter instead. Repeating it changes nothing.")
    @APIResponse(responseCode = "204", description = "Recorded")
    public Uni<Void> agreement(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("personId") UUID personId,
            @NotNull @Valid AgreementRequest request) {
        return agreements.put(incidentId, personId, request.agreed());
    }
}
