package org.candor.audit.safeguard;

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
import org.candor.audit.safeguard.Locations.Rated;
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

    private static final String EXAMPLE =
            "code,place,department,media,risk\nEast-Desk 3,RECEPTION,Clinic East,PAPER ORAL VISUAL,HIGH\n";

    private final Imports imports;
    private final Listing<LocationRequest, Rated> listing;

    LocationImportResource(Imports imports, LocationDesk desk) {
        this.imports = imports;
        this.listing = new Listing<>(
                "import-locations",
                Set.of("code", "place", "department", "media"),
                Set.of("risk"),
                LocationImportResource::request,
                (request, today) -> LocationDesk.rated(request),
                desk::addAll);
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "importLocations",
            summary = "Add places from CSV: UTF-8, header line, at most 1 MB and 20,000 rows",
            description = """
                    Columns code, place, department, media (with blanks between), and where it is rated risk. A code that is there \
                    already is unchanged, a refused row does not keep the others out. ?dryRun=true keeps nothing and answers the same.""")
    @RequestBody(
            content = @Content(mediaType = "text/csv", examples = @ExampleObject(name = "places", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "The result of each row")
    @APIResponse(responseCode = "422", description = "UNREADABLE_ROWS")
    public Uni<ImportView> take(@BeanParam @Valid ImportCall call, byte[] file) {
        return imports.take(listing, call, file);
    }

    private static LocationRequest request(String entityId, ListedRow row) {
        return new LocationRequest(
                entityId,
                row.text("code"),
                row.code("place", Place.class),
                row.text("department"),
                row.codes("media", Medium.class),
                row.code("risk", Place.Risk.class));
    }
}
