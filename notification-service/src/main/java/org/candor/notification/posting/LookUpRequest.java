package org.candor.notification.posting;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One caller who asks about himself; day of birth or ZIP code is needed. */
@Schema(examples = "{\"givenName\": \"Ana\", \"familyName\": \"Núñez\", \"bornOn\": \"1984-05-02\"}")
public record LookUpRequest(
        @NotNull @CleanText(max = 100) PersonalText givenName,
        @NotNull @CleanText(max = 100) PersonalText familyName,
        LocalDate bornOn,

        @Pattern(regexp = "\\d{5}(-\\d{4})?", message = "five digits, or nine as 12345-6789")
        String zip) {

    /** The answer, and nothing else. */
    @Schema(name = "LookUpAnswer")
    public record Answer(
            @Schema(description = "True when the information of a person of that name may be included")
            boolean mayBeIncluded) {}

    @Override
    public String toString() {
        return "[redacted]";
    }
}
