package org.candor.intake.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.json;
import static org.candor.intake.IntakeFixtures.misdirectedSpreadsheet;
import static org.candor.intake.IntakeFixtures.submit;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.RetentionEvent.DisposalOrdered;
import org.candor.events.RetentionEvent.KeyDestroyed;
import org.candor.events.Topic;
import org.candor.intake.IntakeFixtures;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The officers' queue: counted, searched, exported, compared; and empty for whoever is recused. */
@QuarkusTest
@OnRealPlatform
class QueueTest {

    @Inject
    MutableClock clock;

    private String system;

    @BeforeEach
    void directory() {
        clock.reset();
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
        system = "job " + UUID.randomUUID();
    }

    @Test
    void findsAReportByAllOfTheWordsOfItsSystems() {
        UUID incident = submit("workforce", onSystem());
        String word = system.substring(4);

        assertThat(found("privacy-officer", "JOB " + word)).containsExactly(incident);
        assertThat(found("privacy-officer", word + " improper disclosure")).containsExactly(incident);
        assertThat(found("privacy-officer", word + " retaliation")).isEmpty();
        assertThat(found("privacy-officer", "?!")).isEmpty();
    }

    @Test
    void neitherSearchesNorKeepsWordsInClear() {
        Map<String, Object> report = onSystem();
        report.put("place", "Room " + IntakeFixtures.PATIENT);
        submit("workforce", report);
        assertThat(found("privacy-officer", IntakeFixtures.PATIENT)).isEmpty();
        assertThat(Database.number(
                        "select count(*) from report where array_to_string(terms || system_terms, ' ') like ?",
                        "%" + system.substring(4, 12) + "%"))
                .isZero();
    }

    @Test
    void recordsASearchWithoutItsWords() {
        UUID incident = submit("workforce", onSystem());
        found("security-officer", system);
        try (TopicProbe accesses = TopicProbe.on(Topic.ACCESS)) {
            var seen = accesses.awaitRecord(
                    AccessRecorded.class,
                    access -> access.action().equals("search-reports")
                            && access.incidentIds().equals(List.of(incident)));
            assertThat(seen.toString()).doesNotContain(system);
        }
    }

    @Test
    void countsTheQueue() {
        Map<String, Object> late = misdirectedSpreadsheet();
        late.put("learnedAt", clock.instant().minus(Duration.ofDays(3)).toString());
        late.put("urgent", true);
        var before = counts("privacy-officer");
        submit("workforce", late);
        var after = counts("privacy-officer");

        assertThat(after.getLong("total")).isEqualTo(before.getLong("total") + 1);
        assertThat(after.getLong("late")).isEqualTo(before.getLong("late") + 1);
        assertThat(after.getLong("urgent")).isEqualTo(before.getLong("urgent") + 1);
        assertThat(after.getLong("openByKind.IMPROPER_USE_OR_DISCLOSURE"))
                .isEqualTo(before.getLong("openByKind.IMPROPER_USE_OR_DISCLOSURE") + 1);
    }

    @Test
    void doesNotCountFindExportOrCompareForWhoIsRecused() {
        UUID open = submit("workforce", onSystem());
        Map<String, Object> report = onSystem();
        report.put("implicated", List.of("privacy-officer"));
        var before = counts("privacy-officer");
        UUID hidden = submit("workforce", report);

        assertThat(counts("privacy-officer").getMap("")).isEqualTo(before.getMap(""));
        assertThat(found("privacy-officer", system)).containsExactly(open);
        assertThat(exported("privacy-officer", "")).doesNotContain(hidden.toString());
        assertThat(duplicatesOf("privacy-officer", open)).doesNotContain(hidden);
        for (String path : List.of("", "/versions", "/duplicates", "/check-ups")) {
            json("privacy-officer").get("/reports/" + hidden + path).then().statusCode(404);
        }
        json("privacy-officer")
                .body(Map.of("decision", "LINKED"))
                .put("/reports/" + open + "/duplicates/" + hidden)
                .then()
                .statusCode(404);
        assertThat(found("security-officer", system)).containsExactlyInAnyOrder(open, hidden);
        assertThat(exported("security-officer", "")).contains(hidden.toString());
        assertThat(duplicatesOf("security-officer", open)).contains(hidden);
    }

    @Test
    void exportsTheFilteredListWithoutNarrativeAndWithoutFormulas() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("kind", "BREACH");
        report.put("relation", "BUSINESS_ASSOCIATE");
        report.put("associate", Map.of("discoveredOn", "2026-01-05"));
        String vendor = Tokens.subject("clerk")
                .roles("business-associate")
                .businessAssociate("=cmd|' /C calc'!A0")
                .signed();
        UUID incident = UUID.fromString(given().auth()
                .oauth2(vendor)
                .contentType(ContentType.JSON)
                .body(report)
                .post("/reports")
                .then()
                .statusCode(201)
                .extract()
                .path("incidentId"));
        UUID other = submit("workforce", misdirectedSpreadsheet());

