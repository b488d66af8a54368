package org.candor.audit.programme;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.candor.audit.programme.Register.Entry;
import org.candor.events.OfficerRole;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Duties from a list that the organisation has. */
@Path("/programme/duties-import")
@Tag(name = "programme")
public class DutyImportResource {

    private static final String EXAMPLE =
            "kind,subject,department,dueOn,every\nSAFEGUARD_ASSESSMENT,Clinic East,Clinic East,2027-02-28,P6M\n";

    private final Imports imports;
    private final Listing<DutyRequest, Entry> listing;

    DutyImportResource(Imports imports, DutyEntries entries, DutyDesk desk) {
        this.imports = imports;
        this.listing = new Listing<>(
                "import-duties",
                Set.of("kind", "subject"),
                Set.of("department", "role", "person", "dueOn", "every"),
                DutyImportResource::request,
                entries::of,
                desk::enterAll);
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "importDuties",
            summary = "Enter duties from CSV: UTF-8, header line, at most 1 MB and 20,000 rows",
            description = """
                    Columns kind and subject, and where known department, role, person, dueOn, every. A duty that is open already is \
                    unchanged, a refused row does not keep the others out. ?dryRun=true keeps nothing and answers the same.""")
    @RequestBody(
            content = @Content(mediaType = "text/csv", examples = @ExampleObject(name = "duties", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "The result of each row")
    @APIResponse(responseCode = "422", description = "UNREADABLE_ROWS")
    public Uni<ImportView> take(@BeanParam @Valid ImportCall call, byte[] file) {
        return imports.take(listing, call, file);
    }

    private static DutyRequest request(String entityId, ListedRow row) {
        return new DutyRequest(
                entityId,
                row.text("kind"),
                row.text("subject"),
                row.text("department"),
                row.code("role", OfficerRole.class),
                row.text("person"),
                null,
                null,
                null,
                row.day("dueOn"),
                row.text("every"),
                null);
    }
}
