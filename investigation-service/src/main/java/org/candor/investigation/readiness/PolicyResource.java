package org.candor.investigation.readiness;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.readiness.PolicyViews.PolicyChangeRequest;
import org.candor.investigation.readiness.PolicyViews.PolicyChangeView;
import org.candor.investigation.readiness.PolicyViews.PolicyTrainingRequest;
import org.candor.investigation.readiness.PolicyViews.PolicyTrainingView;
import org.candor.investigation.readiness.PolicyViews.WithdrawalRequest;
import org.candor.kit.data.Transactions;
import org.candor.kit.time.Ids;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Idempotency;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Who is trained again after which change of a policy (45 CFR 164.530(b)(2)(i)(C), 164.308(a)(5)(i)). */
@Path("/readiness")
@Tag(name = "readiness")
class PolicyResource {

    private static final int LONGEST = 60;

    private final PolicyDesk desk;
    private final Idempotency idempotency;
    private final Ids ids;

    PolicyResource(PolicyDesk desk, Idempotency idempotency, Ids ids) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    @GET
    @Path("/policy-changes")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(
            operationId = "listPolicyChanges",
            summary = "Changes of policies after which people are trained again",
            description = "Those that officers told of, and each later version that audit-service published.")
    public Uni<Page<PolicyChangeView>> changes(
            @QueryParam("entityId") @NotNull String entityId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Optional<Cursor> after = Cursor.decode(cursor);
        return Transactions.run(() -> desk.changes(entityId, after, limit));
    }

    @POST
    @Path("/policy-changes")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "recordPolicyChange",
            summary = "Tell that a policy changed materially: who did these courses before does them again",
            description =
                    "For policies that audit-service does not keep; a version that it publishes is told by itself.")
    @APIResponse(responseCode = "201", description = "Recorded; it becomes a deadline where it concerns somebody")
    @APIResponse(responseCode = "422", description = "UNKNOWN_COURSE")
    public Uni<RestResponse<PolicyChangeView>> change(
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid PolicyChangeRequest request,
            @Context UriInfo uri) {
        UUID id = ids.next();
        return Transactions.run(() -> idempotency.once(
                        "record-policy-change", key, request, PolicyChangeView.class, () -> desk.change(id, request)))
                .map(view -> RestResponse.ResponseBuilder.<PolicyChangeView>created(uri.getAbsolutePath())
                        .entity(view)
                        .build());
    }

    @POST
    @Path("/policy-changes/{changeId}/withdrawal")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "withdrawPolicyChange",
            summary = "The change is not material: nobody is trained again for it, and its deadline is called off")
    public Uni<PolicyChangeView> withdraw(
            @PathParam("changeId") UUID changeId, @NotNull @Valid WithdrawalRequest request) {
        return Transactions.run(() -> desk.withdraw(request.entityId(), changeId));
    }

    @GET
    @Path("/policies")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(
            operationId = "listPolicyTrainings",
            summary = "Which courses teach which policy",
            description = "A policy that is not here is taught by the courses of the topic PRIVACY_POLICIES.")
    public Uni<List<PolicyTrainingView>> trainings(@QueryParam("entityId") @NotNull String entityId) {
        return Transactions.run(() -> desk.trainings(entityId));
    }

    @GET
    @Path("/policies/{policy}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(operationId = "readPolicyTraining", summary = "What teaches one policy; the ETag is what If-Match takes")
    public Uni<RestResponse<PolicyTrainingView>> training(
            @PathParam("policy") @Schema(examples = "SEC-04") String policy,
            @QueryParam("entityId") @NotNull String entityId) {
        return Tagged.answer(() -> desk.training(entityId, policy));
    }

    @PUT
    @Path("/policies/{policy}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "putPolicyTraining",
            summary = "Say what teaches a policy and by when a new version is learnt; a new one has the ETag \"0\"",
            description =
                    "Holds for versions that are published from now on. The code is that of the policy in audit-service.")
    @APIResponse(responseCode = "422", description = "UNKNOWN_COURSE")
    public Uni<RestResponse<PolicyTrainingView>> putTraining(
            @PathParam("policy") @Schema(examples = "SEC-04") @CleanText(max = LONGEST) String policy,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid PolicyTrainingRequest request) {
        return Tagged.answer(() -> desk.put(policy, ifMatch, request));
    }
}
