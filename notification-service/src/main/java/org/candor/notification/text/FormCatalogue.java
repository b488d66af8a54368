package org.candor.notification.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.candor.kit.outbox.EventJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The catalogue of forms (G-21): the seven of the policy and the texts that notices beside them need, with versions. */
@Schema(name = "FormCatalogue")
public record FormCatalogue(List<Form> forms) {

    static final FormCatalogue READ = read();

    /**
     * One form.
     *
     * @param madeBy service that fills it
     * @param changes what each version changed, newest first
     */
    public record Form(
            @Schema(examples = "4-III-B") String id,
            String name,
            String nombre,
            @Schema(examples = "2026-11") String version,
            @Schema(examples = "notification") String madeBy,
            List<String> languages,
            String basis,
            List<String> changes) {}

    String version(Template template) {
        return forms.stream()
                .filter(form -> form.id().equals(template.id()))
                .map(Form::version)
                .findFirst()
                .orElseThrow();
    }

    private static FormCatalogue read() {
        try (InputStream in = FormCatalogue.class.getResourceAsStream("forms.json")) {
            return EventJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), FormCatalogue.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
