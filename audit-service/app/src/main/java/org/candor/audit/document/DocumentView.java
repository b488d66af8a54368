package org.candor.audit.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.candor.audit.document.Documents.Shown;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A retained document without its bytes. */
@Schema(name = "RetainedDocument")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentView(
        UUID documentId,
        @Schema(nullable = true) UUID incidentId,
        String entityId,
        boolean drill,
        @Schema(examples = "FORM") String kind,

        @Schema(description = "What its sender calls it", examples = "FORM_3_III_B-2")
        String reference,

        @Schema(examples = "application/pdf") String mediaType,

        @Schema(description = "SHA-256 in hexadecimal; the same stands in the trail as document-kept")
        String sha256,

        @Schema(description = "In bytes") long size,
        Instant frozenAt,
        Instant keptAt) {

    static DocumentView of(Shown shown) {
        return of(shown.document(), shown.keptAt());
    }

    static DocumentView of(KeptDocument document, Instant keptAt) {
        return new DocumentView(
                document.documentId(),
                document.incidentId().orElse(null),
                document.entityId(),
                document.drill(),
                document.kind(),
                document.reference(),
                document.mediaType(),
                document.sha256(),
                document.size(),
                document.frozenAt(),
                keptAt);
    }
}
