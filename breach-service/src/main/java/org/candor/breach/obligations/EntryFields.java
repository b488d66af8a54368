package org.candor.breach.obligations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.candor.breach.obligations.decision.RuleDataRefused;

/** The fields of one entry of a rule file; what is of the wrong kind is refused with the place of the entry. */
class EntryFields {

    private final JsonNode node;
    private final String place;
    private final String name;

    EntryFields(JsonNode node, String place) {
        this.node = node;
        this.place = place;
        this.name = node.path("id").asText(node.path("code").asText("without id"));
    }

    JsonNode node() {
        return node;
    }

    /** File and line. */
    String place() {
        return place;
    }

    /** Its id or code. */
    String name() {
        return name;
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        list(field).forEach(text -> texts.add(words(text, field)));
        return texts;
    }

    JsonNode list(String field) {
        JsonNode list = node.path(field);
        if (!list.isMissingNode() && !list.isArray()) {
            throw refused(field + " is no list");
        }
        return list;
    }

    JsonNode object(JsonNode value, String field) {
        if (!value.isObject()) {
            throw refused(field + " holds something that is no object");
        }
        return value;
    }

    void refuseUnknown(JsonNode object, Set<String> fields) {
        object.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                throw refused("unknown field " + field);
            }
        });
    }

    String text(String field) {
        return optionalText(field).orElseThrow(() -> refused(field + " is absent"));
    }

    Optional<String> optionalText(String field) {
        return node.has(field) ? Optional.of(words(node.get(field), field)) : Optional.empty();
    }

    String words(JsonNode value, String field) {
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw refused(field + " is no text");
        }
        return value.textValue();
    }

    boolean flag(String field) {
        if (node.has(field) && !node.get(field).isBoolean()) {
            throw refused(field + " is neither true nor false");
        }
        return node.path(field).booleanValue();
    }

    OptionalInt number(String field) {
        return node.has(field) ? OptionalInt.of(wholeNumber(node.get(field), field)) : OptionalInt.empty();
    }

    int wholeNumber(JsonNode value, String field) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw refused(field + " is no whole number");
        }
        return value.intValue();
    }

    LocalDate date(String field) {
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeParseException e) {
            throw refused(field + " is no day: " + e.getParsedString());
        }
    }

    <E extends Enum<E>> E choice(Class<E> type, String value) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw refused("unknown " + type.getSimpleName().toLowerCase(Locale.ROOT) + " " + value);
    }

    RuleDataRefused refused(String what) {
        return new RuleDataRefused(place, name, what);
    }
}
