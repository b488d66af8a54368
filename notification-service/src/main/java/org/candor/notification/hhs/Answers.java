package org.candor.notification.hhs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers by field id; a field with several values has several, every other one. Pure. */
record Answers(Map<String, List<String>> values) {

    private static final int LONGEST_TEXT = 500;

    Answers {
        values = Map.copyOf(values);
    }

    /** The officer's answers before what the product knows. */
    Answers over(Answers known) {
        Map<String, List<String>> merged = new LinkedHashMap<>(known.values);
        merged.putAll(values);
        merged.values().removeIf(List::isEmpty);
        return new Answers(merged);
    }

    List<String> of(Portal.Field field) {
        return values.getOrDefault(field.id(), List.of());
    }

    boolean asked(Portal.Field field) {
        return field.when() == null
                || values.getOrDefault(field.when().field(), List.of()).stream()
                        .anyMatch(field.when().is()::contains);
    }

    /** Ids of required fields that are asked and have no answer, in screen order. */
    List<String> missing(Portal portal) {
        return portal.screens().stream()
                .flatMap(screen -> screen.fields().stream())
                .filter(field -> field.required() && asked(field) && of(field).isEmpty())
                .map(Portal.Field::id)
                .toList();
    }

    /** Ids of fields that the portal does not have, or whose value it would not take. */
    List<String> wrong(Portal portal) {
        List<String> wrong = new ArrayList<>();
        values.forEach((id, answer) -> {
            if (portal.field(id).filter(field -> fits(field, answer)).isEmpty()) {
                wrong.add(id);
            }
        });
        return wrong.stream().sorted().toList();
    }

    private static boolean fits(Portal.Field field, List<String> answer) {
        if (field.type() != Portal.Type.MANY && answer.size() > 1) {
            return false;
        }
        return answer.stream().allMatch(value -> switch (field.type()) {
            case ONE, MANY -> field.values().contains(value);
            case DATE -> isDay(value);
            case NUMBER -> value.matches("\\d{1,9}");
            case TEXT, LONG -> isText(value, field.limit() == null ? LONGEST_TEXT : field.limit());
        });
    }

    private static boolean isText(String value, int limit) {
        return !value.isBlank()
                && value.codePointCount(0, value.length()) <= limit
                && value.codePoints().noneMatch(point -> Character.isISOControl(point) && point != '\n');
    }

    private static boolean isDay(String value) {
        try {
            return LocalDate.parse(value) != null;
        } catch (DateTimeException notADay) {
            return false;
        }
    }
}
