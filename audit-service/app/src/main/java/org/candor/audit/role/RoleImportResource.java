package org.candor.audit.role;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Set;
import org.candor.audit.programme.DutyRequest;
import org.candor.audit.programme.ImportView;
import org.candor.audit.programme.Imports;
import org.candor.audit.role.RoleRequest.Inventory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The inventory of roles from a list that the organisation has. */
@Path("/programme/roles-import")
@Tag(name = "role based access")
public class RoleImportResource {

    private static final Imports.Kind KIND =
            new Imports.Kind("import-roles", Set.of("code", "what", "where", "how", "why", "who"), Set.of());

    private static final String EXAMPLE =
            "code,what,where,how,why,who\nBilling clerk,Claims,Billing system,Read and corrected,To bill,Billing office\n";

    private final Imports imports;
    private final RoleDesk desk;

    RoleImportResource(Imports imports, RoleDesk desk) {
        this.imports = imports;
        this.desk = desk;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "importAccessRoles",
            summary = "Add roles from CSV: UTF-8, header line, at most 1 MB and 5,000 rows",
            description = """
                    Columns code, what, where, how, why, who. A code that is there already is unchanged, a refused row does not keep the \
                    others out. ?dryRun=true keeps nothing and answers the same.""")
    @RequestBody(content = @Content(mediaType = "text/csv", examples = @ExampleObject(name = "roles", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "The result of each row")
    @APIResponse(responseCode = "422", description = "UNREADABLE_ROWS")
    public Uni<ImportView> take(
            @QueryParam("entityId") @NotNull @Pattern(regexp = DutyRequest.ENTITY) String entityId,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            byte[] file) {
        return imports.take(KIND, entityId, dryRun, file, row -> request(entityId, row), desk::addOnce);
    }

    private static RoleRequest request(String entityId, Map<String, String> row) {
        return new RoleRequest(
                entityId,
                cell(row, "code"),
                new Inventory(
                        cell(row, "what"), cell(row, "where"), cell(row, "how"), cell(row, "why"), cell(row, "who")));
    }

    private static String cell(Map<String, String> row, String column) {
        return Imports.cell(row, column).orElse(null);
    }
}