        String csv = exported("administrator", "?kind=BREACH");
        assertThat(csv).contains(incident.toString()).contains("'=cmd").doesNotContain(",=cmd");
        assertThat(csv).doesNotContain(other.toString()).doesNotContain(IntakeFixtures.PATIENT);
        try (TopicProbe accesses = TopicProbe.on(Topic.ACCESS)) {
            accesses.await(
                    AccessRecorded.class,
                    access -> access.action().equals("export-reports")
                            && access.incidentIds().contains(incident));
        }
    }

    @Test
    void filtersByStateChannelAndTime() {
        UUID older = submit("workforce", onSystem());
        clock.advance(Duration.ofMinutes(10));
        Instant between = clock.instant();
        clock.advance(Duration.ofMinutes(10));
        Map<String, Object> letter = onSystem();
        letter.put("channel", "IN_WRITING");
        UUID newer = submit("workforce", letter);

        assertThat(listed("since=" + between)).contains(newer).doesNotContain(older);
        assertThat(listed("state=RECEIVED&channel=IN_WRITING&since=" + between)).contains(newer);
        assertThat(listed("state=CLOSED&since=" + between)).doesNotContain(newer);
        json("workforce")
                .body("{}")
                .post("/reports/" + older + "/withdrawal")
                .then()
                .statusCode(200);
        assertThat(listed("updatedSince=" + between)).contains(newer, older);
    }

    @Test
    void showsLikelyDuplicatesForOfficersToLinkOrKeep() {
        UUID first = submit("workforce", onSystem());
        UUID alike = submit("workforce", onSystem());
        Map<String, Object> otherKind = onSystem();
        otherKind.put("kind", "OTHER_CONCERN");
        UUID another = submit("workforce", otherKind);
        clock.advance(Duration.ofHours(73));
        UUID later = submit("workforce", onSystem());

        assertThat(duplicatesOf("privacy-officer", first)).contains(alike).doesNotContain(another, later);
        json("privacy-officer")
                .body(Map.of("decision", "LINKED"))
                .put("/reports/" + first + "/duplicates/" + later)
                .then()
                .statusCode(428);
        decide(first, later, "LINKED", "\"0\"")
                .statusCode(200)
                .body("decision", equalTo("LINKED"))
                .header("ETag", equalTo("\"1\""));
        decide(alike, first, "LINKED", "\"0\"").statusCode(200);
        // Who saw it undecided does not overwrite what another has decided, from whichever side he looks.
        decide(first, alike, "KEPT_APART", "\"0\"").statusCode(412);
        decide(first, alike, "KEPT_APART", "\"1\"").statusCode(200).body("etag", equalTo("\"2\""));
        json("security-officer")
                .get("/reports/" + first + "/duplicates")
                .then()
                .body("items.find { it.report.incidentId == '" + later + "' }.decision", equalTo("LINKED"))
                .body("items.find { it.report.incidentId == '" + alike + "' }.decision", equalTo("KEPT_APART"));
        // Neither was changed by it.
        json("privacy-officer")
                .get("/reports/" + alike)
                .then()
                .statusCode(200)
                .body("summary.reportVersion", equalTo(1));
        json("privacy-officer")
                .body(Map.of("decision", "LINKED"))
                .put("/reports/" + first + "/duplicates/" + first)
                .then()
                .statusCode(422)
                .body("code", equalTo("SAME_REPORT"));
    }

    @Test
    void aReportWithoutASystemLooksLikeNone() {
        UUID one = submit("workforce", misdirectedSpreadsheet());
        UUID other = submit("workforce", misdirectedSpreadsheet());
        json("privacy-officer")
                .get("/reports/" + one + "/duplicates")
                .then()
                .body("items.report.incidentId", not(hasItem(other.toString())));
    }

    private Map<String, Object> onSystem() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("systems", List.of(system));
        return report;
    }

    private static List<UUID> found(String role, String text) {
        return json(role)
                .body(Map.of("text", text))
                .post("/reports/search?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.incidentId", UUID.class);
    }

    private static List<UUID> listed(String query) {
        return json("privacy-officer")
                .get("/reports?limit=200&" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.incidentId", UUID.class);
    }

    private static ValidatableResponse decide(UUID incident, UUID other, String decision, String ifMatch) {
        return json("privacy-officer")
                .header("If-Match", ifMatch)
                .body(Map.of("decision", decision))
                .put("/reports/" + incident + "/duplicates/" + other)
                .then();
    }

    private static List<UUID> duplicatesOf(String role, UUID incident) {
        return json(role)
                .get("/reports/" + incident + "/duplicates")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.report.incidentId", UUID.class);
    }

    private static io.restassured.path.json.JsonPath counts(String role) {
        return json(role)
                .get("/reports/counts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String exported(String role, String query) {
        return json(role)
                .get("/reports/export" + query)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
    }

    /** 45 CFR 164.530(j): when its time is over, nothing of the report can be read or found any more. */
    @Test
    void disposesOfAReportAndItsKeyedWords() {
        UUID incident = submit("workforce", onSystem());
        Facts.send(Topic.RETENTION, Facts.sample(Topic.RETENTION, DisposalOrdered.class, incident), "larkspur-falls");
        try (TopicProbe probe = TopicProbe.on(Topic.RETENTION)) {
            KeyDestroyed destroyed =
                    probe.await(KeyDestroyed.class, told -> told.incidentId().equals(incident));
            assertThat(destroyed.service()).isEqualTo("intake");
            assertThat(destroyed.keyFound()).isTrue();
            assertThat(destroyed.indexRows()).isPositive();
        }
        json("privacy-officer").get("/reports/" + incident).then().statusCode(404);
        assertThat(found("privacy-officer", system.substring(4))).isEmpty();
        assertThat(Database.number(
                        "select cardinality(terms) + cardinality(system_terms) from report where incident_id = ?",
                        incident))
                .isZero();
    }
}
