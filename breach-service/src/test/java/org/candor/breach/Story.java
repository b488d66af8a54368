package org.candor.breach;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candor.events.CaseEvent.BreachAssessmentRequested;
import org.candor.events.CaseEvent.Knowledge;
import org.candor.events.CaseEvent.KnownBy;
import org.candor.events.DirectoryEvent.EntityChanged;
import org.candor.events.DirectoryEvent.EntityKind;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.Topic;
import org.candor.test.Facts;
import org.candor.test.Routing;
import org.candor.test.Tokens;

/** One incident as the other services tell it, and officers who work on it over HTTP. */
public final class Story {

    public static final String CITY = "larkspur-falls";
    /** 20:00 on 6 April in Chicago. */
    public static final Instant LEARNED = Instant.parse("2026-04-07T01:00:00Z");

    public static final String COMPLETE = """
        {"gates": {
           "phi": {"kind": "PHI", "support": "Names and diagnoses of patients."},
           "protection": {"kind": "NONE", "support": "A plain spreadsheet."},
           "event": {"permitted": false, "happened": ["DISCLOSURE"], "support": "E-mail to the wrong vendor."}},
         "exceptions": {
           "UNINTENTIONAL_USE": {"answers": {"WORKFORCE_OR_UNDER_AUTHORITY": false, "GOOD_FAITH": true,
              "WITHIN_SCOPE_OF_AUTHORITY": false, "NO_FURTHER_IMPERMISSIBLE_USE": false}, "evidence": "The vendor has it."},
           "INADVERTENT_DISCLOSURE": {"answers": {"DISCLOSER_AUTHORIZED": true, "RECIPIENT_AUTHORIZED": false,
              "SAME_ENTITY_OR_ARRANGEMENT": false, "NO_FURTHER_IMPERMISSIBLE_USE": false}, "evidence": "No contract."},
           "NOT_RETAINED": {"answers": {"COULD_NOT_REASONABLY_RETAIN": false}, "evidence": "A file can be kept."}},
         "factors": {
           "NATURE_AND_EXTENT": {"rating": "%1$s", "support": "Diagnoses with names."},
           "UNAUTHORIZED_PERSON": {"rating": "%1$s", "support": "A vendor without duty."},
           "ACQUIRED_OR_VIEWED": {"rating": "%1$s", "support": "It was opened."},
           "MITIGATION": {"rating": "%1$s", "support": "Deletion is promised, not proved."}},
         "policy": {"violated": true, "support": "Nobody checked the recipient."},
         "notice": {"individuals": {"total": 612, "byJurisdiction": {"WI": 505, "IL": 104}}}}\
        """;

    /** Against the presumption, with every factor low. */
    public static final String NO_BREACH = """
        {"outcome": "NOT_A_BREACH", "reason": "The probability is low."}\
        """;

    public final UUID incidentId = UUID.randomUUID();
    private final String entity;
    private final boolean drill;

    private Story(String entity, boolean drill) {
        this.entity = entity;
        this.drill = drill;
    }

    /** The case asks the question; the clerk's knowledge comes with it. */
    public static Story asked() {
        return asked(false, KnownBy.WORKFORCE);
    }

    public static Story drill() {
        return asked(true, KnownBy.WORKFORCE);
    }

    /** The same of another covered entity of the installation. */
    public static Story askedOf(String entity) {
        return ask(announced(entity, false), KnownBy.WORKFORCE);
    }

    /** Entity and officers are known; nobody has asked the breach question. */
    public static Story announced() {
        return announced(CITY, false);
    }

    private static Story announced(String entity, boolean drill) {
        Story story = new Story(entity, drill);
        story.tell(Topic.DIRECTORY, entity(entity));
        story.routing().send();
        return story;
    }

    public static Story asked(boolean drill, KnownBy by) {
        return ask(announced(CITY, drill), by);
    }

    private static Story ask(Story story, KnownBy by) {
        story.tell(
                Topic.CASE,
                new BreachAssessmentRequested(
                        story.incidentId,
                        story.entity,
                        LEARNED.minus(Duration.ofDays(3)),
                        List.of(new Knowledge(by, LEARNED)),
                        LEARNED.plus(Duration.ofHours(20))));
        story.awaitOpen();
        return story;
    }

    /** Until the assessment is there. */
    public void awaitOpen() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as("privacy-officer").get(path("")).statusCode() == 200);
    }

    public static EntityChanged city() {
        return entity(CITY);
    }

    private static EntityChanged entity(String id) {
        return new EntityChanged(
                id,
                "City of Larkspur Falls",
                EntityKind.COVERED_ENTITY,
                "100 Main Street",
                "Larkspur Falls",
                "WI",
                "53000",
                "America/Chicago",
                null,
                "privacy@larkspurfalls.example",
                "https://larkspurfalls.example");
    }

    public Routing routing() {
        Routing routing = Routing.open(incidentId, entity);
        return drill ? routing.drill() : routing;
    }

    public Envelope tell(Topic topic, Event fact) {
        return Facts.send(topic, fact, entity, drill, "privacy-officer");
    }

    public RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }

    public String path(String end) {
        return "/assessments/" + incidentId + end;
    }

    public String breachPath(String end) {
        return "/breaches/" + incidentId + end;
    }

    public String etag() {
        return as("privacy-officer").get(path("")).header("ETag");
    }

    public Response put(String facts) {
        return as("privacy-officer").header("If-Match", etag()).body(facts).put(path("/facts"));
    }

    public Response conclude(String body) {
        return as("privacy-officer").header("If-Match", etag()).body(body).post(path("/conclusion"));
    }

    /** Worksheet filled in, outcome b. */
    public Story breach() {
        put(COMPLETE.formatted("HIGH")).then().statusCode(200);
        conclude("{\"outcome\": \"REPORTABLE_BREACH\"}").then().statusCode(200);
        return this;
    }

    public Response obligations() {
        return as("privacy-officer").get(breachPath("/obligations"));
    }
}
