package org.candor.intake.limits;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.candor.intake.IntakeFixtures;
import org.candor.test.Database;
import org.candor.test.Management;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many more ask at once than are let in: what is accepted is kept, the rest is told to come again, and officers work on. */
@QuarkusTest
@OnRealPlatform
@TestProfile(OverloadTest.SmallRooms.class)
class OverloadTest {

    private static final int LET_IN = 40;
    private static final int AT_ONCE = 4;
    private static final int ASKING = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Room for a few; buckets fill so slowly that a test sees next to no refill. */
    public static class SmallRooms implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "candor.limits.anonymous.burst",
                    Integer.toString(LET_IN),
                    "candor.limits.anonymous.per-minute",
                    "1",
                    "candor.limits.anonymous-at-once",
                    Integer.toString(AT_ONCE),
                    "candor.body.small-within",
                    "3s");
        }
    }

    @BeforeEach
    void directory() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
    }

    @Test
    void keepsWhatItAcceptsRefusesTheRestAndServesOfficers() throws Exception {
        String officer = Tokens.subject("officer-under-load")
                .roles("privacy-officer")
                .entities("*")
                .signed();
        officerReads(officer);
        List<Socket> slow = new ArrayList<>();
        try {
            // All the room there is, taken by bodies that never end.
            for (int i = 0; i < AT_ONCE; i++) {
                slow.add(trickle());
            }
            Awaitility.await()
                    .untilAsserted(() -> Management.get("/q/metrics")
                            .then()
                            .body(containsString("candor_anonymous_requests_now " + AT_ONCE + ".0")));
            List<HttpResponse<String>> crowdedOut = postAtOnce(AT_ONCE);
            assertThat(crowdedOut).allSatisfy(OverloadTest::isRefused);
            officerReads(officer);
            for (Socket socket : slow) {
                assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                        .contains(" 408 ", "application/problem+json", "BODY_TOO_SLOW");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }

        List<HttpResponse<String>> answers = postAtOnce(ASKING);
        List<HttpResponse<String>> accepted =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        List<HttpResponse<String>> refused =
                answers.stream().filter(answer -> answer.statusCode() != 201).toList();
        // Minutes of a slow machine may let one or two more in.
        assertThat(accepted).hasSizeBetween(1, LET_IN + 10);
        assertThat(refused).isNotEmpty().allSatisfy(OverloadTest::isRefused);
        for (HttpResponse<String> answer : accepted) {
            UUID incident = UUID.fromString(read(answer).path("incidentId").asText());
            assertThat(Database.number("select count(*) from report where incident_id = ?", incident))
                    .isEqualTo(1);
        }
        officerReads(officer);
    }

    private static List<HttpResponse<String>> postAtOnce(int count) throws JsonProcessingException {
        HttpRequest report = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/intake/reports"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(IntakeFixtures.misdirectedSpreadsheet())))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                asked.add(client.sendAsync(report, BodyHandlers.ofString()));
            }
            return asked.stream().map(CompletableFuture::join).toList();
        }
    }

    private static void isRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]*");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(read(answer).path("code").asText()).isEqualTo("TOO_MANY_REQUESTS");
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(answer.body(), notJson);
        }
    }

    private static Socket trickle() throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write("""
                POST /intake/reports HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Content-Length: 100\r
                \r
                {""".getBytes(US_ASCII));
        return socket;
    }

    private static void officerReads(String token) {
        given().auth().oauth2(token).get("/reports?limit=1").then().statusCode(200);
    }
}
