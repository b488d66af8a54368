package org.candor.audit.safeguard;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.candor.audit.programme.DutyRequest;
import org.candor.audit.safeguard.decision.Medium;
import org.candor.audit.safeguard.decision.Place;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A place or workstation at which information is handled. */
@Schema(name = "LocationRequest")
public record LocationRequest(
        @NotNull @Pattern(regexp = DutyRequest.ENTITY) @Schema(examples = "larkspur-falls")
        String entityId,

        @NotNull @Pattern(regexp = DutyRequest.CODE) @Schema(examples = "East-Desk 3")
        String code,

        @NotNull Place place,

        @NotNull @Pattern(regexp = DutyRequest.CODE) @Schema(examples = "Clinic East")
        String department,

        @NotNull @NotEmpty @Schema(description = "In what form information is there")
        Set<Medium> media,

        @Schema(
                nullable = true,
                description =
                        "How easily somebody else overhears; not lower than the kind of place, and its own without it")
        Place.Risk risk) {

    public LocationRequest {
        media = media == null ? null : Set.copyOf(media);
    }
}
