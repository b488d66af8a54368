package org.candor.audit.trail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.candor.audit.TrailKeyFile;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be asked of the trail. */
@QuarkusTest
@OnRealPlatform(separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class QuestionTest {

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
        assertThat(status).isIn(400, 404, 422);
    }
}
