package org.candor.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each endpoint closed to who has no token and to who has the wrong role. */
@QuarkusTest
@OnRealPlatform(separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class IdentityTest {

    @ParameterizedTest
    @CsvSource({
        "GET,/entries,operator",
        "GET,/entries/0,operator",
        "GET,/entries/0/inclusion,operator",
        "GET,/consistency?from=0&to=0,operator",
        "GET,/checkpoint,workforce",
        "GET,/keys,workforce",
        "GET,/keys/00000000,workforce",
        "GET,/gaps,privacy-officer",
        "POST,/self-check,privacy-officer",
        "GET,/documents,operator",
        "GET,/documents/019cb452-ef20-7c33-ae24-7b2d8e3b9f43,workforce",
        "GET,/documents/019cb452-ef20-7c33-ae24-7b2d8e3b9f43/content,service",
        "POST,/holds,auditor",
        "GET,/holds,workforce",
        "GET,/holds/019cb452-ef20-7c33-ae24-7b2d8e3b9f43,workforce",
        "POST,/holds/019cb452-ef20-7c33-ae24-7b2d8e3b9f43/lift,security-officer",
        "POST,/disposals,counsel",
        "POST,/disposals/019cb452-ef20-7c33-ae24-7b2d8e3b9f43/approve,auditor",
        "POST,/disposals/019cb452-ef20-7c33-ae24-7b2d8e3b9f43/refuse,auditor",
        "GET,/disposals,operator",
        "GET,/disposals/019cb452-ef20-7c33-ae24-7b2d8e3b9f43,operator",
        "GET,/retention/019cb452-ef20-7c33-ae24-7b2d8e3b9f43,operator",
        "GET,/retention/due,operator",
        "GET,/retention/due.csv,operator",
        "GET,/retention/logs/2026,privacy-officer",
        "GET,/retention/due.xlsx,workforce",
        "GET,/entries-export/entries.jsonl,operator",
        "GET,/entries-export/entries.csv,operator",
        "GET,/incidents/019cb452-ef20-7c33-ae24-7b2d8e3b9f43/readers,operator",
        "GET,/incidents/019cb452-ef20-7c33-ae24-7b2d8e3b9f43/accesses,operator",
        "POST,/policies,workforce",
        "POST,/policies/019cb452-ef20-7c33-ae24-7b2d8e3b9f43/versions,workforce",
        "POST,/policies/019cb452-ef20-7c33-ae24-7b2d8e3b9f43/reviews,auditor",
        "POST,/policies/019cb452-ef20-7c33-ae24-7b2d8e3b9f43/withdraw,workforce",
        "GET,/policies/019cb452-ef20-7c33-ae24-7b2d8e3b9f43/versions/1/receipts,workforce",
        "GET,/unusual-readings,counsel",
        "POST,/unusual-readings/019cb452-ef20-7c33-ae24-7b2d8e3b9f43/review,counsel",
        "POST,/unusual-readings/scan?day=2026-03-04,privacy-officer",
        "GET,/self-check,privacy-officer",
        "GET,/entries/0/receipt,operator",
        "GET,/logs,workforce",
        "GET,/packs,operator",
        "GET,/logs/2026/checkpoint,privacy-officer",
        "GET,/logs/2026/tile/0/000,privacy-officer",
    })
    void refusesNoTokenAndTheWrongRole(Method method, String path, String wrongRole) {
        given().request(method, path).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        given().auth()
                .oauth2(Tokens.subject("auditor").roles("auditor").expired().signed())
                .request(method, path)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.of(wrongRole))
                .request(method, path)
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incidentId=42",
                "from=yesterday",
                "limit=0",
                "limit=201",
                "limit=many",
                "cursor=-1",
                "cursor=abc",
                "type=%00",
                "type=DROP TABLE",
                "actor=a b",
                "from=2026-11-22T00:00:00Z&to=2026-11-21T00:00:00Z",
            })
    void answersAWrongQuestionWithAProblem(String query) {
        int status = given().auth()
                .oauth2(Tokens.of("auditor"))
                .get("/entries?" + query)
                .then()
                .contentType("application/problem+json")
                .extract()
                .statusCode();
        org.assertj.core.api.Assertions.assertThat(status).isIn(400, 404, 422);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/policies",
        "GET,/policies/019cb452-ef20-7c33-ae24-7b2d8e3b9f43",
        "GET,/policies/019cb452-ef20-7c33-ae24-7b2d8e3b9f43/versions/1",
        "POST,/policies/019cb452-ef20-7c33-ae24-7b2d8e3b9f43/versions/1/receipts",
    })
    void refusesNoToken(Method method, String path) {
        given().request(method, path).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    }
}
