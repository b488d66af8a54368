package org.candor.intake.mailbox;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The officers' side of the mailbox. */
@Path("/reports/{incidentId}/messages")
@Tag(name = "mailbox")
public class MailboxResource {

    private final OfficerMailbox mailbox;

    MailboxResource(OfficerMailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "investigator"})
    @Operation(
            operationId = "listMessages",
            summary = "The conversation with the reporter, oldest first; the reading is recorded")
    public Uni<Page<MessageView>> read(
            @PathParam("incidentId") UUID incidentId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return mailbox.read(incidentId, limit, Cursor.decode(cursor));
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "investigator"})
    @ResponseStatus(201)
    @Operation(
            operationId = "writeToReporter",
            summary = "Write to whoever holds the receipt; he is not told which officer wrote")
    @APIResponse(
            responseCode = "201",
            description = "Stored durably",
            content = @Content(schema = @Schema(implementation = Written.class)))
    public Uni<Written> write(
            @PathParam("incidentId") UUID incidentId,
            @NotNull @Valid OfficerMessageRequest request,
            @HeaderParam("Idempotency-Key") String idempotencyKey) {
        return mailbox.write(incidentId, request, Optional.ofNullable(idempotencyKey));
    }
}
