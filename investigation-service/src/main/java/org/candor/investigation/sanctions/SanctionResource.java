package org.candor.investigation.sanctions;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.Function;
import org.candor.investigation.cases.Creates;
import org.candor.investigation.cases.Tagged;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The sanction record: for its named readers; for everybody else there is none. */
@Path("/cases/{incidentId}/sanctions")
@Tag(name = "sanctions")
class SanctionResource {

    private final SanctionDesk desk;
    private final Creates creates;

    SanctionResource(SanctionDesk desk, Creates creates) {
        this.desk = desk;
        this.creates = creates;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel"})
    @Operation(operationId = "readSanctions", summary = "The record with its persons and notes")
    @APIResponse(responseCode = "404", description = "There is none, or the caller is not among its readers")
    public Uni<RestResponse<SanctionView>> read(@PathParam("incidentId") UUID incidentId) {
        return Tagged.answer(() -> desk.read(incidentId));
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "openSanctions", summary = "Open the record and name who may read it (policy I.G.3)")
    @APIResponse(responseCode = "201", description = "Opened")
    @APIResponse(
            responseCode = "409",
            description =
                    "Triage found no violation or has not decided, or a record that the caller reads is open already")
    @APIResponse(responseCode = "404", description = "The incident, or a record of it, is not for the caller")
    public Uni<RestResponse<SanctionView>> open(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid SanctionRequests.ReadersRequest request,
            @Context UriInfo uri) {
        return create(
                "open-sanctions " + incidentId,
                key,
                request,
                incidentId,
                uri,
                id -> desk.open(incidentId, request.readers()));
    }

    @PUT
    @Path("/readers")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "restrictSanctionReaders", summary = "Say anew who may read; never who is concerned")
    @APIResponse(responseCode = "409", description = "A reader is concerned himself")
    public Uni<RestResponse<SanctionView>> readers(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SanctionRequests.ReadersRequest request) {
        return Tagged.answer(() -> desk.readers(incidentId, ifMatch, request.readers()));
    }

    @POST
    @Path("/persons")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator"})
    @Operation(operationId = "namePersonInvolved", summary = "Name a person involved; the name is sealed (policy S1.e)")
    @APIResponse(responseCode = "201", description = "Named")
    @APIResponse(responseCode = "422", description = "Neither his subject is given nor that he has no account")
    public Uni<RestResponse<SanctionView>> name(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid SanctionRequests.PersonRequest request,
            @Context UriInfo uri) {
        return create(
                "name-person-involved " + incidentId,
                key,
                request,
                incidentId,
                uri,
                id -> desk.name(incidentId, id, ifMatch, request));
    }

    @POST
    @Path("/notes")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator"})
    @Operation(
            operationId = "writeSanctionNote",
            summary = "Write a note, an interview, a review of logs or a refusal to cooperate; it stays as written")
    @APIResponse(responseCode = "201", description = "Written, with the time at which it was")
    public Uni<RestResponse<SanctionView>> write(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid SanctionRequests.NoteRequest request,
            @Context UriInfo uri) {
        return create(
                "write-sanction-note " + incidentId,
                key,
                request,
                incidentId,
                uri,
                id -> desk.write(incidentId, ifMatch, request));
    }

    @POST
    @Path("/persons/{personId}/statement")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator"})
    @Operation(
            operationId = "recordStatement",
            summary = "What the person said, or that he declined or did not take the opportunity (policy S1.d)")
    public Uni<RestResponse<SanctionView>> hear(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("personId") UUID personId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SanctionRequests.StatementRequest request) {
        return Tagged.answer(() -> desk.hear(incidentId, personId, ifMatch, request));
    }

    @POST
    @Path("/persons/{personId}/protection-check")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "checkProtectedAct",
            summary = "Whether the act is one that nobody may be sanctioned for (45 CFR 164.530(e)(1))")
    @APIResponse(responseCode = "409", description = "An earlier check found it protected, which stays")
    public Uni<RestResponse<SanctionView>> check(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("personId") UUID personId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SanctionRequests.ProtectionRequest request) {
        return Tagged.answer(() -> desk.check(incidentId, personId, ifMatch, request));
    }

    @POST
    @Path("/persons/{personId}/proposal")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "proposeSanction", summary = "Propose a measure; nothing follows from it by itself")
    public Uni<RestResponse<SanctionView>> propose(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("personId") UUID personId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SanctionRequests.ProposalRequest request) {
        return Tagged.answer(() -> desk.propose(incidentId, personId, ifMatch, request));
    }

    @POST
    @Path("/persons/{personId}/ruling")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "decideSanction", summary = "Decide; never who proposed")
    @APIResponse(
            responseCode = "409",
            description =
                    "A gate remains, the act is protected, the measure is harder than the proposed one, or like cases"
                            + " ended otherwise and no reason is given")
    public Uni<RestResponse<SanctionView>> rule(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("personId") UUID personId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SanctionRequests.RulingRequest request) {
        return Tagged.answer(() -> desk.rule(incidentId, personId, ifMatch, request));
    }

    @POST
    @Path("/conclusion")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "concludeSanctions", summary = "End the record once everybody in it was decided about")
    @APIResponse(
            responseCode = "409",
            description = "Somebody is not decided about, or nobody is named and no reason given")
    public Uni<RestResponse<SanctionView>> conclude(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SanctionRequests.ConclusionRequest request) {
        return Tagged.answer(() -> desk.conclude(incidentId, ifMatch, request.reason()));
    }

    private Uni<RestResponse<SanctionView>> create(
            String operation, String key, Object request, UUID incidentId, UriInfo uri, Function<UUID, Uni<?>> make) {
        return creates.once(operation, key, request, make, id -> desk.read(incidentId), id -> uri.getAbsolutePath());
    }
}
