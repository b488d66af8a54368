package org.candor.investigation.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.investigation.cases.CaseDesk.PRIVACY;
import static org.candor.investigation.cases.CaseDesk.SECURITY;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.candor.events.AssessmentEvent.AssessmentConcluded;
import org.candor.events.AssessmentOutcome;
import org.candor.events.CaseEvent.AssessmentReason;
import org.candor.events.CaseEvent.BreachAssessmentRequested;
import org.candor.events.CaseEvent.ComplaintAnswered;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.ReportKind;
import org.candor.events.Topic;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** The ways through a case that skip phases. */
@QuarkusTest
@OnRealPlatform
class OtherPathsTest {

    /** Policy I.C.4 and I.G.1: a complaint about privacy only has no technical phases and is answered. */
    @Test
    void aPrivacyOnlyComplaintGoesToFormsAndFollowUpAndIsAnswered() {
        CaseDesk desk = CaseDesk.reported(ReportKind.COMPLAINT);
        String today = LocalDate.now(ZoneId.of("America/Chicago")).toString();

        desk.triaged(true, false, false).get(PRIVACY, "").body("playbook", nullValue());
        desk.documented();
        desk.post(SECURITY, "/forms/4-I-B/signature", null)
                .statusCode(409)
                .body("code", equalTo("FORM_OF_ANOTHER_KIND"));
        desk.signed("4-I-A").completed("FORMS").reviewed();
        desk.post(PRIVACY, "/closure", null).statusCode(409).body("missing", equalTo(List.of("complaint-answer")));
        String yesterday =
                LocalDate.now(ZoneId.of("America/Chicago")).minusDays(1).toString();
        desk.post(PRIVACY, "/complaint-answer", CaseDesk.answer(yesterday))
                .statusCode(422)
                .body("code", equalTo("ANSWER_OUT_OF_TIME"));
        desk.post(PRIVACY, "/complaint-answer", CaseDesk.answer(today)).statusCode(200);
        desk.post(PRIVACY, "/closure", null).statusCode(200).body("phase", equalTo("CLOSED"));

        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            cases.await(ComplaintAnswered.class, fact -> fact.incidentId().equals(desk.incident));
            cases.await(DeadlineMet.class, fact -> desk.incident.equals(fact.incidentId()) && fact.daysLate() == 0);
        }
    }

    /** Policy I.D.1.h.i: a system that is safe skips eradication and recovery. */
    @Test
    void aSecurityOnlyCaseThatIsSafeGoesFromContainmentToTheForms() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT);

        desk.triaged(false, true, false).worked();
        desk.post(SECURITY, "/phases/CONTAINMENT/completion", null)
                .statusCode(409)
                .body("code", equalTo("PHASE_NOT_COMPLETE"))
                .body("missing", equalTo(List.of("safe-to-continue")));
        desk.judged(true).completed("CONTAINMENT");
        desk.get(SECURITY, "").body("summary.phase", equalTo("FORMS")).body("safeToContinue", equalTo(true));
        desk.documented().signed("4-I-B").completed("FORMS").reviewed();
        desk.post(SECURITY, "/closure", null).statusCode(200);
        desk.get(PRIVACY, "/timeline")
                .body("phases.phase", equalTo(List.of("TRIAGE", "CONTAINMENT", "FORMS", "FOLLOW_UP")));
    }

    /** Policy I.E.3: health information that comes to light later opens the breach question after all. */
    @Test
    void theBreachQuestionCanBeOpenedAfterTriage() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT).triaged(false, true, false);
        Map<String, String> reason = Map.of("reason", "Patient names on the disk");
        desk.post(SECURITY, "/breach-assessment", reason).statusCode(200).body("toClose", hasItem("breach-assessment"));
        desk.post(SECURITY, "/breach-assessment", reason)
                .statusCode(409)
                .body("code", equalTo("BREACH_QUESTION_ASKED_ALREADY"));
    }

    /** A reopened case whose triage finds health information asks again, and says that it does. */
    @Test
    void aReopenedCaseAsksTheBreachQuestionAgain() throws Exception {
        CaseDesk desk = CaseDesk.reported(ReportKind.IMPROPER_USE_OR_DISCLOSURE).triaged(true, false, true);
        desk.documented().signed("4-I-A").completed("FORMS").reviewed();
        concluded(desk);
        desk.refreshed().post(PRIVACY, "/closure", null).statusCode(200);
        desk.post(PRIVACY, "/reopening", Map.of("reason", "A second list was found"))
                .statusCode(200);
        desk.get(PRIVACY, "")
                .body("summary.breachQuestion", equalTo("NOT_ASKED"))
                .body("summary.breachRequests", equalTo(1));
        desk.triaged(true, false, true);
        desk.get(PRIVACY, "")
                .body("summary.breachQuestion", equalTo("ASKED"))
                .body("summary.breachRequests", equalTo(2))
                .body("summary.breachAskedAt", notNullValue())
                .body("toClose", hasItem("breach-assessment"));
        assertThat(Pdfs.text(desk.get(PRIVACY, "/case-file.pdf").extract().asByteArray()))
                .contains("Asked, asked again on ");
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            List<BreachAssessmentRequested> asked = cases
                    .awaitRecords(
                            BreachAssessmentRequested.class,
                            fact -> fact.incidentId().equals(desk.incident),
                            2)
                    .stream()
                    .map(seen -> (BreachAssessmentRequested) seen.fact())
                    .toList();
            assertThat(asked).extracting(BreachAssessmentRequested::request).containsExactly(1, 2);
            assertThat(asked)
                    .extracting(BreachAssessmentRequested::reason)
                    .containsExactly(AssessmentReason.TRIAGE, AssessmentReason.CASE_REOPENED);
        }
    }

    private static void concluded(CaseDesk desk) {
        Facts.send(
                Topic.ASSESSMENT,
                new AssessmentConcluded(desk.incident, AssessmentOutcome.NOT_A_BREACH, "ab".repeat(32), Instant.now()),
                CaseDesk.ENTITY);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> desk.get(PRIVACY, "").body("summary.breachQuestion", equalTo("CONCLUDED")));
    }

    @Test
    void aCancelledTaskCancelsItsDeadline() {
        CaseDesk desk = CaseDesk.reported(ReportKind.OTHER_CONCERN).triaged(true, false, false);
        String task = desk.post(
                        PRIVACY,
                        "/tasks",
                        Map.of(
                                "text", "Ask the vendor to delete",
                                "owner", "PRIVACY_OFFICER",
                                "dueOn", LocalDate.now().plusDays(3).toString()))
                .statusCode(201)
                .extract()
                .path("id");
        desk.post(PRIVACY, "/tasks/" + task + "/cancellation", Map.of("reason", "Deleted before we asked"))
                .statusCode(200);
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            cases.await(
                    DeadlineCancelled.class,
                    fact -> fact.deadlineId().toString().equals(task));
        }
        desk.get(PRIVACY, "").body("tasks[0].status", equalTo("CANCELLED"));
    }
}
