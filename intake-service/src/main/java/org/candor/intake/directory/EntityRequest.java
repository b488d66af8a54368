package org.candor.intake.directory;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.candor.events.DirectoryEvent.EntityKind;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A legal entity as an administrator writes it. */
@Schema(name = "LegalEntityRequest")
public record EntityRequest(
        @NotNull @CleanText(max = 200) @Schema(examples = "City of Larkspur Falls")
        String name,

        @NotNull EntityKind kind,

        @NotNull @CleanText(max = 200) @Schema(examples = "100 Depot Street")
        String street,

        @NotNull @CleanText(max = 100) @Schema(examples = "Larkspur Falls")
        String city,

        @NotNull @Pattern(regexp = "[A-Z]{2}", message = "two capital letters") @Schema(examples = "WI")
        String state,

        @NotNull
        @Pattern(regexp = "\\d{5}(-\\d{4})?", message = "five digits, or nine with a hyphen")
        @Schema(examples = "53999")
        String zip,

        @NotNull @CleanText(max = 60) @Schema(description = "IANA name", examples = "America/Chicago")
        String timeZone,

        @Pattern(regexp = "\\+1\\d{10}", message = "E.164 with country code 1") @Schema(examples = "+18005550143")
        String tollFree,

        @NotNull @Email @CleanText(max = 200) @Schema(examples = "privacy@larkspurfalls.example")
        String email,

        @CleanText(max = 200) @Schema(examples = "https://www.larkspurfalls.example")
        String website) {}
