package org.candor.audit.safeguard;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.candor.audit.programme.DutyRequest;
import org.candor.audit.programme.ImportView;
import org.candor.audit.programme.Imports;
import org.candor.audit.safeguard.decision.Medium;
import org.candor.audit.safeguard.decision.Place;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Places and workstations from a list that the organisation has. */
@Path("/programme/locations-import")
@Tag(name = "safeguards")
public class LocationImportResource {

    private static final Imports.Kind KIND =
            new Imports.Kind("import-locations", Set.of("code", "place", "department", "media"), Set.of("risk"));

    private static final String EXAMPLE =
            "code,place,department,media,risk\nEast-Desk 3,RECEPTION,Clinic East,PAPER ORAL VISUAL,HIGH\n";

    private final Imports imports;
    private final LocationDesk desk;

    LocationImportResource(Imports imports, LocationDesk desk) {
        this.imports = imports;
        this.desk = desk;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "importLocations",
            summary = "Add places from CSV: UTF-8, header line, at most 1 MB and 5,000 rows",
            description = """
                    Columns code, place, department, media (with blanks between), and where it is rated risk. A code that is there \
                    already is unchanged, a refused row does not keep the others out. ?dryRun=true keeps nothing and answers the same.""")
    @RequestBody(
            content = @Content(mediaType = "text/csv", examples = @ExampleObject(name = "places", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "The result of each row")
    @APIResponse(responseCode = "422", description = "UNREADABLE_ROWS")
    public Uni<ImportView> take(
            @QueryParam("entityId") @NotNull @Pattern(regexp = DutyRequest.ENTITY) String entityId,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            byte[] file) {
        return imports.take(KIND, entityId, dryRun, file, row -> request(entityId, row), desk::addOnce);
    }

    private static LocationRequest request(String entityId, Map<String, String> row) {
        return new LocationRequest(
                entityId,
                Imports.cell(row, "code").orElse(null),
                Imports.cell(row, "place").map(Place::valueOf).orElse(null),
                Imports.cell(row, "department").orElse(null),
                Imports.cell(row, "media").map(LocationImportResource::media).orElse(null),
                Imports.cell(row, "risk").map(Place.Risk::valueOf).orElse(null));
    }

    private static Set<Medium> media(String cell) {
        return Arrays.stream(cell.split(" +")).map(Medium::valueOf).collect(Collectors.toSet());
    }
}
