package org.candor.notification.alert;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Alerts to officers: when each was sent and acknowledged. */
@Path("/alerts")
@Tag(name = "alerts")
@RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator", "auditor"})
public class AlertResource {

    private final AlertDesk desk;

    AlertResource(AlertDesk desk) {
        this.desk = desk;
    }

    @GET
    @Operation(operationId = "listMyAlerts", summary = "Alerts to the caller, newest first")
    public Uni<Page<AlertView>> mine(
            @Parameter(description = "True for those that the caller has not acknowledged")
                    @QueryParam("open")
                    @DefaultValue("false")
                    boolean open,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.mine(open, cursor, limit);
    }

    @GET
    @Path("/incidents/{incidentId}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(
            operationId = "listAlertsOfIncident",
            summary = "Who was told of an incident, when it was sent and when acknowledged; the oldest first")
    public Uni<Page<AlertView>> ofIncident(@PathParam("incidentId") UUID incidentId) {
        return desk.ofIncident(incidentId).map(alerts -> new Page<>(alerts, null));
    }

    @POST
    @Path("/{alertId}/acknowledgement")
    @Operation(
            operationId = "acknowledgeAlert",
            summary = "The caller has read an alert that went to him; the first time counts, again changes nothing")
    public Uni<AlertView> acknowledge(@PathParam("alertId") UUID alertId) {
        return desk.acknowledge(alertId);
    }

    @GET
    @Path("/preferences")
    @Operation(operationId = "getAlertPreference", summary = "Hour and language of the caller's mails")
    public Uni<AlertPreference> preference() {
        return desk.preference();
    }

    @PUT
    @Path("/preferences")
    @Operation(operationId = "putAlertPreference", summary = "Choose hour and language of the caller's mails")
    public Uni<AlertPreference> prefer(@NotNull @Valid AlertPreference preference) {
        return desk.prefer(preference);
    }
}
