package org.candor.notification.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.candor.notification.text.decision.Checklist;
import org.candor.notification.text.decision.DataKind;
import org.candor.notification.text.decision.NoticeContent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text with what was measured and what is missing. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TextView(
        UUID id,
        @Schema(examples = "4-III-B") String template,
        @Schema(examples = "en") String language,

        @Schema(description = "Counts up with every approved text")
        int number,

        @Schema(enumeration = {"DRAFT", "APPROVED"}) String state,

        Content content,
        Reading reading,

        @Schema(description = "Elements that approval still asks for")
        List<NoticeContent.Missing> missing,

        @Schema(description = "What the duties of the breach ask of this text, federal law first")
        List<ElementView> elements,

        @Schema(description = "Version of the form in the catalogue", examples = "2026-11")
        String templateVersion,

        String author,
        String approver,
        Instant approvedAt,

        @Schema(description = "SHA-256 of the frozen generic copy, hexadecimal")
        String genericCopySha256) {

    /** The elements as drafted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Content(
            String whatHappened,
            LocalDate breachOn,
            LocalDate discoveredOn,
            List<DataKind> dataKinds,
            String otherData,
            String steps,
            String response,
            NoticeContent.Contact contact,
            String signerName,
            String signerTitle) {}

    /** How plainly it is written. */
    public record Reading(
            @Schema(examples = "flesch-kincaid-grade") String measure, double value, boolean plain, String reason) {}

    /** One element. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NoticeElement")
    public record ElementView(
            @Schema(description = "Name it under confirmed to answer for it")
            UUID id,

            @Schema(examples = "CA") String jurisdiction,
            String citation,
            String wording,

            @Schema(description = "False for what must not stand in it")
            boolean must,

            Checklist.Status status,

            @Schema(description = "Section of HIPAA that asks for what this forbids")
            String collidesWith) {

        static ElementView of(Checklist.Item item) {
            return new ElementView(
                    item.element().id(),
                    item.element().jurisdiction(),
                    item.element().citation(),
                    item.element().wording(),
                    item.element().must(),
                    item.status(),
                    item.collidesWith().orElse(null));
        }
    }

    static TextView of(Drafting.Shown shown) {
        NoticeTextRow row = shown.row();
        NoticeContent content = row.content();
        return new TextView(
                row.id,
                row.template,
                row.language,
                row.number,
                row.state,
                content(content),
                new Reading(row.measure, row.measured, row.plain, row.readingReason),
                content.missing(row.template() == Template.POSTING),
                shown.checklist().items().stream().map(ElementView::of).toList(),
                row.templateVersion,
                row.author,
                row.approver,
                row.approvedAt,
                row.genericSha256 == null ? null : HexFormat.of().formatHex(row.genericSha256));
    }

    private static Content content(NoticeContent content) {
        return new Content(
                content.whatHappened(),
                content.breachOn().orElse(null),
                content.discoveredOn().orElse(null),
                content.dataKinds(),
                content.otherData(),
                content.steps(),
                content.response(),
                content.contact(),
                content.signerName(),
                content.signerTitle());
    }
}
