package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a reporter can do with his receipt. It travels in the body, because addresses end up in logs. */
@Path("/receipts")
@Tag(name = "receipts")
public class ReceiptResource {

    private final Readings readings;

    ReceiptResource(Readings readings) {
        this.readings = readings;
    }

    /** A receipt as the reporter kept it. */
    public record ReceiptRequest(
            @NotNull @CleanText(max = 40) PersonalText receipt) {}

    @POST
    @Path("/status")
    @PermitAll
    @Operation(operationId = "readStatus", summary = "The state of the report with this receipt; no token needed")
    public Uni<StatusView> status(@NotNull @Valid ReceiptRequest request) {
        return readings.status(request.receipt().value());
    }
}
