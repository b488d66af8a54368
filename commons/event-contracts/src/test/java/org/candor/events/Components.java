package org.candor.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What the components of a record are, and what they are called. */
final class Components {

    private static final Set<Class<?>> VALUES = Set.of(
            UUID.class, String.class, Instant.class, LocalDate.class, boolean.class, int.class, long.class, Long.class);

    /** Words that stand for a person or for what somebody told. */
    private static final Set<String> TELLING = Set.of(
            "name",
            "names",
            "narrative",
            "description",
            "story",
            "statement",
            "text",
            "comment",
            "remarks",
            "details",
            "email",
            "mail",
            "mailbox",
            "phone",
            "telephone",
            "toll",
            "fax",
            "address",
            "street",
            "city",
            "zip",
            "website",
            "birth",
            "born",
            "age",
            "sex",
            "ssn",
            "mrn",
            "account",
            "license",
            "patient",
            "victim",
            "individual",
            "resident",
            "reporter",
            "complainant",
            "witness",
            "employee",
            "diagnosis",
            "condition",
            "medication",
            "treatment",
            "ip");

    private Components() {}

    /** Every component of the record and of the records inside it. */
    static Stream<RecordComponent> of(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> Stream.concat(
                        Stream.of(component),
                        records(component.getGenericType()).flatMap(Components::of)));
    }

    /** True for plain values, enums, records, and lists and maps of those; never for {@code Object} or a raw type. */
    static boolean allowed(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Set.<Type>of(List.class, Map.class).contains(generic.getRawType())
                    && Arrays.stream(generic.getActualTypeArguments()).allMatch(Components::allowed);
        }
        return type instanceof Class<?> plain && (VALUES.contains(plain) || plain.isEnum() || plain.isRecord());
    }

    /** True when a word of the name stands for a person or for what somebody told. */
    static boolean telling(String componentName) {
        return Arrays.stream(componentName.split("(?=[A-Z])"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(TELLING::contains);
    }

    /** The records and enums that a component's type names. */
    static Stream<Class<?>> named(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).flatMap(Components::named);
        }
        return type instanceof Class<?> plain && (plain.isRecord() || plain.isEnum())
                ? Stream.of(plain)
                : Stream.empty();
    }

    private static Stream<Class<?>> records(Type type) {
        return named(type).filter(Class::isRecord);
    }
}
