package org.candor.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.ZONE;
import static org.candor.notification.Fixtures.today;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Filters and pages of the board, its page, and calendar feeds. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class FeedTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    MutableClock clock;

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void theBoardIsReadInPagesAndNarrowed() {
        Officers city = Officers.of("pages");
        UUID incident = incident(city);
        for (int days = 1; days <= 5; days++) {
            duty(city, incident, "Duty " + days, today().plusDays(days), OfficerRole.PRIVACY_OFFICER);
        }
        UUID late = duty(city, incident, "Late duty", today().minusDays(4), OfficerRole.COUNSEL);
        awaitBoard(city, incident, 6);

        Response first = board(city, incident).queryParam("limit", 4).get("/deadlines");
        assertThat(first.<List<String>>path("items.title")).containsExactly("Late duty", "Duty 1", "Duty 2", "Duty 3");
        Response second = board(city, incident)
                .queryParam("limit", 4)
                .queryParam("cursor", first.<String>path("next"))
                .get("/deadlines");
        assertThat(second.<List<String>>path("items.title")).containsExactly("Duty 4", "Duty 5");
        second.then().body("next", nullValue());

        board(city, incident)
                .queryParam("late", true)
                .get("/deadlines")
                .then()
                .body("items.deadlineId", equalTo(List.of(late.toString())));
        board(city, incident)
                .queryParam("role", "counsel")
                .queryParam("late", false)
                .get("/deadlines")
                .then()
                .body("items.size()", equalTo(0));
        board(city, incident)
                .queryParam("dueFrom", today().plusDays(2).toString())
                .queryParam("dueUntil", today().plusDays(3).toString())
                .get("/deadlines")
                .then()
                .body("items.title", equalTo(List.of("Duty 2", "Duty 3")));
        board(city, incident)
                .queryParam("updatedSince", Instant.now().plusSeconds(3600).toString())
                .get("/deadlines")
                .then()
                .body("items.size()", equalTo(0));
        board(city, incident)
                .queryParam("dueFrom", "soon")
                .get("/deadlines")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("dueFrom"));
        board(city, incident)
                .queryParam("state", "odd")
                .get("/deadlines")
                .then()
                .statusCode(422);
    }

    @Test
    void thePageShowsAPictureAndTheSameInATable() throws Exception {
        Officers city = Officers.of("page");
        UUID incident = incident(city);
        duty(city, incident, "Letters to individuals", today().plusDays(57), OfficerRole.PRIVACY_OFFICER);
        duty(city, incident, "Report to the Secretary <HHS>", today().plusDays(57), OfficerRole.PRIVACY_OFFICER);
        duty(city, incident, "Notice to the attorney general", today().plusDays(12), OfficerRole.COUNSEL);
        duty(city, incident, "Answer to a complaint", today().minusDays(3), OfficerRole.PRIVACY_OFFICER);
        duty(city, incident, "Check-up with the reporter", today().plusDays(28), OfficerRole.PRIVACY_OFFICER);
        duty(city, incident, "Evaluation of safeguards", today(), OfficerRole.SECURITY_OFFICER);
        awaitBoard(city, incident, 6);

        for (String language : List.of("en", "es")) {
            Response page = board(city, incident).queryParam("lang", language).get("/deadlines/board.html");
            page.then()
                    .statusCode(200)
                    .contentType(containsString("text/html"))
                    .header("Content-Security-Policy", containsString("default-src 'none'"));
            assertThat(page.asString())
                    .contains("<html lang=\"" + (language.equals("es") ? "es" : "en"))
                    .contains("<svg", "role=\"img\"", "aria-labelledby", "<caption>", "scope=\"col\"")
                    .contains("Report to the Secretary &lt;HHS&gt;")
                    .doesNotContain("<HHS>", "<script")
                    .contains(language.equals("es") ? "pendiente, atrasado" : "open, late");
            Files.write(
                    Files.createDirectories(Path.of("target", "pictures")).resolve("board-" + language + ".html"),
                    page.asString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aFeedIsReadByItsSecretWhichIsKeptOnlyAsHash() {
        Officers city = Officers.of("feed").with(OfficerRole.PRIVACY_OFFICER, "privacy");
        UUID incident = incident(city);
        UUID letters = duty(
                city,
                incident,
                "Letters, to individuals; of a long title that must be folded – así",
                today().plusDays(9),
                OfficerRole.PRIVACY_OFFICER);
        UUID hours = UUID.randomUUID();
        Facts.send(
                Topic.CASE,
                new DeadlineSet(
                        hours,
                        incident,
                        city.entity(),
                        "REPORT_WITHIN_24_HOURS",
                        "Report",
                        null,
                        Instant.parse("2126-03-10T15:00:00Z"),
                        ZONE.getId(),
                        OfficerRole.SECURITY_OFFICER,
                        "policy I.B.1.a"),
                city.entity());
        awaitBoard(city, incident, 2);
        Response made = make(city, "privacy", Map.of("name", "Desk"));
        String address = made.path("url");
        String secret = address.replaceFirst(".*/", "").replace(".ics", "");

        String stream = read(address).then().statusCode(200).extract().asString();
        assertThat(read(address).contentType()).startsWith("text/calendar");
        assertThat(stream.replace("\r\n ", ""))
                .contains("UID:" + letters + "@candor.invalid\r\n")
                .contains("SUMMARY:Letters\\, to individuals\\; of a long title that must be folded – así\r\n")
                .contains("DTSTART;VALUE=DATE:" + today().plusDays(9).toString().replace("-", "") + "\r\n")
                .contains("DTSTART:21260310T144500Z\r\nDTEND:21260310T150000Z\r\n")
                .doesNotContain(incident.toString());
        assertThat(Stream.of(stream.split("\r\n")).map(line -> line.getBytes(StandardCharsets.UTF_8).length))
                .allMatch(octets -> octets <= 75);
        assertThat(stream.replace("\r\n", "")).doesNotContain("\n");
        assertThat(Database.rows("select * from calendar_feed where person = ?", city.subject("privacy"))
                        .toString())
                .doesNotContain(secret);
        as(city, "privacy")
                .get("/deadlines/feeds")
                .then()
                .body("items[0].name", equalTo("Desk"))
                .body("items[0].url", nullValue());

        String feed = made.path("feedId");
        as(city, "somebody-else").delete("/deadlines/feeds/" + feed).then().statusCode(404);
        as(city, "privacy").delete("/deadlines/feeds/" + feed).then().statusCode(204);
        read(address).then().statusCode(404);
        given().get("/calendars/" + "A".repeat(43) + ".ics").then().statusCode(404);
    }

    /** what a feed shows is asked anew at each reading. */
    @Test
    void aFeedLosesWhatItsSubscriberLoses() {
        UUID officer = UUID.randomUUID();
        Officers city = Officers.of("loses");
        city.tell(officer, OfficerRole.PRIVACY_OFFICER, "privacy", true);
        UUID kept = incident(city);
        UUID lost = incident(city);
        UUID one = duty(city, kept, "Kept", today().plusDays(9), OfficerRole.PRIVACY_OFFICER);
        UUID other = duty(city, lost, "Lost", today().plusDays(9), OfficerRole.PRIVACY_OFFICER);
        awaitBoard(city, kept, 1);
        awaitBoard(city, lost, 1);
        String address =
                make(city, "privacy", Map.of("name", "Desk", "language", "es")).path("url");
        read(address).then().body(containsString(one.toString())).body(containsString(other.toString()));

        Routing.open(lost, city.entity())
                .recusing(city.subject("privacy"))
                .version(2)
                .send();
        await().atMost(SOON)
                .untilAsserted(() -> read(address)
                        .then()
                        .body(containsString(one.toString()))
                        .body(not(containsString(other.toString()))));

        city.tell(officer, OfficerRole.PRIVACY_OFFICER, "privacy", false);
        await().atMost(SOON).untilAsserted(() -> read(address).then().statusCode(404));
    }

    @Test
    void onlyOfficersOfTheDirectoryHaveFeedsAndNotForEver() {
        Officers city = Officers.of("ends").with(OfficerRole.PRIVACY_OFFICER, "privacy");
        incident(city);
        as(city, "stranger")
                .contentType("application/json")
                .body(Map.of("name", "Desk"))
                .post("/deadlines/feeds")
                .then()
                .statusCode(409)
                .body("code", equalTo("NOT_IN_DIRECTORY"));
        String address = make(city, "privacy", Map.of("name", "Desk")).path("url");
        read(address).then().statusCode(200);

        clock.advance(Duration.ofDays(181));
        read(address).then().statusCode(404);
    }

    @Test
    void aDrillHasAFeedOfItsOwn() {
        Officers city = Officers.of("practice").with(OfficerRole.PRIVACY_OFFICER, "privacy");
        UUID exercise = UUID.randomUUID();
        Routing.open(exercise, city.entity()).drill().send();
        Facts.send(
                Topic.OBLIGATION,
                set(city, UUID.randomUUID(), exercise, "Practised", today().plusDays(3)),
                city.entity(),
                true,
                "system");
        String real = make(city, "privacy", Map.of("name", "Desk")).path("url");
        String practice =
                make(city, "privacy", Map.of("name", "Practice", "drill", true)).path("url");

        await().atMost(SOON).untilAsserted(() -> read(practice).then().body(containsString("DRILL – Practised")));
        read(real).then().body(not(containsString("Practised")));
    }

    private UUID incident(Officers city) {
        UUID incident = UUID.randomUUID();
        Routing.open(incident, city.entity()).send();
        return incident;
    }

    private static UUID duty(Officers city, UUID incident, String title, LocalDate due, OfficerRole role) {
        UUID id = UUID.randomUUID();
        DeadlineSet set = set(city, id, incident, title, due);
        Facts.send(
                Topic.OBLIGATION,
                new DeadlineSet(
                        id, incident, set.entityId(), set.kind(), title, due, null, set.zone(), role, set.citation()),
                city.entity());
        return id;
    }

    private static DeadlineSet set(Officers city, UUID id, UUID incident, String title, LocalDate due) {
        return new DeadlineSet(
                id,
                incident,
                city.entity(),
                "INDIVIDUAL_NOTICE",
                title,
                due,
                null,
                ZONE.getId(),
                OfficerRole.PRIVACY_OFFICER,
                "45 CFR 164.404(b)");
    }

    private static void awaitBoard(Officers city, UUID incident, int size) {
        await().atMost(SOON)
                .untilAsserted(() -> board(city, incident)
                        .get("/deadlines")
                        .then()
                        .statusCode(200)
                        .body("items.size()", equalTo(size))
                        .body("items.incidentId", hasItem(incident.toString())));
    }

    private static RequestSpecification board(Officers city, UUID incident) {
        return as(city, "reader").queryParam("incidentId", incident);
    }

    private static RequestSpecification as(Officers city, String name) {
        return given().auth().oauth2(Tokens.as(city.subject(name), "privacy-officer"));
    }

    /** The directory's record may still be on its way. */
    private static Response make(Officers city, String name, Map<String, Object> request) {
        return await().atMost(SOON)
                .until(
                        () -> as(city, name)
                                .contentType("application/json")
                                .body(request)
                                .post("/deadlines/feeds"),
                        answer -> answer.statusCode() == 201);
    }

    private static Response read(String address) {
        return given().get(address.replaceFirst(".*/notification", ""));
    }
}
