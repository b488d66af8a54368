package org.candor.notification.media;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which outlets of a jurisdiction get the release. */
@Schema(examples = """
                {"jurisdiction": "WI", "outlets": [{"name": "Larkspur Falls Courier", "email": "news@courier.example"},
                                                   {"name": "Channel 9", "email": "desk@channel9.example"}]}
                """)
public record MediaRequest(
        @NotNull @Pattern(regexp = "[A-Z]{2}", message = "two-letter postal code")
        String jurisdiction,

        @Schema(description = "Absent: all active outlets that are kept for the jurisdiction") @Size(min = 1, max = 100)
        List<@Valid @NotNull Outlet> outlets) {

    /** An outlet; without a mailbox it was told in another way, for which the officer answers. */
    public record Outlet(
            @NotNull @CleanText(max = 200) String name,
            @Email @Size(max = 254) String email) {}
}
