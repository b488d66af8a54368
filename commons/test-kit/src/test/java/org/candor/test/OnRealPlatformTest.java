package org.candor.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealPlatform
class OnRealPlatformTest {

    @Inject
    MutableClock clock;

    @ConfigProperty(name = "CANDOR_KEYSET_FILE")
    Path keyset;

    @AfterEach
    void restore() {
        clock.reset();
        Database.restore();
    }

    @Test
    void aTokenOfTheRoleIsAnsweredAndNamesItsSubject() {
        get("/subject", Tokens.of("privacy-officer"))
                .statusCode(200)
                .body(equalTo("privacy-officer [privacy-officer] [\"*\"]"));
        get(
                        "/subject",
                        Tokens.subject("dana")
                                .roles("privacy-officer")
                                .entities("larkspur-falls")
                                .signed())
                .statusCode(200)
                .body(equalTo("dana [privacy-officer] [\"larkspur-falls\"]"));
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        given().get("/subject").then().statusCode(401);
    }

    @Test
    void anotherRoleIsForbidden() {
        get("/subject", Tokens.of("operator")).statusCode(403);
        get("/subject", Tokens.as("dana")).statusCode(403);
    }

    @Test
    void aTokenForSomebodyElseIsRefused() {
        get("/subject", valid().audience("other").signed()).statusCode(401);
        get("/subject", valid().issuer("http://elsewhere.test").signed()).statusCode(401);
    }

    @Test
    void anExpiredTokenIsRefused() {
        get("/subject", valid().expired().signed()).statusCode(401);
    }

    @Test
    void aTokenThatNobodyTrustedSignedIsRefused() throws NoSuchAlgorithmException {
        get("/subject", valid().unsigned()).statusCode(401);
        KeyPairGenerator other = KeyPairGenerator.getInstance("RSA");
        get("/subject", valid().key(other.generateKeyPair().getPrivate()).signed())
                .statusCode(401);
    }

    @Test
    void theServiceUsesItsOwnDatabaseAsItsOwnUser() {
        get("/user", Tokens.of("privacy-officer")).statusCode(200).body(equalTo("test_kit test_kit"));
        assertThat(Database.rows("select rolsuper, rolcreatedb from pg_roles where rolname = ?", "test_kit"))
                .containsExactly(Map.of("rolsuper", false, "rolcreatedb", false));
    }

    @Test
    void theDatabaseCanBeTakenAwayAndComesBack() {
        Database.cut();
        get("/user", Tokens.of("privacy-officer")).statusCode(500);
        assertThat(Database.number("select 1")).isEqualTo(1);

        Database.restore();
        await().untilAsserted(() -> get("/user", Tokens.of("privacy-officer")).statusCode(200));
    }

    @Test
    void theClockIsMovedByTheTest() {
        clock.set(Instant.parse("2026-03-08T07:59:59Z"));
        clock.advance(Duration.ofSeconds(1));
        get("/now", Tokens.of("privacy-officer")).body(equalTo("2026-03-08T08:00:00Z"));

        clock.reset();
        clock.advance(Duration.ofDays(400));
        assertThat(clock.instant())
                .isAfter(Instant.now().plus(Duration.ofDays(399)))
                .isBefore(Instant.now().plus(Duration.ofDays(401)));
    }

    @Test
    void theServiceHasAKeysetOfItsOwn() {
        assertThat(keyset).content().contains("AesGcmKey");
        assertThat(Files.exists(keyset)).isTrue();
    }

    private static Tokens valid() {
        return Tokens.subject("dana").roles("privacy-officer");
    }

    private static io.restassured.response.ValidatableResponse get(String path, String token) {
        return given().auth().oauth2(token).get(path).then();
    }
}
