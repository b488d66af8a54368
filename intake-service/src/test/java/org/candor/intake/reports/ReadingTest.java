package org.candor.intake.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.ENTITY;
import static org.candor.intake.IntakeFixtures.json;
import static org.candor.intake.IntakeFixtures.misdirectedSpreadsheet;
import static org.candor.intake.IntakeFixtures.submit;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.RoutingEvent.RoutingChanged;
import org.candor.events.Topic;
import org.candor.intake.IntakeFixtures;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealPlatform
class ReadingTest {

    @BeforeEach
    void directory() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
    }

    @Test
    void recordsWhoReadAReport() {
        UUID incident = submit("workforce", misdirectedSpreadsheet());

        json("privacy-officer")
                .get("/reports/" + incident)
                .then()
                .statusCode(200)
                .body("narrative", containsString(IntakeFixtures.PATIENT));

        try (TopicProbe accesses = TopicProbe.on(Topic.ACCESS)) {
            AccessRecorded access =
                    accesses.await(AccessRecorded.class, a -> a.incidentIds().equals(List.of(incident)));
            assertThat(access.actor()).isEqualTo("privacy-officer");
            assertThat(access.action()).isEqualTo("read-report");
        }
    }

    @Test
    void hidesAReportFromWhomItImplicates() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("implicated", List.of("PRIVACY-officer@larkspurfalls.example"));
        UUID incident = submit("workforce", report);

        json("privacy-officer")
                .get("/reports/" + incident)
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        json("privacy-officer")
                .get("/reports?limit=200")
                .then()
                .statusCode(200)
                .body("items.incidentId", not(hasItem(incident.toString())));
        json("security-officer").get("/reports/" + incident).then().statusCode(200);
        json("administrator").get("/reports/" + incident).then().statusCode(200);
        try (TopicProbe routing = TopicProbe.on(Topic.ROUTING)) {
            assertThat(routing.await(RoutingChanged.class, e -> e.incidentId().equals(incident))
                            .recused())
                    .containsExactly("privacy-officer");
        }
    }

    /** 45 CFR 164.502(b): the case tells the administrator enough, unless he stands in for an officer. */
    @Test
    void theAdministratorReadsAReportWhereHeIsInChargeOfIt() {
        UUID incident = submit("workforce", misdirectedSpreadsheet());
        for (String part : List.of("", "/versions", "/messages", "/files", "/check-ups")) {
            json("administrator")
                    .get("/reports/" + incident + part)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("NOT_IN_CHARGE"));
        }
        json("administrator")
                .header("If-Match", "*")
                .body(Map.of("reason", "A guess", "place", "Room 4"))
                .post("/reports/" + incident + "/corrections")
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_IN_CHARGE"));
        json("administrator").get("/reports?limit=200").then().body("items.incidentId", hasItem(incident.toString()));
    }

    @Test
    void showsNothingOfAnEntityThatIsNotGranted() {
        UUID incident = submit("workforce", misdirectedSpreadsheet());
        String elsewhere = Tokens.subject("visitor")
                .roles("privacy-officer")
                .entities("another-city")
                .signed();
        String nowhere =
                Tokens.subject("visitor").roles("privacy-officer").entities().signed();
        String here = Tokens.subject("visitor")
                .roles("privacy-officer")
                .entities(ENTITY)
                .signed();

        given().auth().oauth2(elsewhere).get("/reports/" + incident).then().statusCode(404);
        given().auth().oauth2(nowhere).get("/reports/" + incident).then().statusCode(404);
        given().auth().oauth2(nowhere).get("/reports").then().statusCode(200).body("items", equalTo(List.of()));
        given().auth().oauth2(here).get("/reports/" + incident).then().statusCode(200);
    }

    @Test
    void pagesThroughAllReportsOnceNewestFirst() {
        Set<UUID> submitted = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            submitted.add(submit("workforce", misdirectedSpreadsheet()));
        }
        Set<UUID> seen = new HashSet<>();
        String cursor = "";
        while (cursor != null) {
            var page = json("security-officer")
                    .get("/reports?limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<UUID> ids = page.getList("items.incidentId", UUID.class);
            assertThat(ids).hasSizeLessThanOrEqualTo(2).noneMatch(seen::contains);
            seen.addAll(ids);
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        assertThat(seen).containsAll(submitted);
    }

    @Test
    void filtersByKindAndLateness() {
        Map<String, Object> complaint = misdirectedSpreadsheet();
        complaint.put("kind", "COMPLAINT");
        UUID wanted = submit("workforce", complaint);
        UUID other = submit("workforce", misdirectedSpreadsheet());

        json("privacy-officer")
                .get("/reports?kind=COMPLAINT&late=false&limit=200")
                .then()
                .statusCode(200)
                .body("items.incidentId", hasItem(wanted.toString()))
                .body("items.incidentId", not(hasItem(other.toString())));
    }
}
