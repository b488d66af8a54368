package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.local.acceptance.CaseFiles.HEAD;
import static org.candor.local.acceptance.CaseFiles.PRIVACY;
import static org.candor.local.acceptance.CaseFiles.SECURITY;
import static org.candor.local.acceptance.CaseFiles.SOON;
import static org.candor.local.acceptance.CaseFiles.ZONE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.candor.local.SharedStack;
import org.candor.local.api.Answer;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.candor.local.api.Versioned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A whole cyber-related case with a sanction, from the report to its closing, as its people work it (policies I, II, IV). */
@ExtendWith(SharedStack.class)
class CyberCaseIT {

    @Test
    void isReportedToTheAgenciesSanctionedAndClosed(Users users) throws Exception {
        CaseFiles files = CaseFiles.reported(users, "SECURITY_INCIDENT", "Files on the file server can't be opened.");
        files.triageCyber(true);
        assertThat(files.toClose())
                .contains("cyber.decision.CRIME_REPORT", "cyber.decision.INDICATORS", "breach-assessment");

        assign(files);
        files.work();
        files.decideSafe(false);
        files.complete("CONTAINMENT");
        files.work();
        files.complete("ERADICATION");
        files.work();
        files.complete("RECOVERY");

        reportToAgencies(files);
        sanction(files);
        mitigate(files);

        files.document("anonymous");
        files.sign(PRIVACY, "4-I-A");
        files.sign(SECURITY, "4-I-B");
        files.complete("FORMS");
        files.review();
        assertThat(files.missingToClose()).containsExactly("breach-assessment");
        assess(files);
        Answer closed = files.post(PRIVACY, "/closure", Map.of()).expecting(200);
        assertThat(closed.text("/phase")).isEqualTo("CLOSED");

        files.keep("cyber-case-file.pdf", files.as(PRIVACY).file(files.path("/case-file.pdf?phi=true")));
        files.keep("cyber-timeline.svg", files.as(PRIVACY).file(files.path("/timeline.svg")));
        assertThat(files.get(PRIVACY, "/timeline.csv").expecting(200).text())
                .contains("agency-report-sent", "mitigation-written", "case-closed")
                .doesNotContain("sanction");
    }

    /** Y-07: the breach question stands open beside the phases since triage; the privacy officer answers it under policy III. */
    private static void assess(CaseFiles files) throws IOException, InterruptedException {
        Versioned assessment = new Versioned("/breach/assessments/" + files.incident);
        Map<String, Object> people = AssessedIncident.people(612, Json.of("WI", 612));
        assessment
                .change(files.as(PRIVACY), "PUT", "/facts", AssessedIncident.facts("HIGH", people))
                .expecting(200);
        assessment
                .change(files.as(PRIVACY), "POST", "/conclusion", Json.of("outcome", "REPORTABLE_BREACH"))
                .expecting(200);
        Patience.until("the answered breach question", SOON, files::toClose, List::isEmpty);
        Answer cyber = files.get(SECURITY, "/cyber").expecting(200);
        assertThat(cyber.text("/clock/breachQuestion")).isEqualTo("CONCLUDED");
        assertThat(cyber.json().at("/clock/determined").asBoolean()).isTrue();
        assertThat(files.as(PRIVACY)
                        .get("/breach/breaches/" + files.incident + "/obligations")
                        .expecting(200)
                        .text())
                .contains("INDIVIDUAL_NOTICE");
    }

