package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.local.acceptance.CaseFiles.HEAD;
import static org.candor.local.acceptance.CaseFiles.PRIVACY;
import static org.candor.local.acceptance.CaseFiles.SECURITY;
import static org.candor.local.acceptance.CaseFiles.SOON;
import static org.candor.local.acceptance.CaseFiles.ZONE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.local.SharedStack;
import org.candor.local.api.Answer;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two cases from the report to the trail, through the proxy and with real tokens. */
@ExtendWith(SharedStack.class)
class CaseIT {

    /** Policy I.C.4 and I.G.1: no technical phases; the complainant is answered, and the duty leaves the board. */
    @Test
    void aPrivacyOnlyComplaintIsAnsweredAndClosed(Users users) throws Exception {
        CaseFiles folder = CaseFiles.reported(users, "COMPLAINT", "Nobody at the desk gave me the notice of practices");
        awaitOnBoard(users, folder.incident, "open", "COMPLAINT_ANSWER");

        assertThat(folder.missingToClose()).contains("phase.TRIAGE", "complaint-answer", "documentation.reporter");
        folder.triage(true, false);
        folder.post(SECURITY, "/steps", Json.of("step", "C-01", "outcome", "NOT_APPLICABLE", "result", "None"))
                .expecting(409);
        folder.document("anonymous");
        folder.post(SECURITY, "/forms/4-I-A/signature", Map.of()).expecting(403);
        folder.sign(PRIVACY, "4-I-A");
        folder.complete("FORMS");
        folder.review();
        assertThat(folder.missingToClose()).containsExactly("complaint-answer");
        String letter = folder.answerComplaint("IN_PERSON", "You were not offered the notice on your first visit.")
                .text("/id");

        Pdf answer =
                folder.pdf(PRIVACY, "/complaint-letters/" + letter + ".pdf").pictured("complaint-answer");
        assertThat(answer.text())
                .contains("City of Larkspur Falls", "not offered the notice", "180 days", "Office for Civil Rights");
        assertThat(answer.violations()).isEmpty();
        Pdf form = folder.pdf(PRIVACY, "/forms/4-I-A.pdf").pictured("form-4-I-A");
        assertThat(form.text()).contains("Privacy incident report", "anonymous", "Signed by Ines Okafor");
        assertThat(form.violations()).isEmpty();

        folder.post(PRIVACY, "/closure", Map.of()).expecting(200);
        assertThat(folder.phases()).containsExactly("TRIAGE", "FORMS", "FOLLOW_UP");
        folder.post(PRIVACY, "/closure", Map.of()).expecting(409);
        awaitOnBoard(users, folder.incident, "met", "COMPLAINT_ANSWER");
        awaitInTrail(users, folder.incident, "complaint-answered", "form-signed", "case-closed");
    }

    /** Policy I.D.1.h.i: safe to continue skips eradication and recovery; evidence and approvals on the way. */
    @Test
    void aSecurityOnlyCaseThatIsSafeIsContainedAndClosed(Users users) throws Exception {
        CaseFiles folder = CaseFiles.reported(users, "SECURITY_INCIDENT", "A screen was unlocked during lunch");
        folder.triage(false, true);

        Answer early = folder.done("C-08").expecting(409);
        assertThat(early.json().path("missing").toString())
                .contains("order.volatile-data-before-freezing", "order.it-director-before-removal");
        folder.work();
        keepsEvidence(users, folder);
        folder.post(SECURITY, "/safe-to-continue", Json.of("safe", true, "reason", "Nobody had used it"))
                .expecting(200);
        folder.complete("CONTAINMENT");
        folder.document("A clerk of the front desk");
        folder.sign(SECURITY, "4-I-B");
        folder.complete("FORMS");
        folder.review();
        carriesOutARecommendation(folder);

        Pdf form = folder.pdf(SECURITY, "/forms/4-I-B.pdf").pictured("form-4-I-B");
        assertThat(form.text())
                .contains("Security incident report", "C-05", "Safe to continue operation Yes")
                .contains("Approved by Marguerite Achterberg", "Signed by Tomasz Lindqvist");
        assertThat(form.violations()).isEmpty();
        JsonNode data = folder.get(SECURITY, "/forms/4-I-B").expecting(200).json();
        assertThat(data.path("sha256").asText()).isEqualTo(sha256(form.bytes()));
        Pdf lessons = folder.pdf(SECURITY, "/forms/4-I-B/lessons-learned.pdf").pictured("lessons-learned");
        assertThat(lessons.text())
                .contains("A policy that is not enforced", data.path("sha256").asText());
        assertThat(lessons.violations()).isEmpty();

        folder.post(SECURITY, "/closure", Map.of()).expecting(200);
        assertThat(folder.phases()).containsExactly("TRIAGE", "CONTAINMENT", "FORMS", "FOLLOW_UP");
        awaitInTrail(users, folder.incident, "safe-to-continue-decided", "recommendation-decided", "case-closed");
    }

