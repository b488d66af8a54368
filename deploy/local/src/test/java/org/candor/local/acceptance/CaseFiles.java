package org.candor.local.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.local.Checkout;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.candor.local.api.Versioned;

/** An incident of the demo's city as its officers work it through the proxy. */
final class CaseFiles {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ENTITY = "larkspur-falls";

    /** Optional as such, and yet before any removal from the network. */
    private static final String ASK_IT_DIRECTOR = "C-04";

    final UUID incident;
    final Users users;
    final Versioned file;

    private CaseFiles(UUID incident, Users users) {
        this.incident = incident;
        this.users = users;
        this.file = new Versioned("/investigation/cases/" + incident);
    }

    /** Reports an incident and waits until its case is open to the officers. */
    static CaseFiles reported(Users users, String reporter, boolean drill) throws IOException, InterruptedException {
        Instant now = Instant.now();
        UUID incident = users.as(reporter)
                .post(
                        "/intake/reports",
                        Json.of(
                                "entityId",
                                ENTITY,
                                "kind",
                                "SECURITY_INCIDENT",
                                "relation",
                                "WORKFORCE",
                                "channel",
                                "ONLINE",
                                "medium",
                                "ELECTRONIC",
                                "happenedAt",
                                now.minus(Duration.ofHours(9)),
                                "learnedAt",
                                now.minus(Duration.ofHours(8)),
                                "phiPossible",
                                false,
                                "urgent",
                                true,
                                "drill",
                                drill,
                                "narrative",
                                "Files on the file server can't be opened; a note asks for money."))
                .expecting(201)
                .id("/incidentId");
        CaseFiles files = new CaseFiles(incident, users);
        Patience.until(
                "a case",
                SOON,
                () -> users.as("privacy-officer").get(files.file.path()),
                answer -> answer.status() == 200);
        return files;
    }

    Api as(String role) {
        return users.as(role);
    }

    String subject(String role) throws IOException, InterruptedException {
        return as(role).get("/investigation/me").expecting(200).text("/subject");
    }

    Answer change(String role, String method, String below, Object body) throws IOException, InterruptedException {
        return file.change(as(role), method, below, body).accepted();
    }

    /** Something beside the case that has a version of its own. */
    Versioned beside(String path) {
        return new Versioned(file.path() + path);
    }

    JsonNode read() throws IOException, InterruptedException {
        return file.read(as("privacy-officer")).json();
    }

    List<String> toClose() throws IOException, InterruptedException {
        List<String> open = new ArrayList<>();
        read().path("toClose").forEach(matter -> open.add(matter.asText()));
        return open;
    }

    void triage(boolean privacy, boolean cyberRelated) throws IOException, InterruptedException {
        Map<String, Object> answers = Json.of(
                "privacy",
                privacy,
                "security",
                true,
                "phiMayBeInvolved",
                false,
                "improperUseOrDisclosure",
                false,
                "cyberRelated",
                cyberRelated,
                "cyberTests",
                cyberRelated ? List.of("ESSENTIAL_OPERATION") : List.of(),
                "reason",
                "The file server is encrypted; it holds no health information");
        change("security-officer", "POST", "/triage", answers);
    }

    /** Records every step of the present phase that is asked for, in the order of its playbook; another approves. */
    void work() throws IOException, InterruptedException {
        Instant start = Instant.now().minus(Duration.ofHours(6));
        for (JsonNode step : read().path("playbook").path("steps")) {
            boolean optional = step.path("need").asText().equals("OPTIONAL");
            if (optional && !step.path("id").asText().equals(ASK_IT_DIRECTOR)) {
                continue;
            }
            Map<String, Object> done = Json.of(
                    "step",
                    step.path("id").asText(),
                    "outcome",
                    "DONE",
                    "startedAt",
                    start,
                    "endedAt",
                    start.plusSeconds(120),
                    "result",
                    "Done as the playbook says");
            Answer recorded = change("privacy-officer", "POST", "/steps", done);
            if (step.path("approval").asBoolean()) {
                Object approval = Json.of("reason", "As it had to be");
                change("security-officer", "POST", "/steps/" + recorded.text("/id") + "/approval", approval);
            }
            start = start.plusSeconds(180);
        }
    }

    void decideSafe(boolean safe) throws IOException, InterruptedException {
        Object decision = Json.of("safe", safe, "reason", "As the state of the server is");
        change("security-officer", "POST", "/safe-to-continue", decision);
    }

    void complete(String phase) throws IOException, InterruptedException {
        change("security-officer", "POST", "/phases/" + phase + "/completion", Map.of());
    }

    void document() throws IOException, InterruptedException {
        Map<String, Object> items = Json.of(
                "reporter", "anonymous",
                "investigators", "Privacy Officer and Security Officer",
                "dataAndSystems", "The file server of the public works department",
                "occurredFrom", Instant.now().minus(Duration.ofHours(9)),
                "damage", "Two days of work",
                "suspectedCause", "An old account with a weak password",
                "identifiedRisk", "Other old accounts",
                "mitigationAndRestoration", "Server rebuilt, files restored from backup",
                "recommendations", "Remove old accounts every quarter");
        change("security-officer", "PUT", "/documentation", items);
    }

    void followUp() throws IOException, InterruptedException {
        Map<String, Object> review = Json.of(
                "reviewedOn", LocalDate.now(),
                "costHours", 40,
                "costAmount", 5000,
                "impact", "Two days of work in one department",
                "handling", "Contained within hours",
                "improvements", "Accounts end with the contract",
                "lessonsLearned", "Nobody owned the list of accounts");
        change("privacy-officer", "PUT", "/follow-up", review);
    }

    /** Keeps a file for human eyes under {@code target/pictures}. */
    void keep(String name, byte[] bytes) {
        try {
            Path folder = Checkout.find().root().resolve("deploy/local/target/pictures");
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
