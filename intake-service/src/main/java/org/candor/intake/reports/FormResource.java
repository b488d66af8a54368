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
import org.candor.intake.files.FileLimits;
import org.candor.intake.files.decision.FileType;
import org.candor.intake.mailbox.MessageLimits;
import org.candor.intake.reports.FormView.Choice;
import org.candor.intake.reports.FormView.Limits;
import org.candor.intake.reports.decision.AnswerBy;
import org.candor.intake.reports.decision.Relation;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All choices of a report with labels in English or Spanish (by Accept-Language), so that no client hard-codes them. */
@Path("/form")
@Tag(name = "form")
public class FormResource {

    /** Those of every page and letter. */
    private static final List<String> LANGUAGES = List.of("en", "es");

    private final Directory directory;

    FormResource(Directory directory) {
        this.directory = directory;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "readForm",
            summary =
                    "Choices with labels, fields with help, limits and the non-retaliation statement, in English or Spanish",
            description =
                    "The language follows Accept-Language. Clients show these words instead of words of their own.")
    public Uni<FormView> form(@Context HttpHeaders headers) {
        Locale locale = Languages.of(headers);
        return Transactions.read(directory::now).map(known -> form(locale, known.names()));
    }

    private static FormView form(Locale locale, List<LegalEntityName> entities) {
        ResourceBundle words = ResourceBundle.getBundle(
                "form", locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new FormView(
                locale.getLanguage(),
                entities,
                choices(words, ReportKind.values()),
                choices(words, Relation.values()),
                choices(words, Channel.values()),
                choices(words, Medium.values()),
                choices(words, AnswerBy.values()),
                LANGUAGES.stream()
                        .map(code -> new Choice(code, words.getString("Language." + code)))
                        .toList(),
                choices(words, Standing.values()),
                Stream.of(FormField.values()).map(field -> field.view(words)).toList(),
                new Limits(FileLimits.MOST, FileLimits.LARGEST, FileType.allExtensions(), MessageLimits.LONGEST),
                ReportRequest.NARRATIVE_LIMIT,
                Statement.nonRetaliation(locale),
                words.getString("anonymity"),
                words.getString("fileAdvice"));
    }

    private static List<Choice> choices(ResourceBundle words, Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> new Choice(
                        value.name(), words.getString(value.getClass().getSimpleName() + "." + value.name())))
                .toList();
    }
}
