package org.candor.investigation.cyber.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What STIX 2.1 (OASIS Standard, 10 June 2021) asks of a bundle, section by section. */
class StixBundleTest {

    private static final UUID DRAFT = UUID.fromString("0195a000-0000-7000-8000-0000000000aa");
    private static final Instant AT = Instant.parse("2026-03-11T15:00:00.123456Z");

    /** Section 2.9: object type, two hyphens, a UUID of RFC 4122. */
    private static final String ID =
            "[a-z][a-z0-9-]+[a-z0-9]--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    /** Section 2.16. */
    private static final String TIMESTAMP = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z";

    private static final List<Indicator> INDICATORS = List.of(
            new Indicator(Indicator.Type.IPV4, "198.51.100.7", Optional.of("Command and control")),
            new Indicator(Indicator.Type.URL, "https://evil.example/it's\\here", Optional.empty()),
            new Indicator(Indicator.Type.SHA256, "a".repeat(64), Optional.empty()),
            new Indicator(Indicator.Type.MD5, "b".repeat(32), Optional.empty()));

    private static Map<String, Object> bundle() {
        return StixBundle.of(DRAFT, "larkspur-falls", "City of Larkspur Falls", INDICATORS, AT);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects() {
        return (List<Map<String, Object>>) bundle().get("objects");
    }

    private static List<Map<String, Object>> objects(String type) {
        return objects().stream().filter(one -> one.get("type").equals(type)).toList();
    }

    /** Section 8: a bundle has no spec_version of its own. */
    @Test
    void aBundleHasTypeIdAndObjectsOnly() {
        assertThat(bundle()).containsOnlyKeys("type", "id", "objects").containsEntry("type", "bundle");
        assertThat((String) bundle().get("id")).matches(ID).startsWith("bundle--");
    }

    @Test
    void everyObjectHasItsCommonPropertiesAndAnIdOfItsType() {
        assertThat(objects()).hasSize(2 + INDICATORS.size()).allSatisfy(object -> {
            assertThat(object).containsEntry("spec_version", "2.1").containsKeys("type", "id", "created");
            assertThat((String) object.get("id")).matches(ID).startsWith(object.get("type") + "--");
            assertThat((String) object.get("created")).matches(TIMESTAMP);
        });
        Set<Object> ids =
                new HashSet<>(objects().stream().map(object -> object.get("id")).toList());
        assertThat(ids).hasSize(2 + INDICATORS.size());
    }

    /** Section 4.7: pattern, pattern_type and valid_from are required; references point into the bundle. */
    @Test
    void everyIndicatorHasAPatternAndPointsToWhatIsThere() {
        List<Object> ids = objects().stream().map(object -> object.get("id")).toList();
        assertThat(objects("indicator")).hasSize(INDICATORS.size()).allSatisfy(indicator -> {
            assertThat(indicator)
                    .containsEntry("pattern_type", "stix")
                    .containsEntry("indicator_types", List.of("malicious-activity"))
                    .containsEntry("modified", indicator.get("created"))
                    .containsEntry("valid_from", "2026-03-11T15:00:00.123Z");
            assertThat(ids).contains(indicator.get("created_by_ref"));
            assertThat(ids).containsAll((List<?>) indicator.get("object_marking_refs"));
        });
    }

    /** Section 9.2: a string literal escapes backslash and quote; names of hashes with a hyphen stand in quotes. */
    @Test
    void patternsAreWrittenInTheStixLanguage() {
        assertThat(objects("indicator").stream().map(one -> one.get("pattern")))
                .containsExactly(
                        "[ipv4-addr:value = '198.51.100.7']",
                        "[url:value = 'https://evil.example/it\\'s\\\\here']",
                        "[file:hashes.'SHA-256' = '" + "a".repeat(64) + "']",
                        "[file:hashes.MD5 = '" + "b".repeat(32) + "']");
        assertThat(Arrays.stream(Indicator.Type.values())
                        .map(type -> new Indicator(type, "x", Optional.empty()).pattern()))
                .allMatch(pattern -> pattern.matches("\\[[a-z0-9-]+:[a-zA-Z0-9.'-]+ = 'x']"));
    }

    /** Sections 4.5 and 7.2.1.4. */
    @Test
    void theSenderIsAnOrganisationAndTheMarkingIsThePredefinedOne() {
        assertThat(objects("identity"))
                .singleElement()
                .satisfies(identity -> assertThat(identity)
                        .containsEntry("name", "City of Larkspur Falls")
                        .containsEntry("identity_class", "organization"));
        assertThat(objects("marking-definition"))
                .singleElement()
                .satisfies(marking -> assertThat(marking)
                        .containsEntry("id", "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82")
                        .containsEntry("definition_type", "tlp")
                        .containsEntry("definition", Map.of("tlp", "amber"))
                        .containsEntry("created", "2017-01-20T00:00:00.000Z"));
    }

    @Test
    void theSameDraftGivesTheSameBundle() {
        assertThat(bundle()).isEqualTo(bundle());
    }
}
