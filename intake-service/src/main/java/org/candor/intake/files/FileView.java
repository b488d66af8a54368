package org.candor.intake.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.candor.intake.files.decision.FileState;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of a report, without its content. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "ReportFile",
        requiredProperties = {
            "fileId",
            "sender",
            "state",
            "name",
            "mediaType",
            "size",
            "sha256",
            "metadataRemoved",
            "uploadedAt"
        })
public record FileView(
        UUID fileId,
        ReportFile.Sender sender,

        @Schema(
                description =
                        "QUARANTINED until it was scanned; UNSCANNED where no scanner is configured. Only CLEAN and UNSCANNED can be downloaded")
        FileState state,

        @Schema(description = "As it was sent; of a nameless reporter's file only its number is kept")
        PersonalText name,

        String mediaType,

        @Schema(description = "Bytes as kept") long size,

        @Schema(description = "SHA-256 of the bytes as kept, in hexadecimal")
        String sha256,

        @Schema(
                description =
                        "What the file's properties told of maker, device, place and time was removed, and the bytes are others than"
                                + " those that were sent. False for plain text, and for a PDF that is signed, encrypted, or cannot"
                                + " be written anew safely: it is kept as sent")
        boolean metadataRemoved,

        @Schema(description = "The officer's user id; absent where the reporter sent it")
        String uploadedBy,

        Instant uploadedAt) {

    static FileView forReporter(ReportFile file, IncidentCipher cipher) {
        return of(file, null, cipher);
    }

    static FileView forOfficer(ReportFile file, IncidentCipher cipher) {
        return of(file, file.uploadedBy.isEmpty() ? null : file.uploadedBy, cipher);
    }

    private static FileView of(ReportFile file, String uploadedBy, IncidentCipher cipher) {
        return new FileView(
                file.fileId,
                file.sender,
                file.state,
                new PersonalText(cipher.read(ReportFile.NAME, file.fileId, file.name)),
                file.type.mediaType(),
                file.size,
                HexFormat.of().formatHex(file.sha256),
                file.metadataRemoved,
                uploadedBy,
                file.uploadedAt);
    }
}
