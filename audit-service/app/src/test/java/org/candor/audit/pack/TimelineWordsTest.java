package org.candor.audit.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.candor.events.Fact;
import org.candor.events.Topic;
import org.junit.jupiter.api.Test;

class TimelineWordsTest {

    private static final ResourceBundle ENGLISH = bundle(Locale.ROOT);
    private static final ResourceBundle SPANISH = bundle(Locale.forLanguageTag("es"));

    @Test
    void hasWordsForEveryFactThatIsNoAccess() {
        List<String> facts = Arrays.stream(Topic.values())
                .filter(topic -> topic != Topic.ACCESS && topic != Topic.CHECKPOINT)
                .flatMap(topic -> topic.facts().stream())
                .map(fact -> "fact." + fact.getAnnotation(Fact.class).value())
                .distinct()
                .toList();
        assertThat(ENGLISH.keySet()).containsAll(facts);
    }

    @Test
    void saysEverythingInBothLanguages() {
        assertThat(SPANISH.keySet()).isEqualTo(ENGLISH.keySet());
        assertThat(ENGLISH.keySet())
                .filteredOn(key -> !List.of("column.place").contains(key))
                .allSatisfy(key -> assertThat(SPANISH.getString(key)).isNotEqualTo(ENGLISH.getString(key)));
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "org.candor.audit.pack.timeline",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
