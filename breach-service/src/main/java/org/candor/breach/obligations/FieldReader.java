package org.candor.breach.obligations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.candor.breach.obligations.FactsReader.Fault;
import org.candor.breach.obligations.decision.Moment;

/** Reads single fields of JSON, and keeps what is wrong with them and which of them nobody knows. */
final class FieldReader {

    /** Somebody may have known, a wrongdoer above all, long before there was a rule; no living person knew before this day. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
    /** About the whole population; more is a typing error. */
    private static final long MOST_PEOPLE = 330_000_000;

    private static final int LONGEST_TEXT = 500;
    /** Enough to correct a form; a body of nothing but faults is not answered with a list of them. */
    private static final int MOST_FAULTS = 100;

    private final List<Fault> faults = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** JSON Pointers of the fields that nobody knows. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    /** What is recorded is acted on: a misspelt field must not be lost. */
    void refuseUnknown() {
        unknown.forEach(pointer -> fault(pointer, "is not known here"));
    }

    Optional<LocalDate> day(JsonNode parent, String pointer, String field) {
        return parsed(parent, pointer, field, "must be a day such as 2026-03-02", FieldReader::dayOf);
    }

    Optional<Moment> moment(JsonNode parent, String pointer, String field) {
        return parsed(
                parent,
                pointer,
                field,
                "must be a day such as 2026-03-02 or an instant with its offset such as 2026-03-02T09:30:00Z",
                text -> text.length() == 10 ? new Moment.OnDay(dayOf(text)) : new Moment.AtInstant(instantOf(text)));
    }

    private static LocalDate dayOf(String text) {
        return inRange(LocalDate.parse(text));
    }

    private static Instant instantOf(String text) {
        OffsetDateTime moment = OffsetDateTime.parse(text);
        inRange(moment.toLocalDate());
        return moment.toInstant();
    }

    private static LocalDate inRange(LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw new DateTimeParseException("must lie between " + FIRST_DAY + " and " + LAST_DAY, "", 0);
        }
        return day;
    }

    private <T> Optional<T> parsed(
            JsonNode parent, String pointer, String field, String expected, Function<String, T> parser) {
        Optional<String> text = text(parent, pointer, field);
        try {
            return text.map(parser);
        } catch (DateTimeParseException e) {
            boolean range = e.getMessage().startsWith("must lie");
            fault(pointer + "/" + field, range ? e.getMessage() : expected);
            return Optional.empty();
        }
    }

    Optional<Long> count(JsonNode parent, String pointer, String field, long least) {
        return number(parent, pointer, field, least, MOST_PEOPLE);
    }

    Optional<Long> number(JsonNode parent, String pointer, String field, long least, long most) {
        JsonNode node = present(parent, field);
        if (node == null) {
            return Optional.empty();
        }
        boolean fits = node.isIntegralNumber() && node.canConvertToLong();
        if (!fits || node.longValue() < least || node.longValue() > most) {
            fault(pointer + "/" + escaped(field), "must be a whole number from " + least + " to " + most);
            return Optional.empty();
        }
        return Optional.of(node.longValue());
    }

    boolean flag(JsonNode parent, String pointer, String field, boolean otherwise) {
        JsonNode node = present(parent, field);
        if (node != null && !node.isBoolean()) {
            fault(pointer + "/" + field, "must be true or false");
        }
        return node == null ? otherwise : node.booleanValue();
    }

    <E extends Enum<E>> Optional<E> choice(JsonNode parent, String pointer, String field, Class<E> type) {
        Optional<String> text = text(parent, pointer, field);
        for (E constant : type.getEnumConstants()) {
            if (text.isPresent() && constant.name().equals(text.get())) {
                return Optional.of(constant);
            }
        }
        if (text.isPresent()) {
            fault(pointer + "/" + field, "must be one of " + List.of(type.getEnumConstants()));
        }
        return Optional.empty();
    }

    Optional<String> text(JsonNode parent, String pointer, String field) {
        JsonNode node = present(parent, field);
        if (node == null) {
            return Optional.empty();
        }
        boolean fits = node.isTextual()
                && node.textValue().length() <= LONGEST_TEXT
                && node.textValue().chars().noneMatch(Character::isISOControl);
        if (!fits) {
            fault(pointer + "/" + field, "must be a text of at most " + LONGEST_TEXT + " printable characters");
            return Optional.empty();
        }
        return Optional.of(node.textValue());
    }

    List<JsonNode> list(JsonNode parent, String field, int most) {
        JsonNode node = present(parent, field);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > most) {
            fault("/" + field, "must be a list of at most " + most + " entries");
            return List.of();
        }
        List<JsonNode> entries = new ArrayList<>(node.size());
        node.forEach(entries::add);
        return entries;
    }

    JsonNode object(JsonNode parent, String field, Set<String> fields) {
        JsonNode node = present(parent, field);
        if (node == null || !isObject(node, "/" + field)) {
            return null;
        }
        noteUnknown(node, "/" + field, fields);
        return node;
    }

    boolean isObject(JsonNode node, String pointer) {
        if (!node.isObject()) {
            fault(pointer, "must be an object");
        }
        return node.isObject();
    }

    static JsonNode present(JsonNode parent, String field) {
        JsonNode node = parent.get(field);
        return node == null || node.isNull() ? null : node;
    }

    <T> Optional<T> required(Optional<T> value, String pointer) {
        if (value.isEmpty()
                && faults.stream().noneMatch(fault -> fault.pointer().equals(pointer))) {
            fault(pointer, "is required");
        }
        return value;
    }

    void noteUnknown(JsonNode node, String pointer, Set<String> fields) {
        node.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name) && unknown.size() < MOST_FAULTS) {
                unknown.add(pointer + "/" + escaped(name));
            }
        });
    }

    static String escaped(String name) {
        String shortened = name.length() > 20 ? name.substring(0, 20) : name;
        return shortened.replace("~", "~0").replace("/", "~1");
    }

    void fault(String pointer, String message) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(pointer, message));
        }
    }
}
