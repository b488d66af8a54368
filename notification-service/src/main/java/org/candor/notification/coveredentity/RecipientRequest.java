package org.candor.notification.coveredentity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.stream.Stream;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who a covered entity is and how it is reached; sealed where it is kept. */
@Schema(name = "CoveredEntityRecipient", examples = """
                {"name": "Harbor Clinic", "attention": "Privacy Officer", "street": "8 Pier Road", "city": "Larkspur Falls",
                 "state": "WI", "zip": "54901", "email": "privacy@harbor-clinic.example"}
                """)
public record RecipientRequest(
        @NotNull @CleanText(max = 200) PersonalText name,

        @Schema(description = "To whose attention there") @CleanText(max = 200)
        PersonalText attention,

        @Schema(description = "Needed for a letter, as are city, state and ZIP code") @CleanText(max = 200)
        PersonalText street,

        @CleanText(max = 200) PersonalText street2,
        @CleanText(max = 100) PersonalText city,

        @Schema(examples = "WI") @Pattern(regexp = "[A-Z]{2}")
        String state,

        @Schema(examples = "54901") @Pattern(regexp = "\\d{5}(-\\d{4})?")
        String zip,

        @Schema(description = "Needed for an e-mail, which names no individual") @CleanText(max = 254)
        PersonalText email) {

    static final String PLACE = "covered_entity.sealed";

    boolean hasAddress() {
        return street != null && city != null && state != null && zip != null;
    }

    /** Lines as on an envelope; without an address the name alone. */
    List<String> lines() {
        Stream<String> place = hasAddress()
                ? Stream.of(text(street), text(street2), text(city) + ", " + state + " " + zip)
                : Stream.of();
        return Stream.concat(Stream.of(text(name), text(attention)), place)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String text(PersonalText text) {
        return text == null ? "" : text.value().strip();
    }
}
