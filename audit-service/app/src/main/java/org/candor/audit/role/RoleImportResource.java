package org.candor.audit.role;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.candor.audit.programme.ImportCall;
import org.candor.audit.programme.ImportView;
import org.candor.audit.programme.Imports;
import org.candor.audit.programme.ListedRow;
import org.candor.audit.programme.Listing;
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

    private static final String EXAMPLE =
            "code,what,where,how,why,who\nBilling clerk,Claims,Billing system,Read and corrected,To bill,Billing office\n";

    private final Imports imports;
    private final Listing<RoleRequest, RoleRequest> listing;

    RoleImportResource(Imports imports, RoleDesk desk) {
        this.imports = imports;
        this.listing = new Listing<>(
                "import-roles",
                Set.of("code", "what", "where", "how", "why", "who"),
                Set.of(),
                RoleImportResource::request,
                (request, today) -> request,
                desk::addAll);
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "importAccessRoles",
            summary = "Add roles from CSV: UTF-8, header line, at most 1 MB and 20,000 rows",
            description = """
                    Columns code, what, where, how, why, who. A code that is there already is unchanged, a refused row does not keep the \
                    others out. ?dryRun=true keeps nothing and answers the same.""")
    @RequestBody(content = @Content(mediaType = "text/csv", examples = @ExampleObject(name = "roles", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "The result of each row")
    @APIResponse(responseCode = "422", description = "UNREADABLE_ROWS")
    public Uni<ImportView> take(@BeanParam @Valid ImportCall call, byte[] file) {
        return imports.take(listing, call, file);
    }

    private static RoleRequest request(String entityId, ListedRow row) {
        return new RoleRequest(
                entityId,
                row.text("code"),
                new Inventory(row.text("what"), row.text("where"), row.text("how"), row.text("why"), row.text("who")));
    }
}
