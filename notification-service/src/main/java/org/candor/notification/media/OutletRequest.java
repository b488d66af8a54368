package org.candor.notification.media;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A prominent outlet that serves a jurisdiction. */
@Schema(examples = """
                {"entityId": "larkspur-falls", "jurisdiction": "WI", "name": "Larkspur Falls Courier",
                 "email": "news@courier.example", "medium": "NEWSPAPER", "active": true}
                """)
public record OutletRequest(
        @NotNull @CleanText(max = 100) String entityId,

        @NotNull @Pattern(regexp = "[A-Z]{2}", message = "two-letter postal code")
        String jurisdiction,

        @NotNull @CleanText(max = 200) String name,

        @Schema(description = "Absent where it is told in another way, for which the officer answers")
        @Email
        @Size(max = 254)
        String email,

        @NotNull Medium medium,

        @Schema(description = "False keeps it and tells it nothing; true when absent")
        Boolean active) {

    /** Which kind. */
    public enum Medium {
        NEWSPAPER,
        TELEVISION,
        RADIO,
        ONLINE,
        OTHER
    }

    public OutletRequest {
        email = email == null ? "" : email;
        active = active == null || active;
    }

    /** A kept outlet. */
    @Schema(name = "MediaOutlet")
    public record View(
            UUID id, String entityId, String jurisdiction, String name, String email, Medium medium, boolean active) {}
}
