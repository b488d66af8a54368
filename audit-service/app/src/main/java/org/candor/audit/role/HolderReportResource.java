package org.candor.audit.role;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.candor.audit.programme.DutyRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Who has which role, to take along to a review. */
@Path("/programme/role-holders.csv")
@Tag(name = "role based access")
public class HolderReportResource {

    private final HolderDesk desk;

    HolderReportResource(HolderDesk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel", "manager"})
    @Produces("text/csv;charset=UTF-8")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"role-holders.csv\"")
    @Operation(
            operationId = "exportRoleHolders",
            summary = "Role holders as RFC 4180 text, UTF-8, with a heading; the export is recorded",
            description = "A manager takes those of his department along. ?past=true holds those who had a role, too.")
    @APIResponse(responseCode = "200", description = "All of them, in the order in which they got it")
    public Uni<String> csv(
            @QueryParam("department") @DefaultValue("") @Pattern(regexp = "(" + DutyRequest.CODE + ")?")
                    String department,
            @QueryParam("past") @DefaultValue("false") boolean past) {
        return desk.csv(department, past);
    }
}
