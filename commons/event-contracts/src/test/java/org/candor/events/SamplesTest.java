package org.candor.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static Stream<Facts> facts() {
        return Facts.all();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void readsIntoItsRecordAndIsWrittenBackTheSame(Facts given) throws JsonProcessingException {
        String sample = Samples.of(given.topic(), given.fact());

        Event fact = STRICT.readValue(sample, given.fact());

        assertThat(tree(STRICT.writeValueAsString(fact))).isEqualTo(tree(sample));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void hasASubject(Facts given) throws JsonProcessingException {
        assertThat(STRICT.readValue(Samples.of(given.topic(), given.fact()), given.fact())
                        .subject())
                .isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void isAboutTheOneIncidentOrAboutNone(Facts given) throws JsonProcessingException {
        JsonNode incident = tree(Samples.of(given.topic(), given.fact())).path("incidentId");

        assertThat(incident.asText(Samples.INCIDENT.toString())).isIn(Samples.INCIDENT.toString(), "null");
    }

    @Test
    void noSampleIsLeftOverFromAnEarlierFact() throws IOException, URISyntaxException {
        Path root = Path.of(Samples.class.getResource("/samples").toURI());
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile).map(root::relativize).map(Path::toString))
                    .containsExactlyInAnyOrderElementsOf(expectedFiles());
        }
    }

    @Test
    void refusesAFactOnATopicOnWhichItDoesNotTravel() {
        assertThatThrownBy(() -> Samples.of(Topic.REPORT, CaseEvent.CaseOpened.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CaseOpened does not travel on intake.report.v1");
    }

    private static List<String> expectedFiles() {
        return Facts.all()
                .map(given -> given.topic().topicName() + "/"
                        + given.fact().getAnnotation(Fact.class).value() + ".json")
                .toList();
    }

    private static JsonNode tree(String json) throws JsonProcessingException {
        return STRICT.readTree(json);
    }
}
