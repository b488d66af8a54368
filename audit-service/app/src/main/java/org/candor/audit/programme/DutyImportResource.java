package org.candor.audit.programme;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
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

    private static final Imports.Kind KIND = new Imports.Kind(
            "import-duties", Set.of("kind", "subject"), Set.of("department", "role", "person", "dueOn", "every"));

    private static final String EXAMPLE =
            "kind,subject,department,dueOn,every\nSAFEGUARD_ASSESSMENT,Clinic East,Clinic East,2027-02-28,P6M\n";

    private final Imports imports;
    private final DutyDesk desk;

    DutyImportResource(Imports imports, DutyDesk desk) {
        this.imports = imports;
        this.desk = desk;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "importDuties",
            summary = "Enter duties from CSV: UTF-8, header line, at most 1 MB and 5,000 rows",
            description = """
                    Columns kind and subject, and where known department, role, person, dueOn, every. A duty that is open already is \
                    unchanged, a refused row does not keep the others out. ?dryRun=true keeps nothing and answers the same.""")
    @RequestBody(
            content = @Content(mediaType = "text/csv", examples = @ExampleObject(name = "duties", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "The result of each row")
    @APIResponse(responseCode = "422", description = "UNREADABLE_ROWS")
    public Uni<ImportView> take(
            @QueryParam("entityId") @NotNull @Pattern(regexp = DutyRequest.ENTITY) String entityId,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            byte[] file) {
        return imports.take(KIND, entityId, dryRun, file, row -> request(entityId, row), desk::enterOnce);
    }

    private static DutyRequest request(String entityId, Map<String, String> row) {
        return new DutyRequest(
                entityId,
                Imports.cell(row, "kind").orElse(null),
                Imports.cell(row, "subject").orElse(null),
                Imports.cell(row, "department").orElse(null),
                Imports.cell(row, "role").map(OfficerRole::valueOf).orElse(null),
                Imports.cell(row, "person").orElse(null),
                Imports.cell(row, "dueOn").map(LocalDate::parse).orElse(null),
                Imports.cell(row, "every").orElse(null),
                null);
    }
}
