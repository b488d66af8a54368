package org.candor.intake.reports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.ReportKind;
import org.candor.intake.reports.decision.Relation;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A report as somebody sends it. */
@Schema(name = "ReportRequest", examples = """
                {"kind": "IMPROPER_USE_OR_DISCLOSURE", "relation": "WORKFORCE", "channel": "ONLINE", "medium": "ELECTRONIC",
                 "happenedAt": "2026-03-02T08:00:00-06:00", "learnedAt": "2026-03-02T13:00:00-06:00", "phiPossible": true,
                 "systems": ["billing export job"], "narrative": "A spreadsheet went to a vendor that should not have it."}""")
public record ReportRequest(
        @CleanText(max = 63)
        @Schema(description = "Needed only where the installation serves several entities", examples = "larkspur-falls")
        String entityId,

        @NotNull ReportKind kind,
        @NotNull Relation relation,
        @NotNull Channel channel,
        @Schema(description = "UNKNOWN unless said") Medium medium,

        @Schema(description = "When it happened, with offset")
        OffsetDateTime happenedAt,

        @Schema(description = "When the reporter learned of it, with offset; the 24 hours count from here")
        OffsetDateTime learnedAt,

        @NotNull @Schema(description = "Whether health information may be involved; say true when in doubt")
        Boolean phiPossible,

        @Schema(description = "false unless said") Boolean urgent,

        @Schema(description = "Marks an exercise; officers only")
        Boolean drill,

        @CleanText(max = 500) PersonalText place,
        @Size(max = 50) List<@NotNull @CleanText(max = 200) String> systems,

        @Size(max = 50)
        @Schema(
                description =
                        "Persons who may be involved: user id, mailbox or full name. They will not see the report")
        List<@NotNull @CleanText(max = 200) PersonalText> implicated,

        @Schema(description = "An officer takes it down for somebody; who it was is not kept unless he gives a name")
        Boolean onBehalf,

        @CleanText(max = 1000) @Schema(description = "Why it comes later than 24 hours after learning of it")
        PersonalText latenessReason,

        @Schema(description = "Of a report about retaliation: the incident id of the report it follows")
        UUID follows,

        @CleanText(max = 40)
        @Schema(
                description =
                        "Of a report about retaliation: the receipt of the report it follows, where its id is not known")
        PersonalText followsReceipt,

        @Valid @Schema(description = "What a business associate knows of its discovery")
        AssociateNotice associate,

        @NotNull @CleanText(max = ReportRequest.NARRATIVE_LIMIT)
        PersonalText narrative,

        @Valid @Schema(description = "For whoever gives his name; no token is needed. Leave out to stay anonymous")
        ContactRequest contact) {

    static final int NARRATIVE_LIMIT = 50_000;

    boolean isDrill() {
        return Boolean.TRUE.equals(drill);
    }

    /** In which whoever reports is spoken to. */
    String languageOr(Locale locale) {
        return contact == null ? locale.getLanguage() : contact.languageOr(locale);
    }

    boolean isOnBehalf() {
        return Boolean.TRUE.equals(onBehalf);
    }

    ReportDetails details(String reporter) {
        return new ReportDetails(
                narrative.value(),
                place == null ? "" : place.value(),
                systemsOrNone(),
                implicatedTexts(),
                reporter,
                latenessReason == null ? "" : latenessReason.value());
    }

    List<String> systemsOrNone() {
        return systems == null ? List.of() : systems;
    }

    List<String> implicatedTexts() {
        return implicated == null
                ? List.of()
                : implicated.stream().map(PersonalText::value).toList();
    }

    Optional<Instant> happened() {
        return Optional.ofNullable(happenedAt).map(OffsetDateTime::toInstant);
    }

    Optional<Instant> learned() {
        return Optional.ofNullable(learnedAt).map(OffsetDateTime::toInstant);
    }
}
