package org.candor.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.candor.kit.ledger.Calls;
import org.candor.test.HttpHardening;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealPlatform
@TestProfile(HttpHardeningTest.Impatient.class)
class HttpHardeningTest {

    /** As in production, but for how long it waits, and with TLS in front. */
    public static class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "candor.body.small-within", "1s",
                    "quarkus.http.idle-timeout", "2s",
                    "candor.http.strict-transport-security", "max-age=31536000");
        }
    }

    @Test
    void everyAnswerIsGuardedAndEveryRequestBounded() {
        HttpHardening.verify();
        assertThat(Calls.as("operator").get("/dead-letters").header("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
    }

    @Test
    void aBodyThatDoesNotComeToItsEndIsEnded() throws IOException {
        assertThat(untilClosed("POST /ledger/entries HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer " + Tokens.of("privacy-officer") + "\r\n"
                        + "Content-Length: 100\r\n\r\n{"))
                .contains(" 408 ", "application/problem+json", "BODY_TOO_SLOW", "no-store");
    }

    @Test
    void aHeadThatDoesNotComeToItsEndIsCutOff() throws IOException {
        assertThat(untilClosed("GET /ledger/entries HTTP/1.1\r\nHost: loc")).isEmpty();
    }

    private static String untilClosed(String beginning) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
