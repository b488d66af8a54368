package org.candor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.approved;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.importing;
import static org.candor.notification.Fixtures.individuals;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.person;
import static org.candor.notification.Fixtures.urgent;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.events.NoticeEvent.RegulatorNotified;
import org.candor.events.Topic;
import org.candor.test.OnRealPlatform;
import org.candor.test.Peers;
import org.candor.test.TopicProbe;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** Urgent notice by telephone in addition to the letter (45 CFR 164.404(d)(3)), and what the listing says of it (III.E). */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class UrgentCallTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void theRunMakesTheCallsThatAreOwedAndTheListingShowsEach() throws Exception {
        Peers.answer("/audit/documents", Peers.Answer.of(201));
        UUID incident = breach(false, individuals(null), urgent());
        importing(
                incident,
                Fixtures.header()
                        + person("P-1", "Quill", "1 Elm Street", "Larkspur Falls", "WI", "54901", "", "no", "en")
                        + "\n");
        approved(incident, "4-III-B", "en");
        officer().post("/campaigns/" + incident + "/runs").then().statusCode(202);

        String task = officer()
                .get("/campaigns/" + incident + "/telephone-tasks")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].purpose", equalTo("URGENT"))
                .extract()
                .path("items[0].id");
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get("/campaigns/" + incident + "/people")
                        .then()
                        .body("items[0].state", equalTo("TOLD"))
                        .body("items[0].text", equalTo("en-1")));
        call(incident, task, "NO_ANSWER");
        call(incident, task, "REACHED");

        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get("/campaigns/" + incident)
                        .then()
                        .body("state", equalTo("COMPLETED"))
                        .body("duties.state.unique()", equalTo(List.of("DONE"))));
        try (TopicProbe facts = TopicProbe.on(Topic.NOTICE)) {
            facts.await(
                    RegulatorNotified.class,
                    fact -> fact.incidentId().equals(incident)
                            && fact.obligationId().equals(urgent().obligationId()));
        }
        List<List<String>> rows =
                rows(officer().get("/campaigns/" + incident + "/listing.xlsx").asByteArray());
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1)).contains("P-1", "FIRST_CLASS_MAIL", "SENT", "en-1");
        assertThat(rows.get(2))
                .contains("P-1", "Quill", "TELEPHONE", "URGENT", "45 CFR 164.404(d)(3)", "NO_ANSWER")
                .contains("privacy-officer");
        assertThat(rows.get(3)).contains("REACHED", "privacy-officer");
        // The listing of a completed campaign is handed over for keeping.
        await().atMost(SOON)
                .until(() -> Peers.asked("/audit/documents").stream()
                        .anyMatch(request -> request.body().contains(incident.toString())
                                && request.body().contains("LISTING")));
    }

    private static void call(UUID incident, String task, String outcome) {
        officer()
                .contentType("application/json")
                .body(Map.of("calledAt", Instant.now().minusSeconds(5).toString(), "outcome", outcome))
                .post("/campaigns/" + incident + "/telephone-tasks/" + task + "/calls")
                .then()
                .statusCode(201);
    }

    private static List<List<String>> rows(byte[] xlsx) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.map(row -> row.stream()
                            .filter(Objects::nonNull)
                            .map(Cell::getText)
                            .toList())
                    .toList();
        }
    }
}
