package org.candor.investigation.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.candor.investigation.forms.FormContent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A form as data, with the same words as its document. */
@Schema(name = "Form")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FormView(
        FormContent form,

        @Schema(description = "SHA-256 of the signed PDF, hexadecimal; absent from a draft")
        String sha256) {}
