package org.candor.audit.commitment;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** People of whom a commitment is asked, from a list that the organisation has. */
@Path("/programme/members-import")
@Tag(name = "commitments")
public class MemberImportResource {

    private static final String EXAMPLE =
            "person,standing,department,joinedOn\n9f1c2d7e-1f0a-4c52-8a39-4c9d8f0f3a11,EMPLOYEE,Clinic East,2026-11-02\n";

    private final Imports imports;
    private final Listing<MemberRequest, MemberRequest> listing;

    MemberImportResource(Imports imports, MemberDesk desk) {
        this.imports = imports;
        this.listing = new Listing<>(
                "import-members",
                Set.of("person", "standing", "joinedOn"),
                Set.of("department"),
                MemberImportResource::request,
                (request, today) -> request,
                desk::addAll);
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "importMembers",
            summary = "Add members from CSV: UTF-8, header line, at most 1 MB and 20,000 rows",
            description = """
                    Columns person, standing, joinedOn, and where known department. Who is there already is unchanged, a refused row \
                    does not keep the others out. ?dryRun=true keeps nothing and answers the same.""")
    @RequestBody(
            content = @Content(mediaType = "text/csv", examples = @ExampleObject(name = "people", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "The result of each row")
    @APIResponse(responseCode = "422", description = "UNREADABLE_ROWS")
    public Uni<ImportView> take(@BeanParam @Valid ImportCall call, byte[] file) {
        return imports.take(listing, call, file);
    }

    private static MemberRequest request(String entityId, ListedRow row) {
        return new MemberRequest(
                entityId,
                row.text("person"),
                row.code("standing", MemberRequest.Standing.class),
                row.text("department"),
                row.day("joinedOn"));
    }
}
