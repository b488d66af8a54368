package org.candor.notification.hhs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.candor.kit.outbox.EventJson;

/** The portal's form as versioned data, in the order of its screens. Values marked unverified are to be checked by a human. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Portal(String form, String version, String source, String lastVerified, List<Screen> screens) {

    /** One screen of the portal. */
    public record Screen(String id, String title, List<Field> fields) {}

    /** The kinds of fields. */
    public enum Type {
        TEXT,
        LONG,
        DATE,
        NUMBER,
        ONE,
        MANY
    }

    /** Asked only when another field has one of these values. */
    public record Condition(String field, List<String> is) {}

    /** @param source {@code SYSTEM} where the product fills it in; an officer's answer goes before that */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(
            String id,
            String label,
            Type type,
            boolean required,
            String source,
            List<String> values,
            String help,
            Integer limit,
            Condition when,
            boolean verified) {}

    static Portal read() {
        try (InputStream in = Portal.class.getResourceAsStream("portal.json")) {
            return EventJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Portal.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Optional<Field> field(String id) {
        return screens.stream()
                .flatMap(screen -> screen.fields().stream())
                .filter(field -> field.id().equals(id))
                .findFirst();
    }
}
