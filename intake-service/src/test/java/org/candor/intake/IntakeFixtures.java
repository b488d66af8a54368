package org.candor.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.candor.test.Tokens;

/** The city of the tests and what its people send. */
public final class IntakeFixtures {

    public static final String ENTITY = "larkspur-falls";

    /** A name that must not be found anywhere outside the sealed details. */
    public static final String PATIENT = "Quillan Ashgrove";

    private IntakeFixtures() {}

    public static void aCityWithBothOfficersAndAnAdministrator() {
        putEntity(ENTITY);
        putOfficer("PRIVACY_OFFICER", "privacy-officer");
        putOfficer("SECURITY_OFFICER", "security-officer");
        putOfficer("ADMINISTRATOR", "administrator");
    }

    public static void putEntity(String entityId) {
        json("administrator")
                .header("If-Match", "*")
                .body(Map.of(
                        "name", "City of Larkspur Falls",
                        "kind", "COVERED_ENTITY",
                        "street", "100 Depot Street",
                        "city", "Larkspur Falls",
                        "state", "WI",
                        "zip", "53999",
                        "timeZone", "America/Chicago",
                        "tollFree", "+18005550143",
                        "email", "privacy@larkspurfalls.example"))
                .put("/directory/entities/" + entityId)
                .then()
                .statusCode(200);
    }

    public static ValidatableResponse putOfficer(String role, String person) {
        return json("administrator")
                .header("If-Match", "*")
                .body(Map.of(
                        "entityId", ENTITY,
                        "role", role,
                        "person", person,
                        "displayName", "The " + person,
                        "mailbox", person + "@larkspurfalls.example"))
                .put("/directory/officers/" + officerId(person))
                .then()
                .statusCode(200);
    }

    /** Ends that somebody is an officer, so that the tests that follow find the usual ones. */
    public static void leave(String role, String person) {
        json("administrator")
                .header("If-Match", "*")
                .body(Map.of(
                        "entityId",
                        ENTITY,
                        "role",
                        role,
                        "person",
                        person,
                        "displayName",
                        "The " + person,
                        "mailbox",
                        person + "@larkspurfalls.example",
                        "active",
                        false))
                .put("/directory/officers/" + officerId(person))
                .then()
                .statusCode(200);
    }

    public static UUID officerId(String person) {
        return UUID.nameUUIDFromBytes(person.getBytes(UTF_8));
    }

    /** A clerk's report of a spreadsheet that went to the wrong vendor. */
    public static Map<String, Object> misdirectedSpreadsheet() {
        return new HashMap<>(Map.of(
                "entityId", ENTITY,
                "kind", "IMPROPER_USE_OR_DISCLOSURE",
                "relation", "WORKFORCE",
                "channel", "ONLINE",
                "medium", "ELECTRONIC",
                "phiPossible", true,
                "narrative", "The export for " + PATIENT + " and others went to the wrong vendor."));
    }

    /** Relative to the service's root; signed in with that role. */
    public static RequestSpecification json(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }

    public static UUID submit(String role, Map<String, Object> report) {
        return json(role)
                .body(report)
                .post("/reports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("incidentId");
    }
}
