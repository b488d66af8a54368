package org.candor.audit.document;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What a service sends with a document. */
@Schema(name = "DocumentForm")
public class DocumentForm {

    /** Is about a person and belongs to no incident; its sender gives the id of the person's request. */
    private static final String ACCOUNTING = "ACCOUNTING_OF_DISCLOSURES";

    @RestForm
    @Schema(
            nullable = true,
            description =
                    "The incident that it belongs to and goes with; without it the document has a time of its own. An accounting"
                            + " of disclosures belongs to no incident, whatever is said here")
    UUID incidentId;

    @RestForm
    @NotNull
    @Pattern(regexp = "[a-z0-9-]{1,100}")
    @Schema(examples = "larkspur-falls")
    String entityId;

    @RestForm
    @Schema(description = "True for an exercise")
    boolean drill;

    @RestForm
    @NotNull
    @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}")
    @Schema(examples = "FORM")
    String kind;

    @RestForm
    @NotNull
    @Pattern(regexp = "[A-Za-z0-9._:-]{1,100}")
    @Schema(description = "What the sender calls it: codes and ids, never words", examples = "FORM_3_III_B-2")
    String reference;

    @RestForm
    @NotNull
    @Pattern(regexp = "[0-9a-f]{64}")
    @Schema(description = "SHA-256 of the file, in hexadecimal")
    String sha256;

    @RestForm
    @NotNull
    @Schema(description = "When it was signed or sent, RFC 3339", examples = "2026-11-21T10:00:00Z")
    Instant frozenAt;

    @RestForm
    @PartType("application/octet-stream")
    @NotNull
    @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING, format = "binary")
    FileUpload file;

    Optional<UUID> incident() {
        return Optional.ofNullable(incidentId).filter(id -> !ACCOUNTING.equals(kind));
    }
}
