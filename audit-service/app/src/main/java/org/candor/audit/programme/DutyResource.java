package org.candor.audit.programme;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import java.util.UUID;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One duty through its rounds. */
@Path("/programme/duties")
@Tag(name = "programme")
public class DutyResource {

    private final DutyDesk desk;
    private final DutyRounds rounds;
    private final DutyList list;

    DutyResource(DutyDesk desk, DutyRounds rounds, DutyList list) {
        this.desk = desk;
        this.rounds = rounds;
        this.list = list;
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "enterDuty",
            summary = "Enter a duty of one of the kinds; takes an Idempotency-Key",
            description = """
                    What is left out is as the kind has it. The deadline board is told at once, but never of a case against \
                    somebody nor of its findings: these stand in this register and its list alone.""")
    @APIResponse(
            responseCode = "201",
            description = "Entered, with Location and ETag",
            content = @Content(schema = @Schema(implementation = DutyView.class)))
    @APIResponse(responseCode = "409", description = "DUTY_EXISTS or KEPT_ELSEWHERE")
    @APIResponse(
            responseCode = "422",
            description = "UNKNOWN_KIND, INTERVAL_NOT_ALLOWED, AGAINST_WHOM or INVALID_FIELD")
    public Uni<Response> add(@NotNull @Valid DutyRequest request, @HeaderParam("Idempotency-Key") String retryKey) {
        return desk.add(request, retryKey).map(DutyResource::created);
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listDuties",
            summary = "Duties, what falls due first before the rest; the reading is recorded",
            description = """
                    An officer, counsel or auditor finds all of his entities, a manager those of his department, everybody his own. \
                    Reviews of policies are among them. ?when=THIS_MONTH and ?when=LATE go by the entity's own day.""")
    @APIResponse(responseCode = "200", description = "A page of duties, without notes and rounds")
    public Uni<Page<DutyView>> list(
            @BeanParam @Valid DutyQuery query,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return list.page(query, Cursor.decode(cursor), limit)
                .map(found -> Page.of(found, limit, duty -> duty, DutyList::cursor));
    }

    @GET
    @Path("/{dutyId}")
    @Authenticated
    @Operation(
            operationId = "readDuty",
            summary = "A duty with its note, rounds and files, with ETag; the reading is recorded")
    @APIResponse(
            responseCode = "200",
            description = "With ETag",
            content = @Content(schema = @Schema(implementation = DutyView.class)))
    @APIResponse(responseCode = "404", description = "No duty has that id, or not for you")
    public Uni<Response> read(@PathParam("dutyId") UUID dutyId) {
        return desk.read(dutyId).map(DutyResource::tagged);
    }

    @POST
    @Path("/{dutyId}/complete")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "manager"})
    @Operation(
            operationId = "completeDuty",
            summary = "Record that it was done, with the proof; sets the next one. Needs If-Match",
            description = """
                    The next is due the interval after the day on which it was done, months being calendar months: six after 31 August \
                    is the last day of February. It may be sooner; later only where the kind allows it, with a reason.""")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = DutyView.class)))
    @APIResponse(responseCode = "409", description = "DUTY_NOT_OPEN or KEPT_ELSEWHERE")
    @APIResponse(
            responseCode = "422",
            description = "EVIDENCE_NOT_TAKEN, DONE_ON_IMPOSSIBLE, NEXT_NOT_ALLOWED or INVALID_FIELD")
    public Uni<Response> complete(
            @PathParam("dutyId") UUID dutyId,
            @NotNull @Valid CompletionRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return rounds.complete(dutyId, request, ifMatch).map(DutyResource::tagged);
    }

    @POST
    @Path("/{dutyId}/cancel")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "cancelDuty",
            summary = "It is no longer asked for; the reason is kept sealed. Needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = DutyView.class)))
    @APIResponse(responseCode = "409", description = "DUTY_NOT_OPEN or KEPT_ELSEWHERE")
    public Uni<Response> cancel(
            @PathParam("dutyId") UUID dutyId,
            @NotNull @Valid EndRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return rounds.cancel(dutyId, request, ifMatch).map(DutyResource::tagged);
    }

    @POST
    @Path("/{dutyId}/assign")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "assignDuty", summary = "Somebody else answers for it from now on. Needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = DutyView.class)))
    @APIResponse(responseCode = "409", description = "DUTY_NOT_OPEN or KEPT_ELSEWHERE")
    @APIResponse(responseCode = "422", description = "AGAINST_WHOM or INVALID_FIELD")
    public Uni<Response> assign(
            @PathParam("dutyId") UUID dutyId,
            @NotNull @Valid AssignRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return rounds.assign(dutyId, request, ifMatch).map(DutyResource::tagged);
    }

    @POST
    @Path("/{dutyId}/findings")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "manager"})
    @Operation(
            operationId = "addFinding",
            summary = "What is not as it should be becomes a duty of its own; takes an Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Entered, with Location and ETag",
            content = @Content(schema = @Schema(implementation = DutyView.class)))
    @APIResponse(responseCode = "422", description = "AGAINST_WHOM or INVALID_FIELD")
    public Uni<Response> find(
            @PathParam("dutyId") UUID dutyId,
            @NotNull @Valid FindingRequest request,
            @HeaderParam("Idempotency-Key") String retryKey) {
        return rounds.find(dutyId, request, retryKey).map(DutyResource::created);
    }

    private static Response created(DutyView duty) {
        return Response.created(URI.create("/audit/programme/duties/" + duty.dutyId()))
                .header(HttpHeaders.ETAG, EntityTags.of(duty.version()))
                .entity(duty)
                .build();
    }

    private static Response tagged(DutyView duty) {
        return Response.ok(duty)
                .header(HttpHeaders.ETAG, EntityTags.of(duty.version()))
                .build();
    }
}
