package org.candor.intake.files;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.candor.intake.receipts.NoIdentity;
import org.candor.intake.receipts.ReceiptRequest;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files that the holder of a receipt adds. The receipt is a field of the form. */
@Path("/receipts/files")
@Tag(name = "receipts")
public class ReceiptFileResource {

    private final ReporterFiles files;
    private final NoIdentity nobody;

    ReceiptFileResource(ReporterFiles files, NoIdentity nobody) {
        this.files = files;
        this.nobody = nobody;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ResponseStatus(201)
    @Operation(
            operationId = "addFileWithReceipt",
            summary = "Add a file: at most 25 MB each and ten per report from its reporter; no token needed",
            description = """
                    Name and content must be of the same type. What the properties of images, PDF and Office documents and recordings
                    tell of maker, device, place and time is removed. A PDF that is signed, protected or not readable, and an e-mail,
                    cannot be cleaned: somebody who gave no name is refused with FILE_TELLS_OF_ITS_MAKER, and sends a picture, or the
                    same with keepAsSent=true; it is then kept byte for byte, signature and all. Of a file's name only the type is
                    kept, unless the reporter gave his own. A retry with the same Idempotency-Key takes no second place.""")
    @APIResponse(
            responseCode = "201",
            description = "Stored durably",
            content = @Content(schema = @Schema(implementation = FileView.class)))
    @APIResponse(responseCode = "404", description = "No report has this receipt")
    @APIResponse(
            responseCode = "422",
            description =
                    "Empty, too large, damaged, one too many, of a type that is not taken, or telling of somebody who gave no name")
    public Uni<FileView> add(
            @RestForm("receipt") @NotNull @CleanText(max = ReceiptRequest.LONGEST) String receipt,
            @RestForm("file") FileUpload file,
            @RestForm("keepAsSent") boolean keepAsSent,
            @HeaderParam("Idempotency-Key") String idempotencyKey) {
        nobody.assume();
        FileUpload sent = SentFile.require(file);
        return files.add(
                receipt, sent.uploadedFile(), SentFile.name(sent), keepAsSent, Optional.ofNullable(idempotencyKey));
    }

    @POST
    @Path("/list")
    @PermitAll
    @Operation(operationId = "listFilesWithReceipt", summary = "What was sent with this receipt, without content")
    public Uni<Page<FileView>> list(@NotNull @Valid ReceiptRequest request) {
        return files.list(request.receipt().value());
    }
}
