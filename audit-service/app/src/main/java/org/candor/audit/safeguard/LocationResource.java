package org.candor.audit.safeguard;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.candor.audit.programme.CodeCursor;
import org.candor.audit.programme.DutyRequest;
import org.candor.audit.safeguard.decision.Place;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The inventory of places and workstations, and their inspections. */
@Path("/programme/locations")
@Tag(name = "safeguards", description = "Places with their risk, and what inspections find there")
public class LocationResource {

    private final LocationDesk desk;
    private final InspectionDesk inspections;

    LocationResource(LocationDesk desk, InspectionDesk inspections) {
        this.desk = desk;
        this.inspections = inspections;
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "addLocation",
            summary =
                    "A place or workstation; it is inspected and its department assessed every six months from now on")
    @APIResponse(
            responseCode = "201",
            description = "With Location and ETag; a code that was there already is answered as it is",
            content = @Content(schema = @Schema(implementation = LocationView.class)))
    @APIResponse(responseCode = "422", description = "RISK_TOO_LOW or INVALID_FIELD")
    public Uni<Response> add(@NotNull @Valid LocationRequest request) {
        return desk.add(request)
                .map(location -> Response.created(URI.create("/audit/programme/locations/" + location.locationId()))
                        .header(HttpHeaders.ETAG, EntityTags.of(location.version()))
                        .entity(location)
                        .build());
    }

    @GET
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel", "manager"})
    @Operation(
            operationId = "listLocations",
            summary = "Places with their risk; a manager finds those of his department. The reading is recorded")
    @APIResponse(responseCode = "200", description = "A page in the order of entity and code")
    public Uni<Page<LocationView>> list(
            @QueryParam("department") @DefaultValue("") @Pattern(regexp = "(" + DutyRequest.CODE + ")?")
                    String department,
            @QueryParam("risk") Place.Risk risk,
            @QueryParam("cursor") @DefaultValue("") @Pattern(regexp = CodeCursor.SYNTAX) String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.page(
                        department,
                        Optional.ofNullable(risk).map(Place.Risk::name).orElse(""),
                        CodeCursor.of(cursor),
                        limit)
                .map(found -> CodeCursor.page(
                        found, limit, Function.identity(), place -> new CodeCursor(place.entityId(), place.code())));
    }

    @GET
    @Path("/{locationId}")
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel", "manager"})
    @Operation(operationId = "readLocation", summary = "One place, with ETag; the reading is recorded")
    @APIResponse(
            responseCode = "200",
            description = "With ETag",
            content = @Content(schema = @Schema(implementation = LocationView.class)))
    @APIResponse(responseCode = "404", description = "No place has that id, or not for you")
    public Uni<Response> read(@PathParam("locationId") UUID locationId) {
        return desk.read(locationId).map(LocationResource::tagged);
    }

    @POST
    @Path("/{locationId}/close")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "closeLocation",
            summary = "Nothing is asked there any more; what was found stays. Needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = LocationView.class)))
    @APIResponse(responseCode = "409", description = "LOCATION_CLOSED")
    public Uni<Response> close(
            @PathParam("locationId") UUID locationId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.close(locationId, ifMatch).map(LocationResource::tagged);
    }

    @POST
    @Path("/{locationId}/inspections")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "manager"})
    @ResponseStatus(201)
    @Operation(
            operationId = "inspectLocation",
            summary = "A whole check list; what is not met becomes a task. Takes an Idempotency-Key",
            description = "It does the place's open duty WORKPLACE_INSPECTION and sets the next one.")
    @APIResponse(responseCode = "201", description = "Recorded; it is never changed")
    @APIResponse(responseCode = "409", description = "OTHER_CHECKLISTS, LOCATION_CLOSED or DUTY_NOT_OPEN")
    @APIResponse(responseCode = "422", description = "INSPECTION_NOT_WHOLE, DONE_ON_IMPOSSIBLE or INVALID_FIELD")
    public Uni<InspectionView> inspect(
            @PathParam("locationId") UUID locationId,
            @NotNull @Valid InspectionRequest request,
            @HeaderParam("Idempotency-Key") String retryKey) {
        return inspections.inspect(locationId, request, retryKey);
    }

    @GET
    @Path("/{locationId}/inspections")
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel", "manager"})
    @Operation(
            operationId = "listInspections",
            summary = "The last hundred inspections of a place, the newest first; the reading is recorded")
    @APIResponse(responseCode = "200", description = "Their answers; the words stand at the findings")
    @APIResponse(responseCode = "404", description = "No place has that id, or not for you")
    public Uni<Page<InspectionView>> inspections(@PathParam("locationId") UUID locationId) {
        return inspections.list(locationId).map(found -> new Page<>(found, null));
    }

    private static Response tagged(LocationView location) {
        return Response.ok(location)
                .header(HttpHeaders.ETAG, EntityTags.of(location.version()))
                .build();
    }
}
