package org.candor.local.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.candor.local.api.Versioned;

/** An incident that was reported and triaged, with its breach question open. */
final class AssessedIncident {

    static final String ENTITY = "larkspur-falls";
    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    static final Duration SOON = Duration.ofSeconds(60);

    final UUID id;
    final Versioned assessment;
    /** What is owed, which has the version of the assessment. */
    final Versioned breach;

    private final Users users;

    private AssessedIncident(UUID id, Users users) {
        this.id = id;
        this.users = users;
        this.assessment = new Versioned("/breach/assessments/" + id);
        this.breach = new Versioned("/breach/breaches/" + id, "/obligations");
    }

    /** Reported by a clerk who learned of it now. */
    static AssessedIncident open(Users users) throws IOException, InterruptedException {
        UUID id = users.as("workforce")
                .post("/intake/reports", report())
                .expecting(201)
                .id("/incidentId");
        Api officer = users.as("privacy-officer");
        Versioned investigation = new Versioned("/investigation/cases/" + id);
        Patience.until("a case", SOON, () -> officer.get(investigation.path()), answer -> answer.status() == 200);
        investigation.change(officer, "POST", "/triage", triage()).expecting(200);
        AssessedIncident incident = new AssessedIncident(id, users);
        Patience.until(
                "an assessment", SOON, () -> officer.get(incident.assessment.path()), answer -> answer.status() == 200);
        return incident;
    }

    /** Today on the city's calendar, which is the day of discovery. */
    static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /** Worksheet complete, people as given. */
    AssessedIncident counted(Map<String, Object> notice) throws IOException, InterruptedException {
        assessment.change(officer(), "PUT", "/facts", facts("HIGH", notice)).expecting(200);
        return this;
    }

    AssessedIncident concluded(Object conclusion) throws IOException, InterruptedException {
        assessment.change(officer(), "POST", "/conclusion", conclusion).expecting(200);
        return this;
    }

    /** Outcome b. */
    AssessedIncident breach(Map<String, Object> notice) throws IOException, InterruptedException {
        return counted(notice).concluded(Json.of("outcome", "REPORTABLE_BREACH"));
    }

    Api officer() {
        return users.as("privacy-officer");
    }

    String path(String below) {
        return "/breach/breaches/" + id + below;
    }

    JsonNode duties() throws IOException, InterruptedException {
        return officer().get(path("/obligations")).expecting(200).json();
    }

    JsonNode duty(String key) throws IOException, InterruptedException {
        for (JsonNode duty : duties().path("obligations")) {
            if (duty.path("key").asText().equals(key)) {
                return duty;
            }
        }
        throw new AssertionError("no duty " + key);
    }

    /** Waits for a deadline of this incident on the board of notification-service. */
    Answer onTheBoard(String kind) throws IOException, InterruptedException {
        return onTheBoard("&state=open", kind);
    }

    Answer onTheBoard(String query, String kind) throws IOException, InterruptedException {
        Predicate<Answer> shown = answer -> {
            for (JsonNode item : answer.json().findParents("kind")) {
                if (item.path("kind").asText().equals(kind)
                        && item.path("incidentId").asText().equals(id.toString())) {
                    return true;
                }
            }
            return false;
        };
        return Patience.until(
                kind + " on the board",
                SOON,
                () -> officer()
                        .get("/notification/deadlines?limit=200&incidentId=" + id + query)
                        .expecting(200),
                shown);
    }

    static Map<String, Object> people(int total, Map<String, Object> residents) {
        return Json.of("individuals", Json.of("total", total, "byJurisdiction", residents));
    }

    private static Object report() {
        return Json.of(
                "entityId", ENTITY,
                "kind", "IMPROPER_USE_OR_DISCLOSURE",
                "relation", "WORKFORCE",
                "channel", "ONLINE",
                "medium", "ELECTRONIC",
                "learnedAt", Instant.now().minusSeconds(60),
                "phiPossible", true,
                "urgent", false,
                "narrative", "A list of patients was sent to an address outside.");
    }

    private static Object triage() {
        return Json.of(
                "privacy", true,
                "security", false,
                "phiMayBeInvolved", true,
                "improperUseOrDisclosure", true,
                "cyberRelated", false,
                "reason", "A list went to somebody who has no right to it");
    }

    static Object facts(String rating, Map<String, Object> notice) {
        return Json.of(
                "gates",
                Json.of(
                        "phi", Json.of("kind", "PHI", "support", "Names and diagnoses."),
                        "protection", Json.of("kind", "NONE", "support", "A plain list."),
                        "event",
                                Json.of(
                                        "permitted",
                                        false,
                                        "happened",
                                        List.of("DISCLOSURE"),
                                        "support",
                                        "Sent outside.")),
                "exceptions",
                Json.of(
                        "UNINTENTIONAL_USE",
                        exception(
                                "Somebody outside got it.",
                                "WORKFORCE_OR_UNDER_AUTHORITY",
                                "GOOD_FAITH",
                                "WITHIN_SCOPE_OF_AUTHORITY",
                                "NO_FURTHER_IMPERMISSIBLE_USE"),
                        "INADVERTENT_DISCLOSURE",
                        exception(
                                "He has no authority.",
                                "DISCLOSER_AUTHORIZED",
                                "RECIPIENT_AUTHORIZED",
                                "SAME_ENTITY_OR_ARRANGEMENT",
                                "NO_FURTHER_IMPERMISSIBLE_USE"),
                        "NOT_RETAINED",
                        exception("A file can be kept.", "COULD_NOT_REASONABLY_RETAIN")),
                "factors",
                Json.of(
                        "NATURE_AND_EXTENT", factor(rating),
                        "UNAUTHORIZED_PERSON", factor(rating),
                        "ACQUIRED_OR_VIEWED", factor(rating),
                        "MITIGATION", factor(rating)),
                "policy",
                Json.of("violated", true, "support", "Nobody checked the address."),
                "notice",
                notice);
    }

    private static Object exception(String evidence, String... questions) {
        Map<String, Object> answers = Json.of();
        for (String question : questions) {
            answers.put(question, false);
        }
        return Json.of("answers", answers, "evidence", evidence);
    }

    private static Object factor(String rating) {
        return Json.of("rating", rating, "support", "As the log shows.");
    }
}
