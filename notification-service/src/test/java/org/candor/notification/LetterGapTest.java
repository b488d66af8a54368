package org.candor.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.BY_EMAIL;
import static org.candor.notification.Fixtures.BY_LETTER;
import static org.candor.notification.Fixtures.approved;
import static org.candor.notification.Fixtures.asking;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.importing;
import static org.candor.notification.Fixtures.individuals;
import static org.candor.notification.Fixtures.obligation;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.roster;
import static org.candor.notification.Fixtures.security;
import static org.candor.notification.Fixtures.tell;
import static org.candor.notification.Fixtures.text;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.ObligationEvent.Obligation;
import org.candor.events.ObligationKind;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;

/** One letter holds what every law asks for (policy III.D.1.a.iii), also when a law joins after it was approved. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class LetterGapTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void anElementThatComesAfterApprovalStopsTheRunUntilANewerLetterIsApproved() throws Exception {
        UUID incident = breach(false, individuals(null));
        importing(incident, roster());
        approved(incident, "4-III-B", "en");
        // No mail server: the letters go, and the e-mails wait.
        officer().post("/campaigns/" + incident + "/runs").then().statusCode(202);
        await().atMost(SOON).until(() -> sent(incident) == BY_LETTER);

        tell(incident, false, 2, individuals(null), california(List.of("type of at least 10 points"), List.of()));
        waitsForAnotherLetter(incident);
        officer()
                .get("/campaigns/" + incident)
                .then()
                .body("letterGaps.size()", equalTo(1))
                .body("letterGaps[0].wording", equalTo("type of at least 10 points"))
                .body("letterGaps[0].language", equalTo("en"))
                .body("letterGaps[0].version", equalTo(1))
                .body("letterGaps[0].forCounsel", equalTo(false));

        try (MailServer mail = MailServer.start()) {
            // Longer than a mail would have waited to be tried again.
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            assertThat(mail.notices()).isEmpty();
            approveAgain(incident);
            completes(incident);
            assertThat(mail.notices()).hasSize(BY_EMAIL);
        }
        officer().get("/campaigns/" + incident).then().body("letterGaps", nullValue());
        officer()
                .get("/campaigns/" + incident + "/people?earlierText=true&limit=100")
                .then()
                .body("items.size()", equalTo(BY_LETTER))
                .body("items.text.unique()", equalTo(List.of("en-1")))
                .body("items.method.unique()", equalTo(List.of("FIRST_CLASS_MAIL")));
        assertThat(Database.number(
                        "select count(*) from notice n join notice_text t on t.id = n.text_id"
                                + " where n.incident_id = ? and n.method = 'EMAIL' and t.number = 2",
                        incident))
                .isEqualTo(BY_EMAIL);
    }

    @Test
    void aConflictThatArisesStopsWhatHasNotBegunAndCounselsWordAsksForANewerLetter() {
        UUID incident = breach(false, individuals(null));
        importing(incident, roster());
        approved(incident, "4-III-B", "en");
        tell(incident, false, 2, individuals(null), california(List.of(), List.of("the nature of the breach")));
        String element = await().atMost(SOON)
                .until(
                        () -> officer().get("/campaigns/" + incident).<String>path("letterGaps[0].elementId"),
                        one -> one != null);
        refusesToStart(incident);
        officer().get("/campaigns/" + incident).then().body("commands", not(hasItem("START_RUN")));

        given().auth()
                .oauth2(Tokens.of("counsel"))
                .contentType("application/json")
                .body(Map.of("decision", "KEEP_ELEMENT", "reason", "45 CFR 160.203; memo 2026-31"))
                .post("/campaigns/" + incident + "/texts/elements/" + element + "/counsel-decision")
                .then()
                .statusCode(204);
        officer().get("/campaigns/" + incident).then().body("letterGaps[0].forCounsel", equalTo(true));
        refusesToStart(incident);

        approveAgain(incident);
        officer()
                .get("/campaigns/" + incident)
                .then()
                .body("letterGaps", nullValue())
                .body("commands", hasItem("START_RUN"));
    }

    private static void refusesToStart(UUID incident) {
        officer()
                .post("/campaigns/" + incident + "/runs")
                .then()
                .statusCode(409)
                .body("code", equalTo("LETTER_LACKS_ELEMENTS"))
                .body("missing", equalTo(List.of("45 CFR 164.408")));
    }

    private static void waitsForAnotherLetter(UUID incident) {
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get("/campaigns/" + incident + "/runs")
                        .then()
                        .body("[0].state", equalTo("RUNNING"))
                        .body("[0].waitingFor", equalTo("LETTER_LACKS_ELEMENTS")));
    }

    private static void approveAgain(UUID incident) {
        String path = "/campaigns/" + incident + "/texts/4-III-B";
        Response draft = put(path, Map.of(), null);
        List<String> open = draft.path("elements.findAll { it.status == 'OPEN' }.id");
        Response confirmed = put(path, Map.of("confirmed", open), draft.header("ETag"));
        security()
                .header("If-Match", confirmed.header("ETag"))
                .post(path + "/approval")
                .then()
                .statusCode(200)
                .body("number", equalTo(2));
    }

    private static Response put(String path, Map<String, Object> changes, String tag) {
        Map<String, Object> draft = new HashMap<>(text("en"));
        draft.putAll(changes);
        var request = officer().contentType("application/json").body(draft);
        return (tag == null ? request : request.header("If-Match", tag)).put(path);
    }

    private static Obligation california(List<String> must, List<String> mustNot) {
        return asking(obligation(8, ObligationKind.STATE_INDIVIDUAL_NOTICE, "CA", null, null, null), must, mustNot);
    }

    private static long sent(UUID incident) {
        return Database.number("select count(*) from notice where incident_id = ? and state = 'SENT'", incident);
    }

    private static void completes(UUID incident) {
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get("/campaigns/" + incident + "/runs")
                        .then()
                        .body("[0].state", equalTo("COMPLETED"))
                        .body("[0].pending", equalTo(0)));
    }
}
