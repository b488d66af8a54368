package org.candor.audit.policy;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of a policy; it is never changed afterwards. */
@Schema(name = "PolicyVersionRequest")
public record VersionRequest(
        @NotNull @CleanText(max = 200) String title,

        @NotNull @CleanText(max = 100_000) @Schema(description = "The whole text")
        String wording,

        @NotNull @Schema(description = "The day from which it holds")
        LocalDate effectiveOn,

        @NotNull @NotEmpty @Size(max = 20) @Schema(description = "Senior leaders who answer for it, by office")
        List<@CleanText(max = 100) String> leaders,

        @NotNull @Size(max = 50) List<@CleanText(max = 300) String> references,

        @NotNull
        @Size(max = 50)
        @Schema(description = "Sections of 45 CFR that it serves", examples = "164.308(a)(6)(ii)")
        List<@Pattern(regexp = "16[0-4]\\.[0-9]{3}(\\([A-Za-z0-9]{1,5}\\))*") String> sections,

        @NotNull @Size(max = 50) @Schema(description = "Ids of other frameworks, as the organisation notes them")
        List<@Pattern(regexp = "[A-Za-z0-9 ._:-]{1,60}") String> externalIds) {

    public VersionRequest {
        leaders = leaders == null ? null : List.copyOf(leaders);
        references = references == null ? null : List.copyOf(references);
        sections = sections == null ? null : List.copyOf(sections);
        externalIds = externalIds == null ? null : List.copyOf(externalIds);
    }
}
