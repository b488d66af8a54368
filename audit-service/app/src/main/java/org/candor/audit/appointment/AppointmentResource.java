package org.candor.audit.appointment;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.candor.audit.programme.DutyRequest;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who was appointed, and whom to turn to. */
@Path("/programme/appointments")
@Tag(name = "appointments", description = "Officers with the contact that is published")
public class AppointmentResource {

    private final Appointments appointments;

    AppointmentResource(Appointments appointments) {
        this.appointments = appointments;
    }

    @POST
    @RolesAllowed("administrator")
    @Operation(
            operationId = "appointOfficer",
            summary =
                    "Record an appointment; whoever held the office before holds it no longer. Takes an Idempotency-Key",
            description = "The same again makes no second appointment, also without a key.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded and published, with ETag",
            content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    @APIResponse(responseCode = "422", description = "DONE_ON_IMPOSSIBLE or INVALID_FIELD")
    public Uni<Response> appoint(
            @NotNull @Valid AppointmentRequest request, @HeaderParam("Idempotency-Key") String retryKey) {
        return appointments.appoint(request, retryKey).map(held -> tagged(held, Response.Status.CREATED));
    }

    @POST
    @Path("/{appointmentId}/end")
    @RolesAllowed("administrator")
    @Operation(
            operationId = "endAppointment",
            summary = "The office is held no longer and nobody holds it next; that it was stays. Needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now, published no longer",
            content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    @APIResponse(responseCode = "404", description = "No appointment has that id, or not for you")
    @APIResponse(responseCode = "409", description = "OFFICE_ENDED")
    @APIResponse(responseCode = "422", description = "DONE_ON_IMPOSSIBLE or INVALID_FIELD")
    public Uni<Response> end(
            @PathParam("appointmentId") UUID appointmentId,
            @NotNull @Valid EndRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return appointments
                .end(appointmentId, request.endedOn(), ifMatch)
                .map(held -> tagged(held, Response.Status.OK));
    }

    @GET
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(
            operationId = "listAppointments",
            summary = "All appointments of an entity, the newest first; the reading is recorded")
    @APIResponse(responseCode = "200", description = "All of them, those of the past, too")
    public Uni<Page<AppointmentView>> list(
            @QueryParam("entityId") @NotNull @Pattern(regexp = DutyRequest.ENTITY) String entityId) {
        return appointments.list(entityId).map(found -> new Page<>(found, null));
    }

    @GET
    @Path("/published")
    @PermitAll
    @Operation(
            operationId = "readPublishedOfficers",
            summary = "Who holds an office now and how to reach it, for everybody")
    @APIResponse(responseCode = "200", description = "Offices of that entity; none where there is no such entity")
    public Uni<Page<AppointmentView.Published>> published(
            @QueryParam("entityId") @NotNull @Pattern(regexp = DutyRequest.ENTITY) String entityId) {
        return appointments.published(entityId).map(found -> new Page<>(found, null));
    }

    private static Response tagged(AppointmentView held, Response.Status status) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, EntityTags.of(held.version()))
                .entity(held)
                .build();
    }
}
