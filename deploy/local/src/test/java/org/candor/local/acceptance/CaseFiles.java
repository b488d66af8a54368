package org.candor.local.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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

/** An incident of the demo's city as its officers work it through the public APIs, from the report on. */
final class CaseFiles {

    static final String ENTITY = "larkspur-falls";
    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    static final String PRIVACY = "privacy-officer";
    static final String SECURITY = "security-officer";
    static final String HEAD = "administrator";
    static final Duration SOON = Duration.ofSeconds(60);

    /** No step ends before the next begins, and all of a case end before now. */
    private static final Duration STEP = Duration.ofMinutes(6);

    final UUID incident;
    private final Users users;
    private final Versioned file;
    private Instant next = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(12));

    private CaseFiles(UUID incident, Users users) {
        this.incident = incident;
        this.users = users;
        this.file = new Versioned("/investigation/cases/" + incident);
    }

    static CaseFiles reported(Users users, String kind, String narrative) throws IOException, InterruptedException {
        return reported(users, "workforce", kind, narrative, false);
    }

    /** An exercise, which only an officer begins. */
    static CaseFiles drill(Users users) throws IOException, InterruptedException {
        return reported(users, PRIVACY, "SECURITY_INCIDENT", "Files on the file server can't be opened.", true);
    }

    /** Reports, and waits for the case. */
    private static CaseFiles reported(Users users, String reporter, String kind, String narrative, boolean drill)
            throws IOException, InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Answer receipt = users.as(reporter)
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
                                "drill",
                                drill,
                                "narrative",
                                narrative))
                .expecting(201);
        return of(receipt.id("/incidentId"), users);
    }

    /** The case of a report, as soon as both officers find it. */
    static CaseFiles of(UUID incident, Users users) throws IOException, InterruptedException {
        CaseFiles files = new CaseFiles(incident, users);
        for (String officer : List.of(PRIVACY, SECURITY)) {
            Patience.until(
                    "the case of the report",
                    SOON,
                    () -> users.as(officer).get(files.file.path()),
                    answer -> answer.status() == 200);
        }
        return files;
    }

    Api as(String user) {
        return users.as(user);
    }

    String subject(String user) throws IOException, InterruptedException {
        return as(user).get("/investigation/me").expecting(200).text("/subject");
    }

    String path(String below) {
        return file.path() + below;
    }

    /** Something beside the case that has a version of its own. */
    Versioned beside(String path) {
        return new Versioned(path(path));
    }

    Answer read() throws IOException, InterruptedException {
        return file.read(as(PRIVACY));
    }

    Answer get(String user, String below) throws IOException, InterruptedException {
        return as(user).get(path(below));
    }

    Pdf pdf(String user, String below) throws IOException, InterruptedException {
        return new Pdf(as(user).file(path(below)));
    }

    Answer post(String user, String below, Object body) throws IOException, InterruptedException {
        return file.change(as(user), "POST", below, body);
    }

    private void put(String below, Object body) throws IOException, InterruptedException {
        file.change(as(PRIVACY), "PUT", below, body).expecting(200);
    }

    void triage(boolean privacy, boolean security) throws IOException, InterruptedException {
        triage(privacy, security, false, "As the report says; nothing points to health information");
    }

    /** A cyber-related case of both kinds, with health information on what was attacked or without. */
    void triageCyber(boolean health) throws IOException, InterruptedException {
        triage(health, true, true, "The file server is encrypted");
    }

    private void triage(boolean privacy, boolean security, boolean cyber, String reason)
            throws IOException, InterruptedException {
        boolean health = cyber && privacy;
        Object answers = Json.of(
                "privacy",
                privacy,
                "security",
                security,
                "phiMayBeInvolved",
                health,
                "improperUseOrDisclosure",
                health,
                "cyberRelated",
                cyber,
                "cyberTests",
                cyber ? List.of("ESSENTIAL_OPERATION") : List.of(),
                "reason",
                reason);
        post(security ? SECURITY : PRIVACY, "/triage", answers).expecting(200);
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
        next = next.plus(STEP);
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

    void decideSafe(boolean safe) throws IOException, InterruptedException {
        post(SECURITY, "/safe-to-continue", Json.of("safe", safe, "reason", "As the state of the system is"))
                .expecting(200);
    }

    void complete(String phase) throws IOException, InterruptedException {
        post(SECURITY, "/phases/" + phase + "/completion", Map.of()).expecting(200);
    }

    void document(String reporter) throws IOException, InterruptedException {
        put(
                "/documentation",
                Json.of(
                        "reporter", reporter,
                        "investigators", "Privacy Officer and Security Officer",
                        "dataAndSystems", "One workstation at the front desk",
                        "occurredFrom", Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS),
                        "damage", "None was found",
                        "suspectedCause", "A screen lock that was set to an hour",
                        "identifiedRisk", "Other workstations with the same setting",
                        "mitigationAndRestoration", "Setting corrected on all workstations",
                        "recommendations", "Check the setting every quarter"));
    }

    void review() throws IOException, InterruptedException {
        put(
                "/follow-up",
                Json.of(
                        "reviewedOn", LocalDate.now(ZONE),
                        "costHours", new BigDecimal("6.5"),
                        "costAmount", new BigDecimal("0"),
                        "impact", "Nobody was affected",
                        "handling", "Looked into on the day of the report",
                        "improvements", "The setting is now enforced",
                        "lessonsLearned", "A policy that is not enforced is a wish"));
    }

    /** Policy I.G.1: to the complainant, in that way. */
    Answer answerComplaint(String channel, String findings) throws IOException, InterruptedException {
        return post(
                        PRIVACY,
                        "/complaint-answer",
                        Json.of(
                                "answeredOn",
                                LocalDate.now(ZONE),
                                "result",
                                "VIOLATION_FOUND",
                                "findings",
                                findings,
                                "resolution",
                                "The notice lies at the desk and is offered to everybody.",
                                "channel",
                                channel))
                .expecting(200);
    }

    void sign(String user, String form) throws IOException, InterruptedException {
        post(user, "/forms/" + form + "/signature", Map.of()).expecting(200);
    }

    /** What the case says that keeps it open. */
    List<String> toClose() throws IOException, InterruptedException {
        return texts(read().json().path("toClose"));
    }

    /** What a refusal to close names. */
    List<String> missingToClose() throws IOException, InterruptedException {
        return texts(post(PRIVACY, "/closure", Map.of()).expecting(409).json().path("missing"));
    }

    List<String> phases() throws IOException, InterruptedException {
        return texts(get("auditor", "/timeline").expecting(200).json().at("/phases"), "phase");
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

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.path(field).asText()));
        return texts;
    }
}
