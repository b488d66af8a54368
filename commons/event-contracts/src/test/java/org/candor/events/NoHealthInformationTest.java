package org.candor.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events carry ids, classifications, counts and dates; nothing has a place for a narrative or for who reported. */
class NoHealthInformationTest {

    /** The organisation's own and public data. */
    private static final Set<String> DIRECTORY = Set.of(
            "EntityChanged.name",
            "EntityChanged.street",
            "EntityChanged.city",
            "EntityChanged.zip",
            "EntityChanged.tollFree",
            "EntityChanged.email",
            "EntityChanged.website",
            "DelegateChanged.displayName",
            "DelegateChanged.mailbox",
            "OfficerChanged.displayName",
            "OfficerChanged.mailbox");

    static Stream<Facts> facts() {
        return Facts.all();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void holdsOnlyPlainValues(Facts given) {
        assertThat(Components.of(given.fact()))
                .allSatisfy(component -> assertThat(Components.allowed(component.getGenericType()))
                        .as(place(component))
                        .isTrue());
    }

    @Test
    void onlyTheDirectoryHasComponentsWithTellingNames() {
        assertThat(Facts.all()
                        .flatMap(given -> Components.of(given.fact()))
                        .filter(component -> Components.telling(component.getName()))
                        .map(NoHealthInformationTest::place)
                        .collect(Collectors.toSet()))
                .isEqualTo(DIRECTORY);
    }

    @Test
    void refusesWhatARecordMustNotHave() {
        assertThat(Components.of(Telling.class).filter(component -> !Components.allowed(component.getGenericType())))
                .extracting(RecordComponent::getName)
                .containsExactly("anything", "bytes", "nested", "ids");
        assertThat(Components.of(Telling.class).filter(component -> Components.telling(component.getName())))
                .extracting(RecordComponent::getName)
                .containsExactly("patientName", "reporter");
    }

    /** Has everything that a fact must not have. */
    record Telling(Object anything, byte[] bytes, Map<String, List<Object>> nested, Set<UUID> ids, List<Inner> inner) {

        record Inner(String patientName, UUID reporter, String ruleId) {}
    }

    private static String place(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }
}
