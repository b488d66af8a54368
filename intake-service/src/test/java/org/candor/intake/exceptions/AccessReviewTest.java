package org.candor.intake.exceptions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.json;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.intake.IntakeFixtures;
import org.candor.test.Database;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** S2 (E)(2), (E)(4)(c): exceptions are looked at every six months, and not by whom they are about. */
@QuarkusTest
@OnRealPlatform
class AccessReviewTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private final String town = "review-town-" + UUID.randomUUID();

    @Inject
    MutableClock clock;

    @AfterEach
    void timeGoesOn() {
        clock.reset();
        // The other tests expect that there is one city alone.
        Database.execute("delete from access_review where entity_id = ?", town);
        Database.execute("delete from access_exception where entity_id = ?", town);
        Database.execute("delete from legal_entity where entity_id = ?", town);
        Database.execute("update directory_revision set revision = revision + 1");
    }

    @Test
    void isDueEverySixMonthsAndMetWhenItIsRecorded() {
        IntakeFixtures.putEntity(town);
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        DeadlineSet first = deadline(today.plusMonths(6));
        assertThat(first.incidentId()).isNull();
        assertThat(first.role()).isEqualTo(OfficerRole.PRIVACY_OFFICER);

        JsonPath open = reviews().jsonPath();
        assertThat(open.getList("items.reviewId"))
                .containsExactly(first.deadlineId().toString());
        clock.advance(Duration.ofDays(200));
        LocalDate later = LocalDate.now(clock.withZone(ZONE));
        record("robin", first.deadlineId(), "\"7\"").statusCode(412);
        record("robin", first.deadlineId(), "\"0\"")
                .statusCode(200)
                .body("recordedBy", equalTo("robin"))
                .body("outcome", equalTo("CHANGED"));

        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            DeadlineMet met =
                    reports.await(DeadlineMet.class, fact -> fact.deadlineId().equals(first.deadlineId()));
            assertThat(met.daysLate()).isPositive();
        }
        DeadlineSet next = deadline(later.plusMonths(6));
        assertThat(reviews().jsonPath().getList("items.reviewId"))
                .containsExactly(
                        next.deadlineId().toString(), first.deadlineId().toString());
        record("robin", first.deadlineId(), "*").statusCode(409).body("code", equalTo("REVIEWED_ALREADY"));
        given().auth()
                .oauth2(Tokens.subject("robin")
                        .roles("privacy-officer")
                        .entities("another-city")
                        .signed())
                .get("/access-reviews?entityId=" + town)
                .then()
                .statusCode(404);
    }

    @Test
    void nobodyReviewsWhatHeWasShownHimself() {
        IntakeFixtures.putEntity(town);
        UUID review =
                deadline(LocalDate.now(clock.withZone(ZONE)).plusMonths(6)).deadlineId();
        exception("pat", clock.instant());

        record("pat", review, "*").statusCode(409).body("code", equalTo("OWN_EXCEPTIONS"));
        record("robin", review, "*").statusCode(200);
    }

    /** What is let through between the reading and the recording, or before the first review was opened, is looked at by one. */
    @Test
    void nothingFallsBetweenTwoReviews() {
        Instant before = clock.instant().minus(Duration.ofDays(40)).truncatedTo(ChronoUnit.MICROS);
        exception("kim", before);
        IntakeFixtures.putEntity(town);
        UUID first = deadline(LocalDate.now(clock.withZone(ZONE)).plusMonths(6)).deadlineId();
        assertThat(reviews().jsonPath().getString("items[0].looksFrom")).isEqualTo(before.toString());

        clock.advance(Duration.ofDays(100));
        Instant read = clock.instant();
        clock.advance(Duration.ofHours(2));
        record("robin", first, "*", clock.instant().plusSeconds(600)).statusCode(422);
        record("robin", first, "*", before.minusSeconds(1))
                .statusCode(422)
                .body("errors[0].field", equalTo("/lookedUntil"));
        exception("robin", clock.instant().minusSeconds(600));
        record("robin", first, "*", read).statusCode(409).body("code", equalTo("OWN_EXCEPTIONS"));
        record("sam", first, "*", read).statusCode(200);

        assertThat(Instant.parse(reviews().jsonPath().getString("items[0].looksFrom")))
                .isBefore(read);
        UUID second = UUID.fromString(reviews().jsonPath().getString("items[0].reviewId"));
        record("robin", second, "*").statusCode(409).body("code", equalTo("OWN_EXCEPTIONS"));
    }

    private void exception(String person, Instant at) {
        Database.execute(
                "insert into access_exception (exception_id, kind, incident_id, entity_id, drill, person, ground, fields, readers,"
                        + " used_at) values (gen_random_uuid(), 'UNMASKING', gen_random_uuid(), ?, false, ?, 'ANSWER',"
                        + " '{NAME}', '{}', cast(? as timestamptz))",
                town,
                person,
                at.toString());
    }

    private ValidatableResponse record(String person, UUID review, String ifMatch) {
        return record(person, review, ifMatch, clock.instant());
    }

    private static ValidatableResponse record(String person, UUID review, String ifMatch, Instant lookedUntil) {
        return given().auth()
                .oauth2(Tokens.as(person, "privacy-officer"))
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(Map.of("outcome", "CHANGED", "lookedUntil", lookedUntil.toString()))
                .post("/access-reviews/" + review + "/result")
                .then();
    }

    private Response reviews() {
        return json("auditor").get("/access-reviews?entityId=" + town);
    }

    private DeadlineSet deadline(LocalDate dueOn) {
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT).within(Duration.ofSeconds(40))) {
            List<DeadlineSet> all = reports
                    .awaitRecords(
                            DeadlineSet.class,
                            fact -> "ACCESS_REVIEW".equals(fact.kind())
                                    && town.equals(fact.entityId())
                                    && dueOn.equals(fact.dueOn()),
                            1)
                    .stream()
                    .map(seen -> (DeadlineSet) seen.fact())
                    .toList();
            return all.getLast();
        }
    }
}
