package org.candor.notification.hhs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.candor.kit.outbox.EventJson;

/** The portal's form as versioned data, in the order of its screens. Values marked unverified are to be checked by a human. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Portal(String form, String version, String source, String lastVerified, List<Screen> screens) {

    /** One screen of the portal; the note is what it tells without asking. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Screen(String id, String title, String note, List<Field> fields) {}

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
            boolean verified,
            Twin part2) {

        /** The field in the form for Part 2 records. */
        Field twin(UnaryOperator<Condition> conditions) {
            Condition asked = when == null ? null : conditions.apply(when);
            return new Field(
                    id,
                    part2 == null || part2.label() == null ? label : part2.label(),
                    type,
                    required,
                    source,
                    part2 == null || part2.values() == null ? values : part2.values(),
                    help,
                    limit,
                    asked,
                    verified,
                    null);
        }
    }

    /** What the form for Part 2 records calls otherwise; an absent part is the same. */
    public record Twin(String label, List<String> values) {}

    /** The form for that report: the wizard for Part 2 records is the same but for its words. */
    Portal of(Report report) {
        return report == Report.HIPAA
                ? this
                : new Portal(
                        form,
                        version,
                        source,
                        lastVerified,
                        screens.stream()
                                .map(screen -> new Screen(
                                        screen.id(),
                                        screen.title(),
                                        screen.note(),
                                        screen.fields().stream()
                                                .map(field -> field.twin(this::twin))
                                                .toList()))
                                .toList());
    }

    /** A condition names values by their words, so it follows them. */
    private Condition twin(Condition condition) {
        Field asked = field(condition.field()).orElseThrow();
        if (asked.part2() == null || asked.part2().values() == null) {
            return condition;
        }
        return new Condition(
                condition.field(),
                condition.is().stream()
                        .map(value -> asked.part2().values().get(asked.values().indexOf(value)))
                        .toList());
    }

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
