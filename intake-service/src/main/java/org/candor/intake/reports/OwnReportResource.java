package org.candor.intake.reports;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What somebody who reported with a token does later with his report; who reported without one has his receipt. */
@Path("/reports/{incidentId}")
@Tag(name = "own reports")
@Authenticated
public class OwnReportResource {

    private final Additions additions;
    private final Withdrawals withdrawals;

    OwnReportResource(Additions additions, Withdrawals withdrawals) {
        this.additions = additions;
        this.withdrawals = withdrawals;
    }

    /** Why it is taken back, if he says so. */
    @Schema(name = "WithdrawalRequest")
    public record WithdrawalRequest(@CleanText(max = 2000) PersonalText reason) {}

    /** The record of a withdrawal. */
    @Schema(name = "Withdrawal")
    public record WithdrawalView(UUID incidentId, Instant withdrawnAt) {}

    /**
     * The record of a supplement.
     *
     * @param individualsTo where the list of individuals goes, which is not part of a report
     */
    @Schema(name = "SupplementReceipt")
    public record SupplementReceipt(UUID incidentId, long number, String individualsTo) {}

    @POST
    @Path("/supplements")
    @Operation(
            operationId = "supplementReport",
            summary = "Add what became known later to one's own report",
            description = "Of a business associate's report anybody of that associate may add.")
    public Uni<SupplementReceipt> supplement(
            @PathParam("incidentId") UUID incidentId,
            @NotNull @Valid SupplementRequest request,
            @HeaderParam("Idempotency-Key") String idempotencyKey) {
        return additions
                .supplement(incidentId, request, Optional.ofNullable(idempotencyKey))
                .map(number -> new SupplementReceipt(incidentId, number, ReceiptView.individualsTo(incidentId)));
    }

    @POST
    @Path("/withdrawal")
    @Operation(
            operationId = "withdrawReport",
            summary = "Take back one's own report",
            description = "It is recorded and nothing is deleted: the organisation's duties do not end with it.")
    public Uni<WithdrawalView> withdraw(
            @PathParam("incidentId") UUID incidentId, @NotNull @Valid WithdrawalRequest request) {
        return withdrawals
                .withdrawOwn(
                        incidentId,
                        request.reason() == null ? "" : request.reason().value())
                .map(at -> new WithdrawalView(incidentId, at));
    }
}
