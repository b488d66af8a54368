package org.candor.investigation;

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
import org.candor.events.DirectoryEvent.EntityChanged;
import org.candor.events.DirectoryEvent.EntityKind;
import org.candor.events.Envelope;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.ReportKind;
import org.candor.events.Topic;
import org.candor.test.Facts;
import org.candor.test.Routing;
import org.candor.test.Tokens;

/** An incident as those who work beside the case see it over HTTP. */
public final class Desk {

    public static final String ENTITY = "larkspur-falls";
    public static final String PRIVACY = "privacy-officer";
    public static final String SECURITY = "security-officer";
    public static final String INVESTIGATOR = "investigator";
    public static final String HEAD = "administrator";

    /** A name that stands in the case and must not leave it. */
    public static final String PATIENT = "Wilhelmina Ashgrove";

    public final UUID incident;

    private Desk(UUID incident) {
        this.incident = incident;
    }

    public static Desk reported() {
        return reported(false);
    }

    public static Desk drill() {
        return reported(true);
    }

    private static Desk reported(boolean drill) {
        UUID incident = UUID.randomUUID();
        Routing routing = Routing.open(incident, ENTITY);
        return reported(incident, drill ? routing.drill() : routing, drill);
    }

    public static Desk reported(UUID incident, Routing routing, boolean drill) {
        Facts.send(Topic.DIRECTORY, city(), ENTITY);
        routing.send();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ReportSubmitted report = new ReportSubmitted(
                incident,
                ENTITY,
                ReportKind.SECURITY_INCIDENT,
                "workforce",
                "web",
                false,
                true,
                true,
                false,
                now.minus(Duration.ofDays(3)),
                now.minus(Duration.ofHours(20)),
                now,
                false);
        Facts.send(Topic.REPORT, report, ENTITY, drill, Envelope.REPORTER);
        Desk desk = new Desk(incident);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> desk.get(PRIVACY, "").statusCode(200));
        return desk;
    }

    private static EntityChanged city() {
        return new EntityChanged(
                ENTITY,
                "City of Larkspur Falls",
                EntityKind.COVERED_ENTITY,
                "100 Main Street",
                "Larkspur Falls",
                "WI",
                "53000",
                "America/Chicago",
                "+18005550100",
                "privacy@larkspur-falls.example",
                "https://larkspur-falls.example");
    }

    public Desk triaged(boolean cyberRelated) {
        change("POST", PRIVACY, "", "/triage", triage(cyberRelated)).statusCode(200);
        return this;
    }

    public static Map<String, Object> triage(boolean cyberRelated) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("privacy", true);
        body.put("security", true);
        body.put("phiMayBeInvolved", true);
        body.put("improperUseOrDisclosure", true);
        body.put("cyberRelated", cyberRelated);
        body.put("cyberTests", cyberRelated ? List.of("ESSENTIAL_OPERATION") : List.of());
        body.put("reason", "Files were encrypted; the chart of " + PATIENT + ", MRN 204481, is among them");
        return body;
    }

    public Desk documented() {
        change(
                        "PUT",
                        SECURITY,
                        "",
                        "/documentation",
                        Map.of("reporter", "Casper Lindqvist", "dataAndSystems", "Charts, among them account 7731-204"))
                .statusCode(200);
        return this;
    }

    public static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }

    public static RequestSpecification as(String subject, String role) {
        return given().auth().oauth2(Tokens.as(subject, role));
    }

    public ValidatableResponse get(String role, String path) {
        return as(role).get("/cases/" + incident + path).then();
    }

    /** Changes what lies at {@code root + path}, on the newest version of {@code root}. */
    public ValidatableResponse change(String method, String role, String root, String path, Object body) {
        return change(method, as(role), root, path, body);
    }

    public ValidatableResponse change(String method, RequestSpecification who, String root, String path, Object body) {
        String etag = as(PRIVACY).get("/cases/" + incident + root).header("ETag");
        return send(method, who, root + path, body, etag == null ? "\"0\"" : etag)
                .then();
    }

    public Response send(String method, RequestSpecification who, String path, Object body, String ifMatch) {
        RequestSpecification request = who.header("If-Match", ifMatch);
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        return request.request(method, "/cases/" + incident + path);
    }

    public List<String> toClose() {
        return get(PRIVACY, "").statusCode(200).extract().path("toClose");
    }
}
