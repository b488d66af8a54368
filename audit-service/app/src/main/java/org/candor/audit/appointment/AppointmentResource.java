package org.candor.audit.appointment;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.candor.audit.programme.DutyRequest;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

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
    @ResponseStatus(201)
    @Operation(
            operationId = "appointOfficer",
            summary = "Record an appointment; whoever held the office before holds it no longer")
    @APIResponse(responseCode = "201", description = "Recorded and published")
    @APIResponse(responseCode = "422", description = "DONE_ON_IMPOSSIBLE or INVALID_FIELD")
    public Uni<AppointmentView> appoint(@NotNull @Valid AppointmentRequest request) {
        return appointments.appoint(request);
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
}
