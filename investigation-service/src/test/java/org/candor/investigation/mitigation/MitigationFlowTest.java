package org.candor.investigation.mitigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.Desk.PRIVACY;
import static org.candor.investigation.Desk.SECURITY;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Topic;
import org.candor.investigation.Desk;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** Policy IV over HTTP. */
@QuarkusTest
@OnRealPlatform
class MitigationFlowTest {

    private static final String ROOT = "/mitigation";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/Chicago"));

    private static String asked(Desk desk) {
        Map<String, String> request = Map.of(
                "businessAssociate", "Ledgerline Billing",
                "text", "Delete the file and confirm it",
                "dueOn", TODAY.plusDays(7).toString());
        return desk.change("POST", PRIVACY, ROOT, "/requests", request)
                .statusCode(201)
                .extract()
                .path("requests[0].id");
    }

    @Test
    void harmTrainingAndTheDayOfCorrectionAreOnRecord() {
        Desk desk = Desk.reported().triaged(false);
        desk.get(PRIVACY, ROOT)
                .body("harm", equalTo("NOT_LOOKED_AT"))
                .body("training", equalTo("NOT_CONSIDERED"))
                .body("correction.inTime", nullValue());
        desk.change("PUT", PRIVACY, ROOT, "", Map.of("harm", "KNOWN", "training", "NEEDED"))
                .statusCode(422)
                .body("code", equalTo("HARM_NOT_DESCRIBED"));
        desk.change(
                        "PUT",
                        PRIVACY,
                        ROOT,
                        "",
                        Map.of(
                                "harm", "KNOWN",
                                "harmfulEffect", "Fear of identity theft",
                                "extent", "612 people",
                                "training", "NEEDED",
                                "trainingReason", "Nobody knew the rule",
                                "correctedOn", TODAY.toString()))
                .statusCode(200)
                .body("correction.inTime", equalTo(true))
                .body("correction.citation", equalTo("45 CFR 160.410(c)(2)(i)"));
        LocalDate from = LocalDate.parse(desk.get(PRIVACY, ROOT).extract().path("correction.from"));
        desk.get(PRIVACY, ROOT)
                .body("correction.lastDay", equalTo(from.plusDays(29).toString()));
        desk.get(PRIVACY, "/timeline?kind=mitigation-written").body("entries.size()", equalTo(1));
    }

    /** What was written first may matter later (45 CFR 160.410(c)): it is kept as it was, with who and when. */
    @Test
    void everyWritingIsKeptAndOnlyTheNewestIsChanged() {
        Desk desk = Desk.reported().triaged(false);
        Map<String, String> first =
                Map.of("harm", "KNOWN", "harmfulEffect", "Fear of identity theft", "training", "NEEDED");
        Map<String, String> second = Map.of(
                "harm",
                "KNOWN",
                "harmfulEffect",
                "An account was opened",
                "training",
                "NEEDED",
                "correctedOn",
                TODAY.toString());
        desk.change("PUT", PRIVACY, ROOT, "", first).statusCode(200);
        assertThat(desk.send("PUT", Desk.as(SECURITY), ROOT, second, "\"0\"").statusCode())
                .isEqualTo(412);
        Desk.as(SECURITY)
                .contentType("application/json")
                .body(second)
                .put("/cases/" + desk.incident + ROOT)
                .then()
                .statusCode(428);
        desk.change("PUT", SECURITY, ROOT, "", second).statusCode(200);

        desk.get(PRIVACY, ROOT + "/history")
                .statusCode(200)
                .body("items.writtenBy", equalTo(List.of(SECURITY, PRIVACY)))
                .body("items.harmfulEffect", equalTo(List.of("An account was opened", "Fear of identity theft")))
                .body("items[0].correctedOn", equalTo(TODAY.toString()))
                .body("items[1].correctedOn", nullValue());
        String cursor = desk.get(PRIVACY, ROOT + "/history?limit=1")
                .body("items.size()", equalTo(1))
                .extract()
                .path("next");
        desk.get(PRIVACY, ROOT + "/history?limit=1&cursor=" + cursor)
                .body("items.harmfulEffect", equalTo(List.of("Fear of identity theft")));
        assertThat(Database.number(
                        "select count(*) from mitigation_version where position('identity'::bytea in words) > 0"))
                .isZero();
    }

    @Test
    void aBusinessAssociateIsAskedAndItsReplyMeetsTheDeadline() {
        Desk desk = Desk.reported().triaged(false);
        String request = asked(desk);
        UUID id = UUID.fromString(request);
        assertThat(desk.toClose()).contains("mitigation.request." + request);
        Map<String, String> reply = Map.of("repliedOn", TODAY.toString(), "text", "Deleted, certificate attached");
        desk.change("POST", PRIVACY, ROOT, "/requests/" + request + "/reply", reply)
                .statusCode(200)
                .body("requests[0].status", equalTo("REPLIED"))
                .body("requests[0].ending", equalTo("Deleted, certificate attached"));
        desk.change("POST", SECURITY, ROOT, "/requests/" + request + "/withdrawal", Map.of("reason", "Done"))
                .statusCode(409)
                .body("code", equalTo("REQUEST_ENDED_ALREADY"));
        assertThat(desk.toClose()).doesNotContain("mitigation.request." + request);
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            DeadlineSet set =
                    cases.await(DeadlineSet.class, fact -> fact.deadlineId().equals(id));
            assertThat(set.kind()).isEqualTo("BUSINESS_ASSOCIATE_REPLY");
            assertThat(set.title()).doesNotContain("Ledgerline");
            cases.await(DeadlineMet.class, fact -> fact.deadlineId().equals(id) && fact.daysLate() == 0);
        }
    }

    @Test
    void aWithdrawnRequestCancelsItsDeadline() {
        Desk desk = Desk.reported().triaged(false);
        String request = asked(desk);
        desk.change("POST", PRIVACY, ROOT, "/requests/" + request + "/withdrawal", Map.of("reason", "Wrong vendor"))
                .statusCode(200);
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            cases.await(DeadlineCancelled.class, fact -> fact.deadlineId().equals(UUID.fromString(request)));
        }
        desk.get(PRIVACY, "/timeline")
                .body("deadlines.find { it.kind == 'BUSINESS_ASSOCIATE_REPLY' }.cancelled", equalTo(true));
    }

    @Test
    void aRequestOfAnotherCaseIsNotThere() {
        String request = asked(Desk.reported().triaged(false));
        Desk other = Desk.reported().triaged(false);
        other.change(
                        "POST",
                        PRIVACY,
                        ROOT,
                        "/requests/" + request + "/reply",
                        Map.of("repliedOn", TODAY.toString(), "text", "Deleted"))
                .statusCode(404);
    }

    @Test
    void aRetryIsAnsweredAsTheFirstTime() {
        Desk desk = Desk.reported().triaged(false);
        Map<String, String> request =
                Map.of("businessAssociate", "Ledgerline Billing", "text", "Delete it", "dueOn", TODAY.toString());
        for (int attempt = 0; attempt < 2; attempt++) {
            desk.change(
                            "POST",
                            Desk.as(PRIVACY).header("Idempotency-Key", "ask-" + desk.incident),
                            ROOT,
                            "/requests",
                            request)
                    .statusCode(201)
                    .body("requests.size()", equalTo(1));
        }
    }
}
