package org.candor.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.officer;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candor.events.AssessmentEvent;
import org.candor.events.CaseEvent;
import org.candor.events.DeadlineEvent;
import org.candor.events.DirectoryEvent;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.Fact;
import org.candor.events.ObligationEvent;
import org.candor.events.RoutingEvent;
import org.candor.events.Topic;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** The golden samples, read from this consumer's side; the producer's side is in {@link CampaignTest}. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class ContractsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void understandsWhatTheOtherServicesSend() {
        send(Topic.DIRECTORY, DirectoryEvent.EntityChanged.class, "entity:larkspur-falls");
        send(Topic.DIRECTORY, DirectoryEvent.OfficerChanged.class, "officer:sample");
        JsonNode obligations = sample(Topic.OBLIGATION, ObligationEvent.ObligationsComputed.class);
        String incident = obligations.path("incidentId").asText();
        send(Topic.ROUTING, RoutingEvent.RoutingChanged.class, incident);
        send(Topic.CASE, CaseEvent.CaseOpened.class, incident);
        send(Topic.ASSESSMENT, AssessmentEvent.AssessmentOpened.class, incident);
        send(Topic.OBLIGATION, ObligationEvent.ObligationsComputed.class, incident);
        send(Topic.OBLIGATION, DeadlineEvent.DeadlineSet.class, incident);

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> officer()
                        .get("/campaigns/" + incident)
                        .then()
                        .statusCode(200)
                        .body(
                                "duties.size()",
                                equalTo(obligations.path("obligations").size()))
                        .body(
                                "duties.kind",
                                hasItems("INDIVIDUAL_NOTICE", "HHS_NOTICE", "MEDIA_NOTICE", "SUBSTITUTE_NOTICE"))
                        .body(
                                "discoveredOn",
                                equalTo(obligations.path("discoveredOn").asText())));
        String deadline = sample(Topic.OBLIGATION, DeadlineEvent.DeadlineSet.class)
                .path("deadlineId")
                .asText();
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> officer()
                        .queryParam("state", "all")
                        .queryParam("incidentId", incident)
                        .get("/deadlines")
                        .then()
                        .body("items.deadlineId", hasItem(deadline)));
    }

    /** What was produced holds the members of the sample, no more and no less. */
    static void assertLikeItsSample(Topic topic, Event fact, String json) {
        try {
            assertThat(members(JSON.readTree(json)))
                    .as(fact.getClass().getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(members(sample(topic, fact.getClass())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> members(JsonNode json) {
        return json.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    private static void send(Topic topic, Class<? extends Event> fact, String subject) {
        UUID id = UUID.randomUUID();
        Envelope envelope = new Envelope(
                id,
                topic.typeOf(fact),
                "/sample",
                subject,
                Instant.now(),
                Fixtures.CITY,
                false,
                id.toString(),
                "system",
                "",
                1);
        Facts.sendRaw(topic, subject, sample(topic, fact).toString().getBytes(UTF_8), Facts.headers(envelope));
    }

    private static JsonNode sample(Topic topic, Class<? extends Event> fact) {
        String path = "/samples/" + topic.topicName() + "/"
                + fact.getAnnotation(Fact.class).value() + ".json";
        try (InputStream in = Topic.class.getResourceAsStream(path)) {
            return JSON.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
