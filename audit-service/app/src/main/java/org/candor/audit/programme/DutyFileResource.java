package org.candor.audit.programme;

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
import org.candor.audit.programme.DutyView.FileView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Reports, certificates and photographs that prove a duty. */
@Path("/programme/duties/{dutyId}/files")
@Tag(name = "programme")
public class DutyFileResource {

    private final DutyFiles files;

    DutyFileResource(DutyFiles files) {
        this.files = files;
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "manager"})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ResponseStatus(201)
    @Operation(
            operationId = "addDutyFile",
            summary = "Add a file that proves it, at most 128 MB; the same bytes again are the same file")
    @APIResponse(responseCode = "201", description = "Stored durably; name its documentId when you complete the duty")
    @APIResponse(responseCode = "404", description = "No duty has that id, or not for you")
    public Uni<FileView> addFile(@PathParam("dutyId") UUID dutyId, @RestForm("file") @NotNull FileUpload file) {
        return files.add(dutyId, file);
    }

    @GET
    @Path("/{fileId}")
    @Authenticated
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "downloadDutyFile", summary = "The bytes, as an attachment; the download is recorded")
    @APIResponse(responseCode = "200", description = "The bytes as they were sent")
    @APIResponse(responseCode = "404", description = "No such file, or not for you")
    public Multi<byte[]> download(@PathParam("dutyId") UUID dutyId, @PathParam("fileId") UUID fileId) {
        return RestMulti.fromUniResponse(files.open(dutyId, fileId), files::content, Opened::headers, opened -> 200);
    }
}
