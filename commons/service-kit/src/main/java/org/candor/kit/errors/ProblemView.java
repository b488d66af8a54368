package org.candor.kit.errors;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of every error: {@code application/problem+json} (RFC 9457). */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemView(
        @Schema(examples = "urn:candor:problem:stale-version")
        URI type,

        @Schema(description = "What happened and what to do, in English or Spanish")
        String title,

        @Schema(examples = "412") int status,
        @Schema(examples = "STALE_VERSION") String code,

        @Schema(description = "Id of this occurrence; it stands in the log")
        URI instance,

        @Schema(description = "Offending fields") List<Problem.FieldFault> errors,
        @Schema(description = "What must be done first") List<String> missing) {

    static ProblemView of(Problem problem, UUID occurrence, Locale locale) {
        ProblemCode code = problem.code();
        return new ProblemView(
                URI.create("urn:candor:problem:"
                        + code.code().toLowerCase(Locale.ROOT).replace('_', '-')),
                code.title(locale),
                code.status(),
                code.code(),
                URI.create("urn:uuid:" + occurrence),
                problem.faults(),
                problem.missing());
    }
}
