package org.candor.local.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.local.api.Answer;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.candor.local.api.Versioned;

/** One case as its officers work it through the public APIs, from the report on. */
final class CaseFolder {

    static final String ENTITY = "larkspur-falls";
    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    static final String PRIVACY = "privacy-officer";
    static final String SECURITY = "security-officer";
    static final String HEAD = "administrator";
    static final Duration SOON = Duration.ofSeconds(60);

    final UUID incident;
    private final Users users;
    private final Versioned file;
    private Instant next = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(12));

    private CaseFolder(UUID incident, Users users) {
        this.incident = incident;
        this.users = users;
        this.file = new Versioned("/investigation/cases/" + incident);
    }

    /** Reports as somebody of the workforce and waits until both officers find the case. */
    static CaseFolder reported(Users users, String kind, String narrative) throws IOException, InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Answer receipt = users.as("workforce")
                .post(
                        "/intake/reports",
                        Json.of(
                                "entityId",
                                ENTITY,
                                "kind",
                                kind,
                                "relation",
                                "WORKFORCE",
                                "channel",
                                "ONLINE",
                                "happenedAt",
                                now.minus(Duration.ofDays(2)),
                                "learnedAt",
                                now.minus(Duration.ofHours(3)),
                                "phiPossible",
                                false,
                                "urgent",
                                false,
                                "narrative",
                                narrative))
                .expecting(201);
        CaseFolder folder = new CaseFolder(receipt.id("/incidentId"), users);
        for (String officer : List.of(PRIVACY, SECURITY)) {
            Patience.until(
                    "the case of the report",
                    SOON,
                    () -> users.as(officer).get(folder.file.path()),
                    answer -> answer.status() == 200);
        }
        return folder;
    }

    Answer read() throws IOException, InterruptedException {
        return file.read(users.as(PRIVACY));
    }

    Answer post(String user, String below, Object body) throws IOException, InterruptedException {
        return file.change(users.as(user), "POST", below, body);
    }

    Answer get(String user, String below) throws IOException, InterruptedException {
        return users.as(user).get(file.path() + below);
    }

    Pdf pdf(String user, String below) throws IOException, InterruptedException {
        return new Pdf(users.as(user).file(file.path() + below));
    }

    void triage(boolean privacy, boolean security) throws IOException, InterruptedException {
        post(
                        privacy ? PRIVACY : SECURITY,
                        "/triage",
                        Json.of(
                                "privacy",
                                privacy,
                                "security",
                                security,
                                "phiMayBeInvolved",
                                false,
                                "improperUseOrDisclosure",
                                false,
                                "cyberRelated",
                                false,
                                "reason",
                                "As the report says; nothing points to health information"))
                .expecting(200);
    }

    /** Records each step of the present phase, in the order of the playbook; what needs approval gets it. */
    void work() throws IOException, InterruptedException {
        for (JsonNode step : read().json().at("/playbook/steps")) {
            Answer done = done(step.path("id").asText()).expecting(201);
            if (step.path("approval").asBoolean()) {
                post(HEAD, "/steps/" + done.text("/id") + "/approval", Json.of("reason", "As agreed"))
                        .expecting(200);
            }
        }
    }

    Answer done(String step) throws IOException, InterruptedException {
        Instant start = next;
        next = next.plus(Duration.ofMinutes(10));
        return post(
                SECURITY,
                "/steps",
                Json.of(
                        "step", step,
                        "outcome", "DONE",
                        "startedAt", start,
                        "endedAt", next,
                        "result", "Done as the playbook says"));
    }

    void complete(String phase) throws IOException, InterruptedException {
        post(SECURITY, "/phases/" + phase + "/completion", Map.of()).expecting(200);
    }

    void document(String reporter) throws IOException, InterruptedException {
        Object items = Json.of(
                "reporter", reporter,
                "investigators", "Privacy Officer and Security Officer",
                "dataAndSystems", "One workstation at the front desk",
                "occurredFrom", Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS),
                "damage", "None was found",
                "suspectedCause", "A screen lock that was set to an hour",
                "identifiedRisk", "Other workstations with the same setting",
                "mitigationAndRestoration", "Setting corrected on all workstations",
                "recommendations", "Check the setting every quarter");
        file.change(users.as(PRIVACY), "PUT", "/documentation", items).expecting(200);
    }

    void review() throws IOException, InterruptedException {
        Object items = Json.of(
                "reviewedOn", LocalDate.now(ZONE),
                "costHours", new BigDecimal("6.5"),
                "costAmount", new BigDecimal("0"),
                "impact", "Nobody was affected",
                "handling", "Looked into on the day of the report",
                "improvements", "The setting is now enforced",
                "lessonsLearned", "A policy that is not enforced is a wish");
        file.change(users.as(PRIVACY), "PUT", "/follow-up", items).expecting(200);
    }

    void sign(String user, String form) throws IOException, InterruptedException {
        post(user, "/forms/" + form + "/signature", Map.of()).expecting(200);
    }

    /** What a refusal to close names. */
    List<String> missingToClose() throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>();
        post(PRIVACY, "/closure", Map.of())
                .expecting(409)
                .json()
                .path("missing")
                .forEach(code -> missing.add(code.asText()));
        return missing;
    }

    List<String> phases() throws IOException, InterruptedException {
        List<String> phases = new ArrayList<>();
        get("auditor", "/timeline")
                .expecting(200)
                .json()
                .path("phases")
                .forEach(phase -> phases.add(phase.path("phase").asText()));
        return phases;
    }
}
