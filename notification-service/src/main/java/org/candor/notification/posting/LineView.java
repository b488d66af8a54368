package org.candor.notification.posting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The toll-free number with its check-ups. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TollFreeLine")
public record LineView(
        @Schema(examples = "+18005550142") String number,
        LocalDate activeFrom,

        @Schema(description = "Last day on which it must answer")
        LocalDate activeThrough,

        @Schema(description = "By when somebody must call it; absent while nothing is to be checked")
        LocalDate checkDue,

        List<Check> checks) {

    /** One call to see that it answers. */
    @Schema(name = "LineCheck")
    public record Check(LocalDate checkedOn, boolean answered, String note, String recordedBy) {}
}
