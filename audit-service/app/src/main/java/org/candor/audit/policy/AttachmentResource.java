package org.candor.audit.policy;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.candor.audit.document.Reading.Opened;
import org.candor.audit.policy.PolicyView.AttachmentView;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files beside a version of a policy. */
@Path("/policies/{policyId}/versions/{number}/attachments")
@Tag(name = "policies")
public class AttachmentResource {

    private final Attachments attachments;

    AttachmentResource(Attachments attachments) {
        this.attachments = attachments;
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ResponseStatus(201)
    @Operation(
            operationId = "attachToPolicy",
            summary = "Add a file, at most 128 MB; the same bytes again are the same attachment")
    @APIResponse(responseCode = "201", description = "Stored durably")
    @APIResponse(responseCode = "404", description = "No such version, or not for you")
    public Uni<AttachmentView> add(
            @PathParam("policyId") UUID policyId,
            @PathParam("number") int number,
            @RestForm("file") @NotNull FileUpload file) {
        return attachments.add(policyId, number, file);
    }

    @GET
    @Authenticated
    @Operation(operationId = "listPolicyAttachments", summary = "Files beside this version")
    @APIResponse(responseCode = "200", description = "All of them, by name")
    public Uni<Page<AttachmentView>> list(@PathParam("policyId") UUID policyId, @PathParam("number") int number) {
        return attachments.list(policyId, number).map(found -> new Page<>(found, null));
    }

    @GET
    @Path("/{documentId}")
    @Authenticated
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "downloadPolicyAttachment",
            summary = "The bytes, as an attachment; the download is recorded")
    @APIResponse(responseCode = "200", description = "The bytes as they were sent")
    @APIResponse(responseCode = "404", description = "No such attachment, or not for you")
    public Multi<byte[]> download(
            @PathParam("policyId") UUID policyId,
            @PathParam("number") int number,
            @PathParam("documentId") UUID documentId) {
        return RestMulti.fromUniResponse(
                attachments.open(policyId, number, documentId), attachments::content, Opened::headers, opened -> 200);
    }
}
