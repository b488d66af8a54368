package org.candor.intake.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.json;
import static org.candor.intake.IntakeFixtures.misdirectedSpreadsheet;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.candor.events.ReportEvent.ReportRouted;
import org.candor.events.Topic;
import org.candor.intake.IntakeFixtures;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody has set the installation up, or has forgotten its officers; a report is kept all the same. */
@QuarkusTest
@OnRealPlatform
class EmptyDirectoryTest {

    @BeforeEach
    void empty() {
        Database.execute("delete from delegate");
        Database.execute("delete from officer");
        Database.execute("delete from legal_entity");
        Database.execute("update directory_revision set revision = revision + 1");
    }

    @AfterEach
    void city() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
    }

    @Test
    void keepsAReportWhileThereIsNoEntity() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.remove("entityId");
        report.put("kind", "COMPLAINT");
        UUID incident = IntakeFixtures.submit("workforce", report);

        json("administrator")
                .get("/reports/" + incident)
                .then()
                .statusCode(200)
                .body("summary.entityId", equalTo("unassigned"));
        String here = Tokens.subject("visitor")
                .roles("privacy-officer")
                .entities("larkspur-falls")
                .signed();
        given().auth().oauth2(here).get("/reports/" + incident).then().statusCode(404);
        assertThat(routed(incident).reason()).isEqualTo("NOBODY_IN_DIRECTORY");
    }

    @Test
    void keepsAReportOfAnEntityWithoutOfficersAndRoutesItOnceThereAreSome() {
        IntakeFixtures.putEntity(IntakeFixtures.ENTITY);
        UUID incident = IntakeFixtures.submit("workforce", misdirectedSpreadsheet());
        assertThat(routed(incident).officers()).isEmpty();

        IntakeFixtures.putOfficer("PRIVACY_OFFICER", "privacy-officer");
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT).within(java.time.Duration.ofSeconds(40))) {
            reports.await(
                    ReportRouted.class,
                    fact -> fact.incidentId().equals(incident) && fact.reason().equals("ONE_OFFICER_AVAILABLE"));
        }
    }

    private static ReportRouted routed(UUID incident) {
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            return reports.await(ReportRouted.class, fact -> fact.incidentId().equals(incident));
        }
    }
}
