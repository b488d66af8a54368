package org.candor.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.json;
import static org.candor.intake.IntakeFixtures.misdirectedSpreadsheet;
import static org.candor.intake.IntakeFixtures.putOfficer;
import static org.candor.intake.IntakeFixtures.submit;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.RoutingEvent.Assigned;
import org.candor.events.RoutingEvent.RoutingChanged;
import org.candor.events.Topic;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organisation may say who takes over when nobody in charge can, and when whoever reported is asked. */
@QuarkusTest
@TestProfile(OwnSettingsTest.Own.class)
@OnRealPlatform(service = "own_settings")
class OwnSettingsTest {

    public static class Own implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "candor.routing.substitutes", "ADMINISTRATOR,INVESTIGATOR,COUNSEL",
                    "candor.check-ups.days", "10,45");
        }
    }

    @BeforeEach
    void directory() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
        putOfficer("COUNSEL", "counsel");
        putOfficer("INVESTIGATOR", "investigator");
    }

    @Test
    void whenTheAdministratorIsImplicatedTooTheNextOfTheOrderIsInCharge() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("implicated", List.of("privacy-officer", "security-officer", "administrator"));
        UUID incident = submit("workforce", report);

        for (String implicated : List.of("privacy-officer", "security-officer", "administrator")) {
            json(implicated).get("/reports/" + incident).then().statusCode(404);
        }
        json("investigator").get("/reports/" + incident).then().statusCode(200);
        try (TopicProbe routing = TopicProbe.on(Topic.ROUTING)) {
            RoutingChanged record = routing.await(
                    RoutingChanged.class, changed -> changed.incidentId().equals(incident));
            assertThat(record.officers()).extracting(Assigned::person).containsExactly("investigator");
            assertThat(record.recused())
                    .containsExactlyInAnyOrder("privacy-officer", "security-officer", "administrator");
        }
    }

    @Test
    void whoeverReportedIsAskedOnTheDaysThatWereChosen() {
        UUID incident = submit("workforce", misdirectedSpreadsheet());
        json("privacy-officer")
                .get("/reports/" + incident + "/check-ups")
                .then()
                .statusCode(200)
                .body("items.daysAfter", equalTo(List.of(10, 45)));
    }
}
