package org.candor.intake.mailbox;

import static io.restassured.RestAssured.given;
import static org.candor.intake.IntakeFixtures.misdirectedSpreadsheet;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody who reported without a name and keeps the receipt. */
public record NamelessReporter(UUID incidentId, String receipt, String proof, String narrative) {

    public static NamelessReporter reports() {
        return reports(Map.of());
    }

    public static NamelessReporter reports(Map<String, Object> more) {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("relation", "NOT_SAID");
        report.putAll(more);
        JsonPath answer = post("/reports", report).statusCode(201).extract().jsonPath();
        return new NamelessReporter(
                answer.getUUID("incidentId"), answer.getString("receipt"), answer.getString("proof"), (String)
                        report.get("narrative"));
    }

    public ValidatableResponse asks(String path) {
        return says(path, Map.of());
    }

    public ValidatableResponse says(String path, Map<String, ?> words) {
        Map<String, Object> body = new HashMap<>(words);
        body.put("receipt", receipt);
        return post(path, body);
    }

    public static ValidatableResponse post(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }
}
