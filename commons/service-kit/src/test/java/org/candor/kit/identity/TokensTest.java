package org.candor.kit.identity;

import static io.restassured.RestAssured.given;
import static org.candor.kit.ledger.Calls.with;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.access.WrongTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@OnRealPlatform
class TokensTest {

    static Stream<Arguments> wrongTokens() {
        return WrongTokens.all().entrySet().stream().map(wrong -> Arguments.of(wrong.getKey(), wrong.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTokens")
    void aTokenThatIsWrongInAnyWayIs401(String what, String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/faults/declared")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void aRightTokenIsAnsweredAndNoneIs401() {
        with(operator().signed()).get("/faults/declared").then().statusCode(200);
        given().get("/faults/declared").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        given().auth()
                .preemptive()
                .basic("operator", "operator")
                .get("/faults/declared")
                .then()
                .statusCode(401);
    }

    @Test
    void anotherRoleIs403AndSoIsNone() {
        with(Tokens.of("auditor"))
                .get("/faults/declared")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        with(Tokens.subject("operator").signed()).get("/faults/declared").then().statusCode(403);
        with(Tokens.subject("someone")
                        .claim("roles", List.of("operator"))
                        .claim("scope", "operator")
                        .signed())
                .get("/faults/declared")
                .then()
                .statusCode(403);
    }

    @Test
    void anEndpointForWhichNobodyDeclaredARoleAnswersNobody() {
        given().get("/faults/undeclared").then().statusCode(401);
        with(Tokens.as("all", "operator", "administrator", "privacy-officer"))
                .get("/faults/undeclared")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void theCallerIsToldWhatTheTokenSays() {
        with(Tokens.subject("dana")
                        .roles("manager", "workforce")
                        .entities("larkspur-falls", "clinic")
                        .businessAssociate("mail-house")
                        .signed())
                .get("/me")
                .then()
                .statusCode(200)
                .body("subject", equalTo("dana"))
                .body("roles", equalTo(List.of("manager", "workforce")))
                .body("entities", equalTo(List.of("larkspur-falls", "clinic")))
                .body("businessAssociate", equalTo("mail-house"));
        with(Tokens.subject("dana").entities().signed())
                .get("/me")
                .then()
                .statusCode(200)
                .body("entities", equalTo(List.of()))
                .body("businessAssociate", equalTo(null));
        given().get("/me").then().statusCode(401);
    }

    @Test
    void aGrantThatIsNoListIsOneEntity() {
        with(Tokens.subject("dana").claim("entities", "clinic").signed())
                .get("/me")
                .then()
                .statusCode(200)
                .body("entities", equalTo(List.of("clinic")));
    }

    @Test
    void aGrantOfAnotherShapeOpensNothing() {
        with(Tokens.subject("dana").claim("entities", Map.of("*", true)).signed())
                .get("/me")
                .then()
                .statusCode(200)
                .body("entities.contains('*')", equalTo(false));
    }

    private static Tokens operator() {
        return Tokens.subject("operator").roles("operator");
    }
}
