package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.candor.events.ReportKind;
import org.candor.intake.directory.Directory;
import org.candor.intake.directory.Directory.LegalEntityName;
import org.candor.intake.reports.decision.Relation;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All choices of a report with labels in English or Spanish (by Accept-Language), so that no client hard-codes them. */
@Path("/form")
@Tag(name = "form")
public class FormResource {

    private final Directory directory;

    FormResource(Directory directory) {
        this.directory = directory;
    }

    /** One choice. */
    @Schema(name = "Choice")
    public record Choice(String code, String label) {}

    /** The form's metadata. */
    @Schema(name = "ReportForm")
    public record FormView(
            String language,
            List<LegalEntityName> entities,
            List<Choice> kinds,
            List<Choice> relations,
            List<Choice> channels,
            List<Choice> media,

            @Schema(description = "Most characters of a narrative")
            int narrativeLimit,

            String nonRetaliation) {}

    @GET
    @PermitAll
    @Operation(operationId = "readForm", summary = "Choices, limits and the non-retaliation statement")
    public Uni<FormView> form(@Context HttpHeaders headers) {
        Locale locale = Languages.of(headers);
        return Transactions.read(directory::names).map(entities -> form(locale, entities));
    }

    private static FormView form(Locale locale, List<LegalEntityName> entities) {
        ResourceBundle labels = ResourceBundle.getBundle(
                "form", locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new FormView(
                locale.getLanguage(),
                entities,
                choices(labels, ReportKind.values()),
                choices(labels, Relation.values()),
                choices(labels, Channel.values()),
                choices(labels, Medium.values()),
                ReportRequest.NARRATIVE_LIMIT,
                "es".equals(locale.getLanguage()) ? Statement.NON_RETALIATION_ES : Statement.NON_RETALIATION);
    }

    private static List<Choice> choices(ResourceBundle labels, Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> new Choice(
                        value.name(), labels.getString(value.getClass().getSimpleName() + "." + value.name())))
                .toList();
    }
}
