package org.candor.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.notification.Fixtures.approved;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.header;
import static org.candor.notification.Fixtures.importing;
import static org.candor.notification.Fixtures.individuals;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.person;
import static org.candor.notification.Fixtures.security;
import static org.candor.notification.Fixtures.today;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.candor.events.NoticeEvent.NoticesSent;
import org.candor.events.NoticeMethod;
import org.candor.events.Topic;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** A business associate sends the notices itself: nothing is sent from here, and its listing is taken in. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class DelegatedCampaignTest {

    @Test
    void theAssociatesListingTellsWhomItTold() {
        UUID incident = threePeople();
        delegate(incident, "Clearwater Billing Services").statusCode(204);
        officer()
                .post("/campaigns/" + incident + "/runs")
                .then()
                .statusCode(409)
                .body("code", equalTo("DELEGATED"));

        String first = "external_id,method,sent_on,returned_on\nP-1,FIRST_CLASS_MAIL," + today().minusDays(2)
                + ",\nP-2,EMAIL," + today().minusDays(1) + ",\nP-77,EMAIL," + today() + ",\nP-3,SMOKE,never,\n";
        for (int again = 0; again < 2; again++) {
            take(incident, first)
                    .statusCode(200)
                    .body("sent", equalTo(2))
                    .body("unknown", equalTo(1))
                    .body("unreadable", equalTo(1));
        }
        officer()
                .get("/campaigns/" + incident)
                .then()
                .body("delegatedTo", equalTo("Clearwater Billing Services"))
                .body("people.told", equalTo(2))
                .body("people.ready", equalTo(1))
                .body("commands", hasItem("TAKE_DELEGATED_LISTING"))
                .body("commands", not(hasItem("START_RUN")));

        take(
                        incident,
                        "external_id,method,sent_on,returned_on\nP-1,FIRST_CLASS_MAIL," + today().minusDays(2) + ","
                                + today() + "\nP-3,TELEPHONE," + today() + ",\n")
                .body("sent", equalTo(1))
                .body("returned", equalTo(1));
        officer()
                .get("/campaigns/" + incident)
                .then()
                .body("state", equalTo("COMPLETED"))
                .body("people.substitute", equalTo(1));
        try (TopicProbe notices = TopicProbe.on(Topic.NOTICE)) {
            NoticesSent sent =
                    notices.await(NoticesSent.class, fact -> fact.incidentId().equals(incident));
            assertThat(sent.counts()).isEqualTo(Map.of(NoticeMethod.FIRST_CLASS_MAIL, 1L, NoticeMethod.EMAIL, 1L));
            assertThat(sent.firstSentOn()).isEqualTo(today().minusDays(2));
        }
    }

    @Test
    void nothingIsTakenInForACampaignThatIsNotDelegated() {
        UUID incident = threePeople();

        take(incident, "external_id,method,sent_on,returned_on\nP-1,EMAIL," + today() + ",\n")
                .statusCode(409)
                .body("code", equalTo("NOT_DELEGATED"));
        delegate(incident, "Clearwater Billing Services").statusCode(204);
        take(incident, "a,b\n1,2\n").statusCode(422).body("code", equalTo("DELEGATED_LISTING_UNREADABLE"));
        delegate(incident, "").statusCode(204);
        officer().get("/campaigns/" + incident).then().body("commands", hasItem("START_RUN"));
    }

    @Test
    void delegatingNeedsThePrivacyOfficerAndTheStateThatWasSeen() {
        UUID incident = threePeople();
        Map<String, Object> body = Map.of("associate", "Clearwater Billing Services", "reference", "BAA 2026-07");
        String path = "/campaigns/" + incident + "/delegation";

        officer().contentType("application/json").body(body).put(path).then().statusCode(428);
        security().contentType("application/json").body(body).put(path).then().statusCode(403);
        io.restassured.RestAssured.given()
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(401);
        security()
                .contentType("text/csv")
                .body("x")
                .post("/campaigns/" + incident + "/delegated-listings")
                .then()
                .statusCode(403);
    }

    private static UUID threePeople() {
        UUID incident = breach(false, individuals(null));
        StringBuilder file = new StringBuilder(header());
        for (int i = 1; i <= 3; i++) {
            file.append(person(
                            "P-" + i,
                            "Resident" + i,
                            i + " Elm Street",
                            "Larkspur Falls",
                            "WI",
                            "54901",
                            "",
                            "no",
                            "en"))
                    .append('\n');
        }
        importing(incident, file.toString()).then().statusCode(200);
        approved(incident, "4-III-B", "en");
        return incident;
    }

    private static ValidatableResponse delegate(UUID incident, String associate) {
        String tag = officer().get("/campaigns/" + incident).header("ETag");
        return officer()
                .contentType("application/json")
                .header("If-Match", tag)
                .body(Map.of("associate", associate, "reference", "BAA 2026-07"))
                .put("/campaigns/" + incident + "/delegation")
                .then();
    }

    private static ValidatableResponse take(UUID incident, String file) {
        return officer()
                .contentType("text/csv")
                .body(file.getBytes(UTF_8))
                .post("/campaigns/" + incident + "/delegated-listings")
                .then();
    }
}
