package org.candor.audit.policy;

import io.quarkus.security.Authenticated;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.candor.audit.policy.PolicyView.ReceiptView;
import org.candor.audit.policy.PolicyView.VersionView;
import org.candor.audit.programme.CodeCursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of policies and procedures; everybody of the entity may read it (45 CFR 164.316(b)(2)(ii)). */
@Path("/policies")
@Tag(name = "policies", description = "Policies and procedures with all their versions, reviews and readers")
public class PolicyResource {

    private final PolicyDesk desk;

    PolicyResource(PolicyDesk desk) {
        this.desk = desk;
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "addPolicy", summary = "Enter a policy or procedure with its first version")
    @APIResponse(
            responseCode = "201",
            description = "Entered, with Location and ETag",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(responseCode = "409", description = "CODE_TAKEN")
    @APIResponse(responseCode = "422", description = "REVIEW_NOT_AHEAD, REVIEW_TOO_LATE or INVALID_FIELD")
    public Uni<Response> add(@NotNull @Valid PolicyRequest request, @HeaderParam("Idempotency-Key") String retryKey) {
        return desk.add(request, retryKey)
                .map(policy -> Response.created(URI.create("/audit/policies/" + policy.policyId()))
                        .header(HttpHeaders.ETAG, EntityTags.of(policy.version()))
                        .entity(policy)
                        .build());
    }

    @GET
    @Authenticated
    @Operation(operationId = "listPolicies", summary = "The register in the order of entity and code")
    @APIResponse(responseCode = "200", description = "A page of policies")
    public Uni<Page<PolicySummary>> list(
            @Parameter(
                            description = "Only those that serve this section of 45 CFR or a part of it",
                            example = "164.308")
                    @QueryParam("section")
                    @DefaultValue("")
                    @Pattern(regexp = "[0-9a-zA-Z.()]{0,40}")
                    String section,
            @QueryParam("cursor") @DefaultValue("") @Pattern(regexp = CodeCursor.SYNTAX) String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.page(section, CodeCursor.of(cursor), limit)
                .map(found -> CodeCursor.page(
                        found, limit, PolicySummary::of, policy -> new CodeCursor(policy.entityId(), policy.code())));
    }

    @GET
    @Path("/{policyId}")
    @Authenticated
    @Operation(operationId = "readPolicy", summary = "A policy with its versions and reviews, with ETag")
    @APIResponse(
            responseCode = "200",
            description = "With ETag",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    public Uni<Response> read(@PathParam("policyId") UUID policyId) {
        return desk.read(policyId).map(PolicyResource::tagged);
    }

    @POST
    @Path("/{policyId}/versions")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "addPolicyVersion",
            summary =
                    "A new version; the one before stays, and is kept for six years after its last day. Needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(responseCode = "409", description = "WITHDRAWN")
    @APIResponse(responseCode = "422", description = "VERSION_OUT_OF_ORDER or INVALID_FIELD")
    public Uni<Response> addVersion(
            @PathParam("policyId") UUID policyId,
            @NotNull @Valid VersionRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.addVersion(policyId, request, ifMatch).map(PolicyResource::tagged);
    }

    @GET
    @Path("/{policyId}/versions/{number}")
    @Authenticated
    @Operation(operationId = "readPolicyVersion", summary = "One version with its whole text")
    @APIResponse(responseCode = "200", description = "The version")
    public Uni<VersionView> readVersion(@PathParam("policyId") UUID policyId, @PathParam("number") int number) {
        return desk.readVersion(policyId, number);
    }

    @POST
    @Path("/{policyId}/reviews")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "reviewPolicy",
            summary = "Record a review, also one that changed nothing (45 CFR 164.316(b)(2)(iii)). Needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(responseCode = "409", description = "WITHDRAWN")
    @APIResponse(responseCode = "422", description = "REVIEW_NOT_AHEAD, REVIEW_TOO_LATE or INVALID_FIELD")
    public Uni<Response> review(
            @PathParam("policyId") UUID policyId,
            @NotNull @Valid ReviewRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.review(policyId, request, ifMatch).map(PolicyResource::tagged);
    }

    @POST
    @Path("/{policyId}/withdraw")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "withdrawPolicy", summary = "No version is in effect from today on. Needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(responseCode = "409", description = "WITHDRAWN")
    public Uni<Response> withdraw(
            @PathParam("policyId") UUID policyId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.withdraw(policyId, ifMatch).map(PolicyResource::tagged);
    }

    @POST
    @Path("/{policyId}/versions/{number}/receipts")
    @Authenticated
    @Operation(operationId = "acknowledgePolicy", summary = "Say that you got and read this version")
    @APIResponse(responseCode = "204", description = "Recorded, once for you")
    public Uni<Void> receive(@PathParam("policyId") UUID policyId, @PathParam("number") int number) {
        return desk.receive(policyId, number);
    }

    @GET
    @Path("/{policyId}/versions/{number}/receipts")
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "listPolicyReceipts", summary = "Who read this version, and when")
    @APIResponse(responseCode = "200", description = "Everybody who said so")
    public Uni<Page<ReceiptView>> receipts(@PathParam("policyId") UUID policyId, @PathParam("number") int number) {
        return desk.receipts(policyId, number).map(found -> new Page<>(found, null));
    }

    private static Response tagged(PolicyView policy) {
        return Response.ok(policy)
                .header(HttpHeaders.ETAG, EntityTags.of(policy.version()))
                .build();
    }
}
