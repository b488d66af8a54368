package org.candor.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code asyncapi.yaml} says exactly what the records say. */
class AsyncApiTest {

    private static AsyncApi document;

    @BeforeAll
    static void read() throws IOException {
        document = AsyncApi.read();
    }

    static Stream<Facts> facts() {
        return Facts.all();
    }

    /** Every record and enum of the contracts. */
    static Stream<Class<?>> types() {
        return Stream.concat(
                        Facts.all().<Class<?>>map(Facts::fact),
                        Facts.all()
                                .flatMap(given -> Components.of(given.fact()))
                                .flatMap(component -> Components.named(component.getGenericType())))
                .distinct();
    }

    @Test
    void hasAChannelForEveryTopic() {
        assertThat(names(document.channels()))
                .containsExactly(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void aChannelCarriesTheFactsOfItsTopic(Topic topic) {
        JsonNode channel = document.channels().path(topic.topicName());

        assertThat(channel.path("address").asText()).isEqualTo(topic.topicName());
        assertThat(channel.at("/bindings/kafka/topicConfiguration/cleanup.policy/0")
                        .asText())
                .isEqualTo(topic.compacted() ? "compact" : "delete");
        assertThat(names(channel.path("messages")))
                .containsExactlyInAnyOrderElementsOf(topic.facts().stream()
                        .map(fact -> fact.getAnnotation(Fact.class).value())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aMessageBearsItsTypeAndItsRecord(Facts given) {
        JsonNode message = document.resolved(document.channels()
                .path(given.topic().topicName())
                .path("messages")
                .path(given.fact().getAnnotation(Fact.class).value()));

        assertThat(message.path("name").asText()).isEqualTo(given.type());
        assertThat(document.shape(message.path("payload")))
                .isEqualTo(given.fact().getSimpleName());
        assertThat(document.shape(message.path("headers"))).isEqualTo("CloudEventHeaders");
    }

    @ParameterizedTest
    @MethodSource("types")
    void aSchemaHasTheComponentsOfItsRecordOrTheConstantsOfItsEnum(Class<?> type) {
        JsonNode schema = document.schemas().path(type.getSimpleName());

        if (type.isEnum()) {
            assertThat(AsyncApi.texts(schema.path("enum")))
                    .containsExactly(Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .toArray(String[]::new));
        } else {
            assertThat(shapes(schema.path("properties"))).isEqualTo(shapesOf(type));
            assertThat(AsyncApi.texts(schema.path("required")))
                    .containsExactlyElementsOf(names(schema.path("properties")));
        }
    }

    @Test
    void describesNothingElse() {
        assertThat(names(document.schemas()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(types().map(Class::getSimpleName), Stream.of("CloudEventHeaders"))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aSampleIsNullOnlyWhereTheSchemaAllowsIt(Facts given) throws JsonProcessingException {
        JsonNode schema = document.schemas().path(given.fact().getSimpleName()).path("properties");
        JsonNode sample = new ObjectMapper().readTree(Samples.of(given.topic(), given.fact()));

        assertThat(sample.properties())
                .allSatisfy(property -> assertThat(
                                property.getValue().isNull() && !AsyncApi.nullable(schema.path(property.getKey())))
                        .as(property.getKey())
                        .isFalse());
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static Map<String, String> shapes(JsonNode properties) {
        return properties
                .propertyStream()
                .collect(Collectors.toMap(Map.Entry::getKey, property -> document.shape(property.getValue())));
    }

    private static Map<String, String> shapesOf(Class<?> type) {
        Function<RecordComponent, Type> typeOf = RecordComponent::getGenericType;
        return Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, typeOf.andThen(AsyncApi::expected)));
    }
}
