package org.candor.intake.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.intake.files.Downloads.Released;
import org.candor.intake.files.ReportFile.Sender;
import org.candor.intake.files.Uploads.Destination;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.Visibility;
import org.candor.kit.outbox.Origin;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files of a report, for those who may read it. */
@Path("/reports/{incidentId}/files")
@Tag(name = "files")
public class FileResource {

    private final Uploads uploads;
    private final Downloads downloads;
    private final Visibility visibility;
    private final Caller caller;

    FileResource(Uploads uploads, Downloads downloads, Visibility visibility, Caller caller) {
        this.uploads = uploads;
        this.downloads = downloads;
        this.visibility = visibility;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "investigator"})
    @Operation(
            operationId = "listFiles",
            summary = "Files of a report, at most ten of each side; the reading is recorded")
    public Uni<Page<FileView>> list(@PathParam("incidentId") UUID incidentId) {
        return downloads.list(incidentId).map(files -> new Page<>(files, null));
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "investigator"})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ResponseStatus(201)
    @Operation(
            operationId = "addFile",
            summary = "Add a file, such as the scan of a letter or a recording; it is recorded",
            description = """
                    At most 25 MB each, and ten per report from officers. A retry with the same Idempotency-Key takes no second place.""")
    @APIResponse(
            responseCode = "201",
            description = "Stored durably",
            content = @Content(schema = @Schema(implementation = FileView.class)))
    public Uni<FileView> add(
            @PathParam("incidentId") UUID incidentId,
            @RestForm("file") FileUpload file,
            @HeaderParam("Idempotency-Key") String idempotencyKey) {
        FileUpload sent = SentFile.require(file);
        return Transactions.read(() -> visibility.require(incidentId))
                .map(routing -> new Origin(routing.entityId(), routing.drill(), caller.subject()))
                .chain(origin -> uploads.add(
                        new Destination(incidentId, origin, Sender.OFFICER, true, true),
                        sent.uploadedFile(),
                        SentFile.name(sent),
                        Optional.ofNullable(idempotencyKey)));
    }

    @GET
    @Path("/{fileId}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "investigator"})
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "downloadFile", summary = "Content of a file, as an attachment; the download is recorded")
    @APIResponse(responseCode = "200", description = "The bytes as kept")
    @APIResponse(responseCode = "409", description = "It is in quarantine or infected")
    public Multi<byte[]> download(@PathParam("incidentId") UUID incidentId, @PathParam("fileId") UUID fileId) {
        return RestMulti.fromUniResponse(
                downloads.open(incidentId, fileId), downloads::content, FileResource::headers, released -> 200);
    }

    /**
     * Nothing in the file may run where it is opened, and no name may end the header. A stream passes the filter by that sets
     * the usual headers.
     */
    private static Map<String, List<String>> headers(Released released) {
        String name = URLEncoder.encode(released.view().name().value(), UTF_8).replace("+", "%20");
        byte[] hash = HexFormat.of().parseHex(released.view().sha256());
        return Map.of(
                "Content-Disposition", List.of("attachment; filename*=UTF-8''" + name),
                "X-Content-Type-Options", List.of("nosniff"),
                "Cache-Control", List.of("no-store"),
                "Content-Security-Policy", List.of("sandbox; default-src 'none'"),
                "Repr-Digest", List.of("sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":"));
    }
}
