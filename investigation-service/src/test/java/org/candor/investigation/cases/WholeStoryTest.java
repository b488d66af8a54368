package org.candor.investigation.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.investigation.cases.CaseDesk.HEAD;
import static org.candor.investigation.cases.CaseDesk.PHI;
import static org.candor.investigation.cases.CaseDesk.PRIVACY;
import static org.candor.investigation.cases.CaseDesk.SECURITY;
import static org.candor.investigation.cases.Pdfs.text;
import static org.candor.investigation.cases.Pdfs.violations;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.AssessmentEvent;
import org.candor.events.AssessmentEvent.AssessmentConcluded;
import org.candor.events.AssessmentEvent.AssessmentOpened;
import org.candor.events.AssessmentOutcome;
import org.candor.events.CaseEvent;
import org.candor.events.CaseEvent.BreachAssessmentRequested;
import org.candor.events.CaseEvent.CaseClosed;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.CaseEvent.Cost;
import org.candor.events.CaseEvent.CostKind;
import org.candor.events.CaseEvent.FormSigned;
import org.candor.events.CaseEvent.KnownBy;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.Fact;
import org.candor.events.ReportKind;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Peers;
import org.candor.test.Peers.Answer;
import org.candor.test.Pictures;
import org.candor.test.Seen;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** A case from its report to its closing, over HTTP and Kafka, with real tokens. */
@QuarkusTest
@OnRealPlatform
class WholeStoryTest {

    /** Policy I.B to I.I: both kinds, not safe, eradication, recovery, forms, follow-up, approval, closed. */
    @Test
    void aCaseOfBothKindsIsWorkedToItsEnd() throws Exception {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT);
        UUID incident = desk.incident;

        desk.triaged(true, true, true);
        asksForTheAssessment(incident);
        assessment(desk, new AssessmentOpened(incident, CaseDesk.ENTITY, Instant.now()), "OPEN");

        desk.post(PRIVACY, "/closure", null)
                .statusCode(409)
                .body("code", equalTo("OPEN_MATTERS_REMAIN"))
                .body(
                        "missing",
                        hasItems("phase.CONTAINMENT", "step.C-05", "documentation.damage", "form.4-I-A", "form.4-I-B"))
                .body("missing", hasItems("follow-up.cost", "breach-assessment"));

        desk.judged(false).worked().completed("CONTAINMENT");
        desk.worked().completed("ERADICATION");
        desk.worked().completed("RECOVERY");
        desk.get(PRIVACY, "").body("summary.phase", equalTo("FORMS")).body("steps.size()", equalTo(33));

        Peers.answer("/audit/documents", Answer.of(201));
        formsAreSignedByTheirOfficers(desk);
        desk.completed("FORMS");
        followUpIsApprovedAndCarriedOut(desk);

        desk.post(PRIVACY, "/closure", null).statusCode(409).body("missing", equalTo(List.of("breach-assessment")));
        assessment(
                desk,
                new AssessmentConcluded(incident, AssessmentOutcome.REPORTABLE_BREACH, "ab".repeat(32), Instant.now()),
                "CONCLUDED");
        desk.post(PRIVACY, "/closure", null)
                .statusCode(200)
                .body("phase", equalTo("CLOSED"))
                .body("toClose", empty());
        desk.post(PRIVACY, "/closure", null).statusCode(409).body("code", equalTo("CASE_CLOSED"));

