package org.candor.investigation.cases;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.candor.events.DirectoryEvent.EntityChanged;
import org.candor.events.DirectoryEvent.EntityKind;
import org.candor.events.DirectoryEvent.OfficerChanged;
import org.candor.events.Envelope;
import org.candor.events.OfficerRole;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.ReportKind;
import org.candor.events.Topic;
import org.candor.test.Facts;
import org.candor.test.Routing;
import org.candor.test.Tokens;

/** One incident as the officers work it over HTTP. */
public final class CaseDesk {

    public static final String ENTITY = "larkspur-falls";
    public static final String PRIVACY = "privacy-officer";
    public static final String SECURITY = "security-officer";
    public static final String HEAD = "administrator";

    /** Words that must never leave the service but in an answer to who may read them. */
    public static final String PHI = "Wilhelmina Ashgrove, born 02/03/1950";

    public final UUID incident;
    private String newest;

    private CaseDesk(UUID incident) {
        this.incident = incident;
    }

    public static CaseDesk of(UUID incident) {
        return new CaseDesk(incident);
    }

    /** A case that was opened by a report and may be seen by both officers. */
    public static CaseDesk reported(ReportKind kind) {
        announceDirectory();
        UUID incident = UUID.randomUUID();
        Routing.open(incident, ENTITY).send();
        Facts.send(Topic.REPORT, report(incident, kind), ENTITY, false, Envelope.REPORTER);
        return new CaseDesk(incident).awaitOpened();
    }