    /** Policy I.A.3.b: the refusal says what is missing, and with it there the person is assigned. */
    private static void assign(CaseFiles files) throws IOException, InterruptedException {
        String investigator = files.subject("investigator");
        String path = files.path("/assignments");
        Object assignment = Json.of("person", investigator, "area", "FORENSICS");
        Answer refused = files.as(SECURITY).post(path, assignment);
        if (refused.status() == 409) {
            assertThat(refused.text("/code")).isEqualTo("NOT_READY");
            assertThat(refused.text()).contains("member");
            String member = "/investigation/readiness/team/" + investigator;
            files.as(SECURITY)
                    .change(
                            "PUT",
                            member,
                            "*",
                            Json.of(
                                    "entityId",
                                    "larkspur-falls",
                                    "active",
                                    true,
                                    "areas",
                                    List.of("FORENSICS"),
                                    "authorisedUntil",
                                    LocalDate.now().plusYears(1)))
                    .expecting(200);
            assertThat(files.as(SECURITY).post(path, assignment).text("/missing/0"))
                    .isEqualTo("training.INCIDENT_RESPONSE");
            files.as(SECURITY)
                    .post(
                            "/investigation/readiness/trainings",
                            Json.of(
                                    "entityId",
                                    "larkspur-falls",
                                    "person",
                                    investigator,
                                    "course",
                                    "INCIDENT_RESPONSE",
                                    "completedOn",
                                    LocalDate.now().minusDays(30),
                                    "validUntil",
                                    LocalDate.now().plusDays(330)))
                    .expecting(201);
            files.as(SECURITY).post(path, assignment).expecting(201);
        }
        Patience.until(
                "the case on the investigator's list",
                Duration.ofSeconds(10),
                () -> files.as("investigator")
                        .get("/investigation/worklists/mine")
                        .expecting(200)
                        .text(),
                list -> list.contains(files.incident.toString()));
    }

    private static void reportToAgencies(CaseFiles files) throws IOException, InterruptedException {
        Versioned cyber = files.beside("/cyber");
        JsonNode clock = cyber.read(files.as(SECURITY)).json().path("clock");
        assertThat(LocalDate.parse(clock.path("lastDay").asText()))
                .isEqualTo(LocalDate.parse(clock.path("from").asText()).plusDays(60));
        for (String kind : List.of("CRIME_REPORT", "INDICATORS")) {
            Object yes = Json.of("kind", kind, "answer", true, "reason", "Extortion of a public body");
            cyber.change(files.as(SECURITY), "POST", "/decisions", yes).expecting(200);
        }
        Map<String, Object> blocked = report("FBI", "Call the victim, Wilhelmina Ashgrove, at (608) 555-0142.");
        String draft = cyber.change(files.as(SECURITY), "POST", "/drafts", blocked)
                .expecting(201)
                .text("/drafts/0/id");
        Answer found = cyber.change(files.as(PRIVACY), "POST", "/drafts/" + draft + "/signature", Map.of())
                .expecting(409);
        assertThat(found.text("/code")).isEqualTo("PHI_FOUND");
        assertThat(found.text()).doesNotContain("Ashgrove").doesNotContain("555-0142");
        cyber.change(
                        files.as(SECURITY),
                        "PUT",
                        "/drafts/" + draft,
                        report("FBI", "The file server was encrypted at night. A note asks for payment."))
                .expecting(200);
        String shared = cyber.change(
                        files.as(SECURITY), "POST", "/drafts", report("DHS", "Seen in the attack on the file server."))
                .expecting(201)
                .text("/drafts/1/id");
        for (String part : List.of("RESPONSE", "MITIGATION", "CONTINGENCY_PLAN")) {
            Object done = Json.of(
                    "part",
                    part,
                    "outcome",
                    "DONE",
                    "completedAt",
                    Instant.now().minusSeconds(60),
                    "words",
                    "Done, see the timeline");
            cyber.change(files.as(SECURITY), "POST", "/order", done).expecting(200);
        }
        for (String one : List.of(draft, shared)) {
            Answer own = cyber.change(files.as(SECURITY), "POST", "/drafts/" + one + "/signature", Map.of());
            assertThat(own.text("/code")).isEqualTo("OWN_DRAFT");
            cyber.change(files.as(PRIVACY), "POST", "/drafts/" + one + "/signature", Map.of())
                    .expecting(200);
            Object sent = Json.of("sentAt", Instant.now(), "reference", "Received by the duty desk");
            cyber.change(files.as(SECURITY), "POST", "/drafts/" + one + "/sending", sent)
                    .expecting(200);
        }
        JsonNode bundle = files.as(SECURITY)
                .get(cyber.path() + "/drafts/" + shared + "/stix")
                .expecting(200)
                .json();
        assertThat(bundle.path("type").asText()).isEqualTo("bundle");
        assertThat(bundle.toString()).contains("[ipv4-addr:value = '198.51.100.7']");
        files.keep("agency-report.pdf", files.as(SECURITY).file(cyber.path() + "/drafts/" + draft + ".pdf"));
    }

