package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.candor.investigation.cases.Creates;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.readiness.Completions.CompletionRequest;
import org.candor.investigation.readiness.PeopleViews.PersonRequest;
import org.candor.investigation.readiness.PeopleViews.PersonView;
import org.candor.investigation.readiness.decision.Standing;
import org.candor.kit.data.Transactions;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The workforce of a legal entity, and how each stands with the curriculum of his role (45 CFR 164.530(b)). */
@Path("/readiness/people")
@Tag(name = "readiness")
class PeopleResource {

    private static final int LONGEST = 200;

    private final PeopleDesk desk;
    private final Creates creates;

    PeopleResource(PeopleDesk desk, Creates creates) {
        this.desk = desk;
        this.creates = creates;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(
            operationId = "listWorkforce",
            summary = "Who works here and how he stands with what his role has to learn, by subject")
    public Uni<Page<PersonView>> list(
            @QueryParam("entityId") @NotNull String entityId,
            @QueryParam("department") String department,
            @QueryParam("role") String role,
            @QueryParam("state") @Schema(examples = "LAPSED") Standing.State state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Optional<Cursor> after = Cursor.decode(cursor);
        PeopleDesk.Filter filter = new PeopleDesk.Filter(department, role, state);
        return Transactions.run(() -> desk.list(entityId, filter, after, limit));
    }

    @GET
    @Path("/{person}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(operationId = "readWorkforcePerson", summary = "One person; the ETag is what If-Match takes")
    public Uni<RestResponse<PersonView>> person(
            @PathParam("person") String person, @QueryParam("entityId") @NotNull String entityId) {
        return Tagged.answer(() -> desk.person(entityId, person));
    }

    @PUT
    @Path("/{person}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "putWorkforcePerson",
            summary = "Somebody joined, changes department or role, or left; the answer says what is due and by when",
            description =
                    "A new person has the ETag \"0\". What he has to learn for the first time becomes a deadline.")
    public Uni<RestResponse<PersonView>> put(
            @PathParam("person") @CleanText(max = LONGEST) String person,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid PersonRequest request) {
        return Tagged.answer(() -> desk.put(person, ifMatch, request));
    }

    @POST
    @Path("/{person}/trainings")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "recordCompletion",
            summary = "Record that somebody of the workforce completed a course, and what proves it")
    @APIResponse(responseCode = "201", description = "Recorded; it stays as it was")
    @APIResponse(responseCode = "403", description = "Nobody vouches for himself")
    @APIResponse(responseCode = "422", description = "UNKNOWN_COURSE, TRAINING_DATES_WRONG")
    public Uni<RestResponse<PersonView>> complete(
            @PathParam("person") @CleanText(max = LONGEST) String person,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid CompletionRequest request,
            @Context UriInfo uri) {
        return creates.once(
                "record-completion " + person,
                key,
                request,
                id -> desk.complete(id, person, request),
                id -> desk.person(request.entityId(), person),
                id -> uri.getBaseUriBuilder()
                        .path("readiness/people/{person}")
                        .queryParam("entityId", request.entityId())
                        .build(person));
    }
}