        tellsItsStoryInOrder(incident);
        showsItsTimeline(desk);
        keepsHealthInformationToItself(incident);
        formsAreHandedToAudit(incident);
        reopens(desk);
    }

    private void asksForTheAssessment(UUID incident) {
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            BreachAssessmentRequested asked = cases.await(
                    BreachAssessmentRequested.class, fact -> fact.incidentId().equals(incident));
            assertThat(asked.knowledge()).singleElement().matches(known -> known.by() == KnownBy.WORKFORCE);
            assertThat(asked.occurredAt()).isNotNull();
        }
    }

    private static void assessment(CaseDesk desk, AssessmentEvent fact, String expected) {
        Facts.send(Topic.ASSESSMENT, fact, CaseDesk.ENTITY);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> desk.get(PRIVACY, "").body("summary.breachQuestion", equalTo(expected)));
        desk.refreshed();
    }

    private void formsAreSignedByTheirOfficers(CaseDesk desk) throws Exception {
        desk.post(PRIVACY, "/forms/4-I-A/signature", null)
                .statusCode(409)
                .body("code", equalTo("DOCUMENTATION_INCOMPLETE"))
                .body("missing.size()", equalTo(9));
        Map<String, Object> eight = CaseDesk.documentation();
        eight.remove("identifiedRisk");
        desk.put(SECURITY, "/documentation", eight)
                .statusCode(200)
                .body("toClose", hasItem("documentation.identifiedRisk"));
        desk.documented();
        desk.post(PRIVACY, "/forms/4-I-B/signature", null)
                .statusCode(403)
                .body("code", equalTo("ANOTHER_ROLES_COMMAND"));
        byte[] draft = pdf(desk, "4-I-A.pdf");
        assertThat(text(draft)).contains("DRAFT").contains("anonymous");
        desk.signed("4-I-A");
        desk.post(SECURITY, "/phases/FORMS/completion", null)
                .statusCode(409)
                .body("missing", equalTo(List.of("form.4-I-B")));
        desk.signed("4-I-B");

        byte[] privacyForm = pdf(desk, "4-I-A.pdf");
        byte[] securityForm = pdf(desk, "4-I-B.pdf");
        assertThat(text(privacyForm))
                .contains("Signed by Pat Rowan")
                .contains(PHI)
                .doesNotContain("DRAFT");
        assertThat(text(securityForm))
                .contains("Signed by Sam Okafor, Security Officer")
                .contains("C-05")
                .contains("V-08");
        assertThat(violations(privacyForm)).isEmpty();
        assertThat(violations(securityForm)).isEmpty();
        desk.get(PRIVACY, "/forms/4-I-B")
                .statusCode(200)
                .body("form.signature.name", equalTo("Sam Okafor"))
                .body("form.signature.role", equalTo("Security Officer"))
                .body("form.items[2].text", containsString(PHI))
                .body("form.measures.find { it.step == 'C-17' }.approvedBy", equalTo(HEAD))
                .body("sha256", equalTo(sha256(securityForm)));
        desk.get(PRIVACY, "/forms/4-I-B?draft=true")
                .body("form.signature", nullValue())
                .body("sha256", nullValue());
        String frozen = desk.get(PRIVACY, "").extract().path("forms.find { it.form == '4-I-B' }.versions[0].sha256");
        assertThat(sha256(securityForm)).isEqualTo(frozen);
        Pictures.save("form-4-I-A-draft", draft);
        Pictures.save("form-4-I-A", privacyForm);
        Pictures.save("form-4-I-B", securityForm);
    }

    /** 45 CFR 164.530(j): what was signed is kept beyond this service. */
    private static void formsAreHandedToAudit(UUID incident) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Peers.asked("/audit/documents").stream()
                                .filter(request -> request.body().contains(incident.toString()))
                                .filter(request -> request.body().contains("%PDF-"))
                                .count()
                        >= 2);
        // The file of the closed case, once: as it was when it was closed.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Peers.asked("/audit/documents").stream()
                                .filter(request -> request.body().contains(incident.toString()))
                                .filter(request -> request.body().contains("CASE_FILE"))
                                .filter(request -> request.body().contains("round-1"))
                                .count()
                        >= 1);
    }

    private void followUpIsApprovedAndCarriedOut(CaseDesk desk) throws Exception {
        desk.get(PRIVACY, "/forms/4-I-A/lessons-learned.pdf")
                .statusCode(404)
                .body("code", equalTo("NO_LESSONS_LEARNED"));
        desk.reviewed();
        byte[] lessons = pdf(desk, "4-I-A/lessons-learned.pdf");
        assertThat(text(lessons)).contains("needs an owner").contains("version 1");
        assertThat(violations(lessons)).isEmpty();
        Pictures.save("lessons-learned", lessons);

        String recommendation = desk.post(SECURITY, "/recommendations", Map.of("text", "Encrypt exports"))
                .statusCode(201)
                .header("Location", containsString("/investigation/cases/" + desk.incident))
                .extract()
                .path("id");
        desk.post(PRIVACY, "/closure", null)
                .statusCode(409)
                .body("missing", hasItem("recommendation." + recommendation + ".decision"));
        String decision = "/recommendations/" + recommendation + "/decision";
        desk.post(PRIVACY, decision, Map.of("approved", true, "reason", "Good")).statusCode(403);
        desk.post(HEAD, decision, Map.of("approved", true, "reason", "To be paid from the reserve"))
                .statusCode(200);
        desk.post(HEAD, decision, Map.of("approved", false, "reason", "Second thoughts"))
                .statusCode(409)
                .body("code", equalTo("RECOMMENDATION_DECIDED_ALREADY"));
        String task = desk.post(
                        PRIVACY,
                        "/tasks",
                        Map.of(
                                "text",
                                "Turn on encryption in the export job",
                                "recommendationId",
                                recommendation,
                                "owner",
                                "SECURITY_OFFICER",
                                "dueOn",
                                LocalDate.now().plusDays(30).toString()))
                .statusCode(201)
                .extract()
                .path("id");
        desk.post(SECURITY, "/tasks/" + task + "/completion", Map.of("reason", "Change 2231, tested"))
                .statusCode(200);
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            assertThat(cases.await(
                                    DeadlineMet.class,
                                    fact -> fact.deadlineId().toString().equals(task))
                            .daysLate())
                    .isZero();
        }
    }

    private void tellsItsStoryInOrder(UUID incident) {
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            CaseClosed closed =
                    cases.await(CaseClosed.class, fact -> fact.incidentId().equals(incident));
            assertThat(closed.costs())
                    .containsExactly(
                            new Cost(CostKind.WORK_HOURS, 6_450, null), new Cost(CostKind.MONEY, 820_000, "USD"));
            assertThat(cases.records().stream()
                            .filter(seen -> incident.toString().equals(seen.key()))
                            .map(WholeStoryTest::named))
                    .containsExactly(
                            "case-opened",
                            "phase-started",
                            "case-triaged",
                            "phase-completed",
                            "phase-started",
                            "breach-assessment-requested",
                            "safe-to-continue-decided",
                            "phase-completed",
                            "phase-started",
                            "phase-completed",
                            "phase-started",
                            "phase-completed",
                            "phase-started",
                            "form-signed",
                            "form-signed",
                            "phase-completed",
                            "phase-started",
                            "recommendation-decided",
                            "deadline-set",
                            "deadline-met",
                            "phase-completed",
                            "case-closed");
            Seen signed = cases.awaitRecord(
                    FormSigned.class, fact -> fact.incidentId().equals(incident));
            assertThat(signed.attribute("actor")).isEqualTo(PRIVACY);
        }
    }

    private static Set<String> fields(String json) {
        return JsonPath.from(json).<Map<String, Object>>get("").keySet();
    }

    private static String named(Seen seen) {
        return ((CaseEvent) seen.fact()).getClass().getAnnotation(Fact.class).value();
    }

    private void showsItsTimeline(CaseDesk desk) throws IOException {
        desk.get(PRIVACY, "/timeline")
                .statusCode(200)
                .body(
                        "phases.phase",
                        equalTo(List.of("TRIAGE", "CONTAINMENT", "ERADICATION", "RECOVERY", "FORMS", "FOLLOW_UP")))
                .body("phases.findAll { it.endedAt == null }", empty())
                .body("entries.kind", hasItems("case-opened", "step-recorded", "assessment-concluded", "case-closed"))
                .body("entries.find { it.kind == 'safe-to-continue-decided' }.reason", containsString("send again"));
        String svg = desk.get(PRIVACY, "/timeline.svg")
                .statusCode(200)
                .contentType("image/svg+xml")
                .extract()
                .asString();
        assertThat(svg).contains("<title", "<desc", "Follow-up: ").doesNotContain(PHI);
        Files.writeString(Files.createDirectories(Path.of("target", "pictures")).resolve("timeline.svg"), svg);
    }

    /** Policy I.B.2: confidentiality is kept while investigating. */
    private void keepsHealthInformationToItself(UUID incident) {
        for (Topic topic : List.of(Topic.CASE, Topic.ACCESS)) {
            try (TopicProbe probe = TopicProbe.on(topic)) {
                assertThat(probe.records()).noneMatch(seen -> seen.toString().contains("Ashgrove"));
            }
        }
        for (String column : List.of(
                "step_entry.words", "documentation.words", "form_document.pdf", "follow_up.words", "case_task.words")) {
            String[] place = column.split("\\.");
            assertThat(Database.number("select count(*) from " + place[0])).isPositive();
            assertThat(Database.number("select count(*) from " + place[0] + " where position('Ashgrove'::bytea in "
                            + place[1] + ") > 0"))
                    .as(column)
                    .isZero();
        }
        try (TopicProbe accesses = TopicProbe.on(Topic.ACCESS)) {
            assertThat(accesses.await(
                                    AccessRecorded.class,
                                    fact -> fact.incidentIds().contains(incident)
                                            && fact.action().equals("read-form"))
                            .actor())
                    .isEqualTo(PRIVACY);
        }
    }

    private void reopens(CaseDesk desk) {
        desk.post(PRIVACY, "/reopening", Map.of("reason", "The vendor found a second file"))
                .statusCode(200)
                .body("phase", equalTo("TRIAGE"));
        desk.get(PRIVACY, "")
                .body("round", equalTo(2))
                .body("steps.findAll { it.standing }", empty())
                .body("commands", hasItem("triage-case"))
                .body("commands", not(hasItem("close-case")));
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            cases.await(CaseReopened.class, fact -> fact.incidentId().equals(desk.incident));
        }
    }

    private static byte[] pdf(CaseDesk desk, String name) {
        return desk.get(PRIVACY, "/forms/" + name)
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    private static String sha256(byte[] document) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    }
}
