package org.candor.intake.reports;

import java.util.List;
import org.candor.intake.directory.Directory.LegalEntityName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that a form for reports needs, in one language. */
@Schema(
        name = "ReportForm",
        requiredProperties = {
            "language",
            "entities",
            "kinds",
            "relations",
            "channels",
            "media",
            "answerBy",
            "languages",
            "standings",
            "fields",
            "limits",
            "narrativeLimit",
            "nonRetaliation",
            "anonymity",
            "fileAdvice"
        })
public record FormView(
        @Schema(examples = "en") String language,
        List<LegalEntityName> entities,
        List<Choice> kinds,
        List<Choice> relations,
        List<Choice> channels,
        List<Choice> media,

        @Schema(description = "How somebody who gives a name may be answered")
        List<Choice> answerBy,

        @Schema(description = "In which somebody who gives a name may be written to")
        List<Choice> languages,

        @Schema(description = "How a business associate works for the organisation")
        List<Choice> standings,

        @Schema(description = "Fields of a report in the order in which a form may ask for them")
        List<Field> fields,

        Limits limits,

        @Schema(description = "Most characters of a narrative")
        int narrativeLimit,

        @Schema(description = "The promise that nobody may retaliate; show it on every form")
        String nonRetaliation,

        @Schema(description = "What is kept of somebody who gives no name; show it before he decides")
        String anonymity,

        @Schema(description = "What files may tell of their senders; show it where files are added")
        String fileAdvice) {

    /** One choice. */
    @Schema(
            name = "Choice",
            requiredProperties = {"code", "label"})
    public record Choice(String code, String label) {}

    /** One field; parts of a contact are named with a dot. */
    @Schema(
            name = "FormField",
            requiredProperties = {"name", "label", "help", "required", "maxLength"})
    public record Field(
            @Schema(examples = "narrative") String name,
            String label,
            String help,
            boolean required,

            @Schema(description = "Most characters; 0 where it is no text")
            int maxLength) {}

    /** What more is limited. */
    @Schema(
            name = "FormLimits",
            requiredProperties = {"files", "fileBytes", "fileTypes", "messageLength"})
    public record Limits(
            @Schema(description = "Files per report") int files,
            @Schema(description = "Bytes per file") long fileBytes,

            @Schema(description = "Extensions that are taken")
            List<String> fileTypes,

            @Schema(description = "Characters of a message") int messageLength) {

        public Limits {
            fileTypes = List.copyOf(fileTypes);
        }
    }
}