    public static ReportSubmitted report(UUID incident, ReportKind kind) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new ReportSubmitted(
                incident,
                ENTITY,
                kind,
                "workforce",
                "web",
                false,
                true,
                false,
                false,
                now.minus(Duration.ofDays(3)),
                now.minus(Duration.ofHours(20)),
                now,
                false);
    }

    public static void announceDirectory() {
        Facts.send(Topic.DIRECTORY, entity("America/Chicago"), ENTITY);
        officer("0195a000-0000-7000-8000-0000000000aa", OfficerRole.PRIVACY_OFFICER, PRIVACY, "Pat Rowan");
        officer("0195a000-0000-7000-8000-0000000000ab", OfficerRole.SECURITY_OFFICER, SECURITY, "Sam Okafor");
    }

    public static EntityChanged entity(String zone) {
        return new EntityChanged(
                ENTITY,
                "City of Larkspur Falls",
                EntityKind.COVERED_ENTITY,
                "100 Main Street",
                "Larkspur Falls",
                "WI",
                "53000",
                zone,
                "+18005550100",
                "privacy@larkspur-falls.example",
                "https://larkspur-falls.example");
    }

    private static void officer(String id, OfficerRole role, String person, String name) {
        Facts.send(
                Topic.DIRECTORY,
                new OfficerChanged(
                        UUID.fromString(id),
                        ENTITY,
                        role,
                        person,
                        name,
                        person + "@larkspur-falls.example",
                        List.of(),
                        true),
                ENTITY);
    }

    /** A case whose report was changed before it was sent. */
    public static CaseDesk reported(UnaryOperator<ReportSubmitted> change) {
        announceDirectory();
        UUID incident = UUID.randomUUID();
        Routing.open(incident, ENTITY).send();
        Facts.send(
                Topic.REPORT, change.apply(report(incident, ReportKind.COMPLAINT)), ENTITY, false, Envelope.REPORTER);
        return new CaseDesk(incident).awaitOpened();
    }

    public CaseDesk awaitOpened() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get(PRIVACY, "").statusCode(200));
        return this;
    }

    public ValidatableResponse get(String role, String path) {
        return as(role).get("/cases/" + incident + path).then();
    }

    public String etag() {
        return get(PRIVACY, "").statusCode(200).extract().header("ETag");
    }

    /** Reads the version again, after something else than this desk has changed the case. */
    public CaseDesk refreshed() {
        newest = etag();
        return this;
    }

    /** The version of the last answer. */
    private String known() {
        return newest == null ? refreshed().newest : newest;
    }

    /** Sends on the newest version. */
    public ValidatableResponse post(String role, String path, Object body) {
        return send("POST", role, path, body, known());
    }

    public ValidatableResponse put(String role, String path, Object body) {
        return send("PUT", role, path, body, known());
    }

    public ValidatableResponse send(String method, String role, String path, Object body, String ifMatch) {
        RequestSpecification request = as(role).header("If-Match", ifMatch);
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        Response response = request.request(method, "/cases/" + incident + path);
        newest = response.statusCode() < 300 ? response.header("ETag") : newest;
        return response.then();
    }

    public static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }

    public CaseDesk triaged(boolean privacy, boolean security, boolean phi) {
        post(PRIVACY, "/triage", triage(privacy, security, phi)).statusCode(200);
        return this;
    }

    public static Map<String, Object> triage(boolean privacy, boolean security, boolean phi) {
        return Map.of(
                "privacy",
                privacy,
                "security",
                security,
                "phiMayBeInvolved",
                phi,
                "improperUseOrDisclosure",
                privacy && phi,
                "cyberRelated",
                false,
                "reason",
                "An export went to the wrong recipient; it names " + PHI);
    }

    public static Map<String, Object> answer(String day) {
        return Map.of(
                "answeredOn", day,
                "result", "VIOLATION_FOUND",
                "findings", "The list of appointments of " + PHI + " went to a former vendor.",
                "resolution", "The vendor has deleted the list. Every export is encrypted from now on.",
                "channel", "MAIL",
                "addressee", "Wilhelmina Ashgrove\n12 Elm Street\nLarkspur Falls, WI 53000");
    }

    public static Map<String, Object> extension(String until) {
        return Map.of("until", until, "reason", "We wait for the vendor's logs.", "channel", "MAIL");
    }

    /** Records every step of the present phase in the order of the playbook. */
    public CaseDesk worked() {
        int minute = 0;
        List<String> steps = get(PRIVACY, "").extract().path("playbook.steps.id");
        List<String> approved = get(PRIVACY, "").extract().path("playbook.steps.findAll { it.approval }.id");
        for (String step : steps) {
            String entry = post(SECURITY, "/steps", done(step, minute))
                    .statusCode(201)
                    .extract()
                    .path("id");
            if (approved.contains(step)) {
                post(HEAD, "/steps/" + entry + "/approval", Map.of("reason", "As agreed"))
                        .statusCode(200);
            }
            minute += 3;
        }
        return this;
    }

    public static Map<String, Object> done(String step, int minute) {
        Instant start = Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .minus(Duration.ofHours(4))
                .plusSeconds(60L * minute);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("step", step);
        body.put("outcome", "DONE");
        body.put("startedAt", start.toString());
        body.put("endedAt", start.plusSeconds(120).toString());
        body.put("result", "Done as the playbook says; seen on the export of " + PHI);
        return body;
    }

    public CaseDesk judged(boolean safe) {
        post(SECURITY, "/safe-to-continue", Map.of("safe", safe, "reason", "The job would send again"))
                .statusCode(200);
        return this;
    }

    public CaseDesk completed(String phase) {
        post(SECURITY, "/phases/" + phase + "/completion", null).statusCode(200);
        return this;
    }

    public CaseDesk documented() {
        put(SECURITY, "/documentation", documentation()).statusCode(200);
        return this;
    }

    public static Map<String, Object> documentation() {
        Map<String, Object> items = new LinkedHashMap<>();
        items.put("reporter", "anonymous");
        items.put("investigators", "Pat Rowan, Sam Okafor");
        items.put(
                "dataAndSystems",
                "Spreadsheet of 612 patients, among them " + PHI + "; export job of the health office");
        items.put("occurredFrom", "2026-03-07T02:15:00Z");
        items.put("occurredUntil", "2026-03-07T02:16:00Z");
        items.put("damage", "The spreadsheet left the organisation. No system was harmed.");
        items.put("suspectedCause", "The recipient list of the job still named a former vendor.");
        items.put("identifiedRisk", "Other jobs may have recipients that nobody reviews.");
        items.put("mitigationAndRestoration", "Job stopped, vendor asked to delete, list corrected, job tested.");
        items.put("recommendations", "Encrypt exports; review recipients every quarter.");
        return items;
    }

    public CaseDesk signed(String form) {
        post(form.equals("4-I-A") ? PRIVACY : SECURITY, "/forms/" + form + "/signature", null)
                .statusCode(200);
        return this;
    }

    public CaseDesk reviewed() {
        put(PRIVACY, "/follow-up", followUp()).statusCode(200);
        return this;
    }

    public static Map<String, Object> followUp() {
        return Map.of(
                "reviewedOn", "2026-03-20",
                "costHours", 64.5,
                "costAmount", 8200,
                "impact", "612 people to be told.",
                "handling", "Contained within a day of the report.",
                "improvements", "No export without encryption.",
                "lessonsLearned", "A recipient list is a control and needs an owner.");
    }
}
