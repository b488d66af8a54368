package org.candor.intake.mailbox;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.candor.intake.receipts.NoIdentity;
import org.candor.intake.receipts.ReceiptRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What a reporter can do with his receipt. It travels in the body, because addresses end up in logs. */
@Path("/receipts")
@Tag(name = "receipts")
public class ReceiptResource {

    private final ReporterMailbox mailbox;
    private final NoIdentity nobody;

    ReceiptResource(ReporterMailbox mailbox, NoIdentity nobody) {
        this.mailbox = mailbox;
        this.nobody = nobody;
    }

    @POST
    @Path("/status")
    @PermitAll
    @Operation(operationId = "readStatus", summary = "The state of the report with this receipt; no token needed")
    public Uni<StatusView> status(@NotNull @Valid ReceiptRequest request) {
        return mailbox.status(request.receipt().value());
    }

    @POST
    @Path("/mailbox")
    @PermitAll
    @Operation(
            operationId = "readMailbox",
            summary = "State and messages of the report with this receipt; that it was read is not recorded")
    public Uni<MailboxView> read(@NotNull @Valid ReceiptRequest request) {
        return mailbox.read(request.receipt().value());
    }

    @POST
    @Path("/messages")
    @PermitAll
    @ResponseStatus(201)
    @Operation(
            operationId = "writeToOfficers",
            summary = "Write to the officers, or answer their question; no token needed")
    @APIResponse(
            responseCode = "201",
            description = "Stored durably",
            content = @Content(schema = @Schema(implementation = Written.class)))
    @APIResponse(responseCode = "404", description = "No report has this receipt")
    public Uni<Written> write(
            @NotNull @Valid MessageRequest request, @HeaderParam("Idempotency-Key") String idempotencyKey) {
        nobody.assume();
        return mailbox.write(request, Optional.ofNullable(idempotencyKey));
    }

    @POST
    @Path("/withdrawal")
    @PermitAll
    @ResponseStatus(201)
    @Operation(
            operationId = "withdrawWithReceipt",
            summary = "Take the report back; it stays on record, and the incident is looked into all the same")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Written.class)))
    @APIResponse(responseCode = "409", description = "It was withdrawn before")
    public Uni<Written> withdraw(@NotNull @Valid WithdrawalRequest request) {
        return mailbox.withdraw(request);
    }
}