    private static Map<String, Object> report(String agency, String text) {
        return Json.of(
                "agency",
                agency,
                "subject",
                "Extortion by encrypted files",
                "text",
                text,
                "indicators",
                List.of(Json.of("type", "IPV4", "value", "198.51.100.7", "description", "Command and control")));
    }

    /** The policy proposes the hardest measure; people hear, check, propose and decide. */
    private static void sanction(CaseFiles files) throws IOException, InterruptedException {
        String path = files.path("/sanctions");
        List<String> readers = List.of(files.subject(PRIVACY), files.subject(SECURITY), files.subject(HEAD));
        files.as(PRIVACY).post(path, Json.of("readers", readers)).expecting(201);
        files.as("counsel").get(path).expecting(404);
        Versioned record = files.beside("/sanctions");
        Map<String, Object> who = Json.of(
                "relation", "WORKFORCE",
                "conduct", "LOSS_OF_AVAILABILITY",
                "intent", "NEGLIGENT",
                "name", "Robin Vance",
                "position", "System administrator",
                "hasNoAccount", true);
        Answer named = record.change(files.as(PRIVACY), "POST", "/persons", who).expecting(201);
        assertThat(named.text("/persons/0/proposedByPolicy")).isEqualTo("TERMINATION");
        String person = "/persons/" + named.text("/persons/0/id");
        Object interview = Json.of(
                "kind", "INTERVIEW",
                "happenedAt", Instant.now().minusSeconds(120),
                "text", "Says the account was to be removed last year");
        record.change(files.as(SECURITY), "POST", "/notes", interview).expecting(201);
        Object warning = Json.of("measure", "WARNING", "reason", "First time; helped to repair it");
        record.change(files.as(SECURITY), "POST", person + "/proposal", warning).expecting(200);
        Answer early = record.change(files.as(HEAD), "POST", person + "/ruling", warning)
                .expecting(409);
        assertThat(early.text()).contains("person.statement", "person.protection-check");
        Object statement = Json.of("how", "GIVEN", "at", Instant.now().minusSeconds(60), "text", "It was forgotten");
        record.change(files.as(PRIVACY), "POST", person + "/statement", statement)
                .expecting(200);
        Object check = Json.of(
                "whistleBlower", false, "crimeVictim", false, "complaint", false, "reason", "Nothing of the kind");
        record.change(files.as(PRIVACY), "POST", person + "/protection-check", check)
                .expecting(200);
        assertThat(files.toClose()).contains("sanctions");
        Answer ruled = record.change(files.as(HEAD), "POST", person + "/ruling", warning)
                .expecting(200);
        assertThat(ruled.text("/persons/0/ruling")).isEqualTo("WARNING");
        record.change(files.as(PRIVACY), "POST", "/conclusion", Map.of()).expecting(200);
    }

    private static void mitigate(CaseFiles files) throws IOException, InterruptedException {
        Versioned mitigation = files.beside("/mitigation");
        Object finding = Json.of(
                "harm", "NOT_KNOWN",
                "training", "NEEDED",
                "trainingReason", "Nobody knew who ends accounts",
                "correctedOn", LocalDate.now(ZONE));
        mitigation.change(files.as(PRIVACY), "PUT", "", finding).expecting(200);
        Object request = Json.of(
                "businessAssociate", "Northlake Backup",
                "text", "Say which accounts you hold",
                "dueOn", LocalDate.now().plusDays(7));
        String asked = mitigation
                .change(files.as(PRIVACY), "POST", "/requests", request)
                .expecting(201)
                .text("/requests/0/id");
        Object reply = Json.of("repliedOn", LocalDate.now(ZONE), "text", "Two, both ended");
        mitigation
                .change(files.as(PRIVACY), "POST", "/requests/" + asked + "/reply", reply)
                .expecting(200);
    }
}
