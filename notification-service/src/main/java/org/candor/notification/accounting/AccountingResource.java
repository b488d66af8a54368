package org.candor.notification.accounting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Requests for an accounting of disclosures: due in 60 days, one extension of 30 (45 CFR 164.528(c)). */
@Path("/accounting-requests")
@Tag(name = "accounting")
@APIResponse(
        responseCode = "404",
        description = "Not there, or not to be seen by the caller",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
@APIResponse(
        responseCode = "409",
        description = "The state refuses; the code says why",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
public class AccountingResource {

    private static final String LANGUAGE = "en|es";

    private final Accountings accountings;
    private final AccountingAnswers answers;
    private final AccountingCompletions completions;

    AccountingResource(Accountings accountings, AccountingAnswers answers, AccountingCompletions completions) {
        this.accountings = accountings;
        this.answers = answers;
        this.completions = completions;
    }

    @POST
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "addAccountingRequest",
            summary = "Record that a person asked; the answer is due in 60 days")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = AccountingRequest.View.class)))
    public Uni<Response> add(
            @HeaderParam("Idempotency-Key") String retryKey, @NotNull @Valid AccountingRequest request) {
        return accountings
                .add(request, retryKey)
                .map(view -> Response.created(URI.create("/notification/accounting-requests/" + view.id()))
                        .entity(view)
                        .build());
    }

    @GET
    @RolesAllowed({"privacy-officer", "auditor"})
    @Operation(operationId = "listAccountingRequests", summary = "Requests without the persons, oldest first")
    public Uni<Page<AccountingRequest.View>> page(
            @QueryParam("state") @Pattern(regexp = "OPEN|ANSWERED") String state,
            @QueryParam("incomplete")
                    @Parameter(description = "True for those that have to be completed: leftOut names the breaches")
                    boolean incomplete,
            @QueryParam("cursor") UUID cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return accountings.page(state, incomplete, cursor, limit);
    }

    @GET
    @Path("/{requestId}")
    @RolesAllowed({"privacy-officer", "auditor"})
    @Operation(operationId = "getAccountingRequest", summary = "One request without the person; ETag names its version")
    @APIResponse(
            responseCode = "200",
            description = "The request",
            content = @Content(schema = @Schema(implementation = AccountingRequest.View.class)))
    public Uni<Response> one(@PathParam("requestId") UUID id) {
        return accountings.one(id).map(AccountingResource::answer);
    }

    @GET
    @Path("/{requestId}/accounting")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "getAccounting",
            summary = "One entry for each breach of the person in the six years before the request; recorded",
            description = "A breach whose letters are held by law enforcement is left out and only counted.")
    public Uni<AccountingRequest.Accounting> accounting(@PathParam("requestId") UUID id) {
        return answers.accounting(id);
    }

    @GET
    @Path("/{requestId}/accounting.pdf")
    @Produces("application/pdf")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "getAccountingPdf",
            summary = "The accounting as accessible PDF; once answered, the one that was given, in its language")
    public Uni<byte[]> pdf(
            @PathParam("requestId") UUID id,
            @QueryParam("language") @DefaultValue("en") @Pattern(regexp = LANGUAGE) String language) {
        return answers.pdf(id, language);
    }

    @POST
    @Path("/{requestId}/extension")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "extendAccountingRequest",
            summary = "30 more days, once, within the first 60, with the reason that was written to the person")
    @APIResponse(
            responseCode = "200",
            description = "The request with its new day",
            content = @Content(schema = @Schema(implementation = AccountingRequest.View.class)))
    public Uni<Response> extend(
            @PathParam("requestId") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AccountingRequest.Extension request) {
        return accountings.extend(id, request, ifMatch).map(AccountingResource::answer);
    }

    @POST
    @Path("/{requestId}/answer")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "answerAccountingRequest",
            summary = "Record that the accounting was given; it is kept as it reads now, sealed, with its hash")
    @APIResponse(
            responseCode = "200",
            description = "The request",
            content = @Content(schema = @Schema(implementation = AccountingRequest.View.class)))
    public Uni<Response> answer(
            @PathParam("requestId") UUID id,
            @QueryParam("language") @DefaultValue("en") @Pattern(regexp = LANGUAGE) String language,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AccountingRequest.Answer request) {
        return answers.answer(id, request, language, ifMatch).map(AccountingResource::answer);
    }

    @POST
    @Path("/{requestId}/completion")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "completeAccounting",
            summary = "Record that it was given once more with what it had left out; needs If-Match",
            description = "A breach that law enforcement held when the accounting was given is owed when the hold ends"
                    + " (45 CFR 164.528(a)(2)); the duty stands on the board with the breach and is met by this.")
    @APIResponse(
            responseCode = "200",
            description = "The request",
            content = @Content(schema = @Schema(implementation = AccountingRequest.View.class)))
    public Uni<Response> complete(
            @PathParam("requestId") UUID id,
            @QueryParam("language") @DefaultValue("en") @Pattern(regexp = LANGUAGE) String language,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AccountingRequest.Answer request) {
        return completions.complete(id, request, language, ifMatch).map(AccountingResource::answer);
    }

    private static Response answer(AccountingRows.Kept kept) {
        return Response.ok(kept.view())
                .header(HttpHeaders.ETAG, EntityTags.of(kept.version()))
                .build();
    }
}
