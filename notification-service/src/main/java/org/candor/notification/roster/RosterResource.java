package org.candor.notification.roster;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The roster: who was affected. */
@Path("/campaigns/{incidentId}/roster")
@Tag(name = "roster")
@APIResponse(
        responseCode = "404",
        description = "Not there, or not to be seen by the caller",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
@APIResponse(
        responseCode = "409",
        description = "The state refuses; the code says why",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
public class RosterResource {

    private final Rosters rosters;

    RosterResource(Rosters rosters) {
        this.rosters = rosters;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "importRoster",
            summary = "Import a small roster in one request: CSV, UTF-8, commas, header line, up to 64 MB",
            description =
                    "The same file again changes nothing. A person of an earlier file, known by external_id, is brought up"
                            + " to date unless he was told already. Yes and no as yes/no; deceased takes yes, no or a date;"
                            + " language en or es. Larger files, workbooks and other columns: POST roster-imports.")
    @RequestBody(
            content = @Content(mediaType = "text/csv", examples = @ExampleObject(name = "two people", value = """
                                                    external_id,given_name,family_name,street,street2,city,state,zip,residence_state,email,email_agreed,phone,language,deceased
                                                    P-1,Marta,Quill,12 Elm Street,,Larkspur Falls,WI,54901,,,no,,en,no
                                                    P-2,Inés,Vega,77 Lake Road,Apt 4,Rockford,IL,61101,,ines.vega@mail.example,yes,,es,no
                                                    """)))
    public Uni<RosterImportView> take(@PathParam("incidentId") UUID incidentId, @NotNull byte[] file) {
        return rosters.take(incidentId, file);
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "listRosters", summary = "The imported files, newest first, and what was counted")
    public Uni<List<RosterImportView>> all(@PathParam("incidentId") UUID incidentId) {
        return rosters.all(incidentId);
    }
}
