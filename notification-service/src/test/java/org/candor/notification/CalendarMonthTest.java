package org.candor.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.ZONE;
import static org.candor.notification.Fixtures.today;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Envelope;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.notification.document.Chromium;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An officer opens one page: what is due this month, what is late, and the proof of what was done. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class CalendarMonthTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final LocalDate LAST = today().with(TemporalAdjusters.lastDayOfMonth());

    private final UUID review = UUID.randomUUID();
    private final UUID letters = UUID.randomUUID();
    private final UUID assessment = UUID.randomUUID();
    private final UUID exercise = UUID.randomUUID();
    private final UUID later = UUID.randomUUID();
    private final UUID incident = UUID.randomUUID();
    private Officers city;
    private Envelope proof;

    @BeforeEach
    void aMonthOfDuties() {
        city = Officers.of("month");
        Routing.open(incident, city.entity()).recusing(city.subject("recused")).send();
        set(Topic.PROGRAMME, review, null, "POLICY_REVIEW", LAST, OfficerRole.SECURITY_OFFICER);
        set(Topic.OBLIGATION, letters, incident, "INDIVIDUAL_NOTICE", LAST, OfficerRole.PRIVACY_OFFICER);
        set(Topic.CASE, assessment, null, "SAFEGUARD_ASSESSMENT", today().minusDays(40), OfficerRole.SECURITY_OFFICER);
        set(Topic.CASE, exercise, null, "DRILL", today().minusDays(3), OfficerRole.SECURITY_OFFICER);
        set(Topic.PROGRAMME, later, null, "POLICY_REVIEW", LAST.plusDays(9), OfficerRole.SECURITY_OFFICER);
        proof = Facts.send(Topic.CASE, new DeadlineMet(exercise, null, today(), 3), city.entity());
        await().atMost(SOON)
                .untilAsserted(() -> month().get("/deadlines/calendar")
                        .then()
                        .statusCode(200)
                        .body("due", hasSize(2))
                        .body("done", hasSize(1)));
        // On a partition of its own.
        await().atMost(SOON)
                .untilAsserted(() -> month().queryParam(
                                "month", YearMonth.from(LAST.plusDays(9)).toString())
                        .get("/deadlines/calendar")
                        .then()
                        .body("due", hasSize(1)));
    }

    @Test
    void dutiesOfTheProgrammeStandBesideLegalDeadlinesRoleByRole() {
        month().get("/deadlines/calendar")
                .then()
                .body("month", equalTo(YearMonth.from(today()).toString()))
                .body("late.deadlineId", equalTo(List.of(assessment.toString())))
                .body("late[0].daysLeft", equalTo(-40))
                .body("due.deadlineId", containsInAnyOrder(review.toString(), letters.toString()))
                .body("done.deadlineId", equalTo(List.of(exercise.toString())))
                .body("done[0].proofEventId", equalTo(proof.id().toString()))
                .body("done[0].late", equalTo(true))
                .body("roles.find { it.role == 'security-officer' }.late", equalTo(1))
                .body("roles.find { it.role == 'security-officer' }.due", equalTo(1))
                .body("roles.find { it.role == 'security-officer' }.doneLate", equalTo(1))
                .body("roles.find { it.role == 'privacy-officer' }.due", equalTo(1))
                .body("complete", equalTo(true));
        month().queryParam("nature", "programme")
                .get("/deadlines/calendar")
                .then()
                .body("due.deadlineId", equalTo(List.of(review.toString())))
                .body("due[0].nature", equalTo("PROGRAMME"));
        month().queryParam("nature", "legal")
                .get("/deadlines/calendar")
                .then()
                .body("due.deadlineId", equalTo(List.of(letters.toString())))
                .body("late", hasSize(0));
        month().queryParam("role", "privacy-officer")
                .get("/deadlines/calendar")
                .then()
                .body("due.deadlineId", equalTo(List.of(letters.toString())))
                .body("roles.role", equalTo(List.of("privacy-officer")));
        month().queryParam("kind", "POLICY_REVIEW")
                .queryParam("month", YearMonth.from(LAST.plusDays(9)).toString())
                .get("/deadlines/calendar")
                .then()
                .body("due.deadlineId", equalTo(List.of(later.toString())));
        month().queryParam("month", "2026-13").get("/deadlines/calendar").then().statusCode(422);
        month().queryParam("nature", "programme")
                .queryParam("state", "all")
                .get("/deadlines")
                .then()
                .body(
                        "items.deadlineId",
                        containsInAnyOrder(
                                review.toString(), assessment.toString(), exercise.toString(), later.toString()));
    }

    @Test
    void itIsThereAsSheetAsCalendarAndAsPage() throws Exception {
        month().accept("text/csv")
                .get("/deadlines/calendar")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(containsString(proof.id().toString()))
                .body(containsString(",PROGRAMME\r\n"));
        String calendar = month().get("/deadlines/calendar/month.ics")
                .then()
                .statusCode(200)
                .contentType(containsString("text/calendar"))
                .extract()
                .asString();
        assertThat(calendar.replace("\r\n ", ""))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("UID:" + review + "@", "CATEGORIES:POLICY_REVIEW,PROGRAMME\r\n")
                .contains("SUMMARY:DRILL (met)\r\n")
                .doesNotContain(incident.toString());
        for (String language : List.of("en", "es")) {
            String page = month().queryParam("lang", language)
                    .get("/deadlines/calendar/month.html")
                    .then()
                    .statusCode(200)
                    .contentType(containsString("text/html"))
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .extract()
                    .asString();
            assertThat(page)
                    .contains(proof.id().toString(), "INDIVIDUAL_NOTICE")
                    .contains(language.equals("es") ? "Deber del programa" : "Programme duty")
                    .doesNotContain("<script", incident.toString());
            assertThat(Chromium.violations(page)).isEmpty();
        }
    }

    /** R-09: nothing of an incident to whom it must be hidden from; what belongs to none is its entity's. */
    @Test
    void whoMayNotSeeTheIncidentSeesTheProgrammeOnlyAndAnotherEntityNothing() {
        as("recused", city.entity())
                .get("/deadlines/calendar")
                .then()
                .body("due.deadlineId", equalTo(List.of(review.toString())))
                .body("roles.role", equalTo(List.of("security-officer")));
        as("officer", "elsewhere")
                .queryParam("entityId", city.entity())
                .get("/deadlines/calendar")
                .then()
                .statusCode(200)
                .body("due", hasSize(0))
                .body("late", hasSize(0))
                .body("done", hasSize(0));
    }

    private void set(Topic topic, UUID id, UUID of, String kind, LocalDate due, OfficerRole role) {
        Facts.send(
                topic,
                new DeadlineSet(
                        id,
                        of,
                        city.entity(),
                        kind,
                        kind,
                        due,
                        null,
                        ZONE.getId(),
                        role,
                        of == null ? "45 CFR 164.308(a)(8)" : "45 CFR 164.404(b)"),
                city.entity());
    }

    private RequestSpecification month() {
        return as("officer", city.entity()).queryParam("entityId", city.entity());
    }

    private RequestSpecification as(String name, String entity) {
        return given().auth()
                .oauth2(Tokens.subject(city.subject(name))
                        .roles("security-officer")
                        .entities(entity)
                        .signed());
    }
}
