package org.candor.breach.obligations;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The duties of all breaches. */
@Path("/obligations")
@Tag(name = "obligations")
public class DutyResource {

    private final DutyReading reading;

    DutyResource(DutyReading reading) {
        this.reading = reading;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator", "auditor"})
    @Operation(
            operationId = "listObligations",
            summary = "Duties of the breaches that the caller may see, by due day; open ones unless ?which=ALL",
            description =
                    "Filters: kind, jurisdiction (US or a postal code), dueThrough (a day). The reading is recorded.")
    public Uni<Page<DutyLine>> list(@BeanParam @Valid DutyFilter filter, @QueryParam("cursor") String cursor) {
        return reading.page(filter, Cursor.decode(cursor));
    }
}