    private static void keepsEvidence(Users users, CaseFiles folder) throws Exception {
        byte[] image = "a memory image".getBytes(StandardCharsets.UTF_8);
        String items = "/investigation/cases/" + folder.incident + "/evidence";
        Answer item = users.as(SECURITY)
                .post(
                        items,
                        Json.of(
                                "kind", "DIGITAL",
                                "description", "Memory of the workstation",
                                "sha256", sha256(image),
                                "collectedAt", Instant.now().truncatedTo(ChronoUnit.SECONDS),
                                "holder", "Forensic technician",
                                "condition", "Sealed"))
                .expecting(201);
        String path = items + "/" + item.text("/id");
        users.as(SECURITY)
                .change("PUT", path + "/file", item.etag(), "application/octet-stream", image)
                .expecting(200);
        assertThat(users.as("counsel").file(path + "/file")).isEqualTo(image);
        users.as("auditor").get(path + "/file").expecting(403);
    }

    private static void carriesOutARecommendation(CaseFiles folder) throws Exception {
        String recommendation = folder.post(SECURITY, "/recommendations", Json.of("text", "Enforce the lock"))
                .expecting(201)
                .text("/id");
        folder.post(
                        HEAD,
                        "/recommendations/" + recommendation + "/decision",
                        Json.of("approved", true, "reason", "It costs nothing"))
                .expecting(200);
        String task = folder.post(
                        SECURITY,
                        "/tasks",
                        Json.of(
                                "text",
                                "Set it in the directory",
                                "recommendationId",
                                recommendation,
                                "owner",
                                "SECURITY_OFFICER",
                                "dueOn",
                                LocalDate.now(ZONE).plusDays(14)))
                .expecting(201)
                .text("/id");
        assertThat(folder.missingToClose())
                .containsExactly("recommendation." + recommendation + ".carried-out", "task." + task);
        folder.post(SECURITY, "/tasks/" + task + "/completion", Json.of("reason", "Change 2240, tested"))
                .expecting(200);
    }

    private static void awaitOnBoard(Users users, UUID incident, String state, String kind) throws Exception {
        Patience.until(
                "a deadline " + kind + " that is " + state,
                SOON,
                () -> users.as(PRIVACY)
                        .get("/notification/deadlines?limit=200&state=" + state + "&incidentId=" + incident)
                        .expecting(200)
                        .json()
                        .path("items"),
                board -> board.valueStream()
                        .anyMatch(one -> one.path("incidentId").asText().equals(incident.toString())
                                && one.path("kind").asText().equals(kind)));
    }

    private static void awaitInTrail(Users users, UUID incident, String... facts) throws Exception {
        for (String fact : List.of(facts)) {
            Patience.until(
                    fact + " in the trail",
                    SOON,
                    () -> users.as("auditor")
                            .get("/audit/entries?type=" + fact + "&incidentId=" + incident)
                            .expecting(200)
                            .json(),
                    found -> !found.path("items").isEmpty());
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
