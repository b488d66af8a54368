package org.candor.notification.text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.notification.text.decision.DataKind;
import org.candor.notification.text.decision.NoticeContent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A draft. What is missing may be added later; approval asks for everything. */
@Schema(examples = """
                {"whatHappened": "On November 18 a computer job sent a file to the wrong company by e-mail.",
                 "breachOn": "2026-11-18", "discoveredOn": "2026-11-21", "dataKinds": ["NAME", "DATE_OF_BIRTH", "TREATMENT"],
                 "steps": "Read the bills you get. Call us if you see care that you did not have.",
                 "response": "We stopped the job the same day. The company has deleted the file.",
                 "contact": {"tollFree": "+18005550142", "email": "privacy@larkspur-falls.example",
                             "postal": "Privacy Officer, 100 Main Street, Larkspur Falls, WI 54999"},
                 "signerName": "Dana Whitfield", "signerTitle": "Privacy Officer"}
                """)
public record TextRequest(
        @Size(max = 6000) @Pattern(regexp = TextRequest.CLEAN)
        String whatHappened,

        @Schema(description = "Day of the breach, as far as known")
        LocalDate breachOn,

        @Schema(description = "Day of discovery; by default the one of the obligations")
        LocalDate discoveredOn,

        @Size(max = 15) List<DataKind> dataKinds,

        @Schema(description = "Which other kind; needed with OTHER")
        @Size(max = 200)
        @Pattern(regexp = TextRequest.CLEAN)
        String otherData,

        @Schema(description = "What individuals should do; a line that begins with a hyphen is an item of a list")
        @Size(max = 6000)
        @Pattern(regexp = TextRequest.CLEAN)
        String steps,

        @Schema(description = "What the organisation does to investigate, to mitigate and to protect")
        @Size(max = 6000)
        @Pattern(regexp = TextRequest.CLEAN)
        String response,

        @Valid ContactRequest contact,

        @Size(max = 100) @Pattern(regexp = TextRequest.CLEAN)
        String signerName,

        @Size(max = 100) @Pattern(regexp = TextRequest.CLEAN)
        String signerTitle,

        @Schema(description = "Why the text is harder than plain language; needed only when it is")
        @Size(max = 500)
        @Pattern(regexp = TextRequest.CLEAN)
        String readingReason,

        @Schema(description = "Ids of elements of State law that the author answers for; see elements of the text")
        @Size(max = 200)
        List<@NotNull UUID> confirmed) {

    static final String CLEAN = "[\\P{Cntrl}\\n\\r\\t]*";

    /** At least one way is needed for approval. */
    record ContactRequest(
            @Schema(description = "E.164", examples = "+18005550142")
            @Pattern(regexp = "|\\+[1-9]\\d{6,14}", message = "must be a number such as +18005550142")
            String tollFree,

            @Size(max = 254) @Pattern(regexp = TextRequest.CLEAN)
            String email,

            @Size(max = 300) @Pattern(regexp = "|https?://[^\\s\"<>]+", message = "must begin with https://")
            String website,

            @Size(max = 300) @Pattern(regexp = TextRequest.CLEAN)
            String postal) {}

    NoticeContent content(LocalDate discoveryOfTheBreach) {
        return new NoticeContent(
                text(whatHappened),
                Optional.ofNullable(breachOn),
                Optional.ofNullable(discoveredOn == null ? discoveryOfTheBreach : discoveredOn),
                dataKinds == null ? List.of() : dataKinds.stream().distinct().toList(),
                text(otherData),
                text(steps),
                text(response),
                contact == null
                        ? new NoticeContent.Contact("", "", "", "")
                        : new NoticeContent.Contact(
                                text(contact.tollFree),
                                text(contact.email),
                                text(contact.website),
                                text(contact.postal)),
                text(signerName),
                text(signerTitle));
    }

    List<UUID> confirmedElements() {
        return confirmed == null
                ? List.of()
                : confirmed.stream().distinct().sorted().toList();
    }

    static String text(String value) {
        return value == null ? "" : value.strip();
    }
}
