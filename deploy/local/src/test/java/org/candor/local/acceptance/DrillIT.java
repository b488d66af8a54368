package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.candor.local.SharedStack;
import org.candor.local.api.Answer;
import org.candor.local.api.Json;
import org.candor.local.api.Users;
import org.candor.local.api.Versioned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An exercise goes through the same machine to its end, and no number and no agency learns of it (policy I.A.2). */
@ExtendWith(SharedStack.class)
class DrillIT {

    private static final String PRIVACY = "privacy-officer";
    private static final String SECURITY = "security-officer";

    @Test
    void runsToItsEndOutsideOfEveryCountAndNothingOfItLeaves(Users users) throws Exception {
        CaseFiles files = CaseFiles.reported(users, PRIVACY, true);
        assertThat(files.read().path("summary").path("drill").asBoolean()).isTrue();
        assertAbsent(files);

        files.triage(false, true);
        files.work();
        files.decideSafe(true);
        files.complete("CONTAINMENT");
        rehearse(files);
        files.document();
        files.change(SECURITY, "POST", "/forms/4-I-B/signature", Map.of());
        files.complete("FORMS");
        files.followUp();
        assertThat(files.toClose()).isEmpty();
        files.change(PRIVACY, "POST", "/closure", Map.of());

        assertAbsent(files);
        assertThat(text(files, "/worklists/drills?limit=200")).contains(files.incident.toString());
        files.keep("drill-case-file.pdf", files.as(PRIVACY).file(files.file.path() + "/case-file.pdf"));
    }

    /** Nobody outside may set the flag, and it never changes afterwards. */
    @Test
    void isMarkedAtBirthByAnOfficerOnly(Users users) throws Exception {
        Answer refused = users.as("workforce")
                .post(
                        "/intake/reports",
                        Json.of(
                                "entityId", "larkspur-falls",
                                "kind", "SECURITY_INCIDENT",
                                "relation", "WORKFORCE",
                                "channel", "ONLINE",
                                "phiPossible", false,
                                "drill", true,
                                "narrative", "Only a game"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/code")).isEqualTo("DRILL_NOT_ALLOWED");
    }

    /** Drafts are written, checked and signed as in earnest; the last step is refused. */
    private static void rehearse(CaseFiles files) throws IOException, InterruptedException {
        Versioned cyber = files.beside("/cyber");
        Object yes = Json.of("kind", "CRIME_REPORT", "answer", true, "reason", "As the scenario says");
        Object no = Json.of("kind", "INDICATORS", "answer", false, "reason", "As the scenario says");
        cyber.change(files.as(SECURITY), "POST", "/decisions", yes).expecting(200);
        cyber.change(files.as(SECURITY), "POST", "/decisions", no).expecting(200);
        Object report = Json.of(
                "agency", "FBI",
                "subject", "Extortion by encrypted files",
                "text", "The file server was encrypted at night.",
                "indicators", List.of(Json.of("type", "DOMAIN", "value", "evil.example")));
        String draft = cyber.change(files.as(SECURITY), "POST", "/drafts", report)
                .expecting(201)
                .text("/drafts/0/id");
        cyber.change(files.as(PRIVACY), "POST", "/drafts/" + draft + "/signature", Map.of())
                .expecting(200);
        Object sent = Json.of("sentAt", Instant.now(), "reference", "None");
        Answer refused = cyber.change(files.as(SECURITY), "POST", "/drafts/" + draft + "/sending", sent)
                .expecting(409);
        assertThat(refused.text("/code")).isEqualTo("DRILL_SENDS_NOTHING");
        assertThat(files.as(SECURITY)
                        .get(cyber.path() + "/drafts/" + draft + "/stix")
                        .text("/code"))
                .isEqualTo("DRILL_SENDS_NOTHING");
        files.keep("drill-agency-report.pdf", files.as(SECURITY).file(cyber.path() + "/drafts/" + draft + ".pdf"));
    }

    private static void assertAbsent(CaseFiles files) throws IOException, InterruptedException {
        for (String path : List.of("/worklists/mine?limit=200", "/worklists/overdue", "/worklists/approvals")) {
            assertThat(text(files, path)).as(path).doesNotContain(files.incident.toString());
        }
        JsonNode found = files.as(PRIVACY)
                .post("/investigation/worklists/search", Json.of("q", files.incident))
                .expecting(200)
                .json();
        assertThat(found.path("items")).isEmpty();
    }

    private static String text(CaseFiles files, String path) throws IOException, InterruptedException {
        return files.as(PRIVACY).get("/investigation" + path).expecting(200).text();
    }
}
