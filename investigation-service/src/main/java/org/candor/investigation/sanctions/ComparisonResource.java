package org.candor.investigation.sanctions;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.candor.investigation.sanctions.decision.Conduct;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Earlier sanctions for like cases, so that like cases end alike (policy R10.a). */
@Path("/sanctions/comparison")
@Tag(name = "sanctions")
class ComparisonResource {

    private static final UUID NO_INCIDENT = new UUID(0, 0);

    private final SanctionRecords records;
    private final AccessLog accessLog;

    ComparisonResource(SanctionRecords records, AccessLog accessLog) {
        this.records = records;
        this.accessLog = accessLog;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(
            operationId = "compareSanctions",
            summary = "Decided sanctions for the same conduct and intent, newest first, without names and incidents")
    public Uni<SanctionView.ComparisonView> compare(
            @QueryParam("conduct") @NotNull @Schema(examples = "CONFIDENTIALITY_BREACH") Conduct conduct,
            @QueryParam("intent") @NotNull @Schema(examples = "NEGLIGENT") Conduct.Intent intent) {
        return Transactions.run(() -> records.like(conduct, intent, NO_INCIDENT)
                .call(() -> accessLog.list("compare-sanctions", "conduct=" + conduct + " intent=" + intent, List.of()))
                .map(SanctionView.ComparisonView::new));
    }
}
