package org.candor.intake.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.candor.intake.IntakeFixtures;
import org.candor.intake.mailbox.NamelessReporter;
import org.candor.test.Management;
import org.candor.test.Metrics;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;

/** Small limits on real buckets. Each test is another address, as a trusted proxy names it. */
@QuarkusTest
@OnRealPlatform
@TestProfile(LimitTest.SmallLimits.class)
class LimitTest {

    static final int BURST = 20;
    static final Path LOG = Path.of("target/limits.log");
    private static final int WRONG_RECEIPTS = 10;

    /** Buckets that fill so slowly that a test sees no refill. */
    public static class SmallLimits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>();
            settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
            settings.put("candor.limits.address.burst", Integer.toString(BURST));
            settings.put("candor.limits.address.per-minute", "1");
            settings.put("candor.limits.newcomers-of-address.burst", "20");
            settings.put("candor.limits.newcomers-of-address.per-minute", "1");
            settings.put("candor.limits.token.burst", "30");
            settings.put("candor.limits.token.per-minute", "1");
            settings.put("candor.limits.wrong-receipts.burst", Integer.toString(WRONG_RECEIPTS));
            settings.put("candor.limits.wrong-receipts.per-minute", "1");
            settings.put("candor.body.small-within", "2s");
            settings.put("candor.replicas.count-every", "1s");
            settings.put("quarkus.log.file.enabled", "true");
            settings.put("quarkus.log.file.path", LOG.toString());
            return settings;
        }
    }

    @Test
    void refusesAnAddressThatAsksTooMuchAndSaysWhenToComeAgain() {
        List<Response> answers = new ArrayList<>();
        for (int i = 0; i < BURST + 5; i++) {
            answers.add(given().header("X-Forwarded-For", "192.0.2.1").get("/form"));
        }
        assertThat(answers.subList(0, BURST))
                .allSatisfy(a -> assertThat(a.statusCode()).isEqualTo(200));
        assertThat(answers.subList(BURST, BURST + 5)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
            assertThat(answer.path("code").toString()).isEqualTo("TOO_MANY_REQUESTS");
        });
        given().header("X-Forwarded-For", "192.0.2.2").get("/form").then().statusCode(200);
        assertThat(Metrics.value("candor_refused_requests_total{lane=\"anonymous\"}"))
                .isPositive();
    }

    @Test
    void aRefusedBodyLeavesTheConnectionUsable() {
        for (int i = 0; i < BURST + 5; i++) {
            int expected = i < BURST ? 404 : 429;
            given().header("X-Forwarded-For", "192.0.2.3")
                    .contentType(ContentType.JSON)
                    .body(Map.of("text", "x".repeat(1000)))
                    .post("/nothing")
                    .then()
                    .statusCode(expected);
        }
    }

    @Test
    void officersKeepTheirLaneWhileOthersAreRefused() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
        String address = "192.0.2.4";
        String token = Tokens.subject("officer-of-the-lane")
                .roles("privacy-officer")
                .entities("*")
                .signed();
        officer(token, address).then().statusCode(200);
        for (int i = 0; i < BURST + 1; i++) {
            given().header("X-Forwarded-For", address).get("/form");
        }
        for (int i = 0; i < 25; i++) {
            given().header("X-Forwarded-For", address)
                    .auth()
                    .oauth2("garbage" + i)
                    .get("/reports");
        }
        given().header("X-Forwarded-For", address).get("/form").then().statusCode(429);
        given().header("X-Forwarded-For", address)
                .auth()
                .oauth2("more-garbage")
                .get("/reports")
                .then()
                .statusCode(429);
        officer(token, address).then().statusCode(200);
    }

    @Test
    void aHeaderThatIsNoTokenOpensNoOtherLane() {
        String address = "192.0.2.9";
        for (int i = 0; i < BURST; i++) {
            given().header("X-Forwarded-For", address).get("/form").then().statusCode(200);
        }
        for (String header : List.of("Basic dXNlcjpwYXNz", "x", "Bearer", "")) {
            given().header("X-Forwarded-For", address)
                    .header("Authorization", header)
                    .get("/form")
                    .then()
                    .statusCode(429);
        }
        assertThat(Metrics.value("candor_refused_requests_total{lane=\"anonymous\"}"))
                .isPositive();
    }

    @Test
    void oneTokenHasItsLimitToo() {
        String token = Tokens.subject("officer-who-asks-too-much")
                .roles("privacy-officer")
                .entities("*")
                .signed();
        int refused = 0;
        for (int i = 0; i < 40; i++) {
            refused += officer(token, "192.0.2.5").statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).isBetween(5, 12);
    }

    @Test
    void aThousandWrongReceiptsTellNothingAndAreSlowed() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
        NamelessReporter reporter = NamelessReporter.reports();
        String address = "192.0.2.6";
        int looked = 0;
        for (int i = 0; i < 1_000; i++) {
            Response answer = status(address, "7K3M-92QX-0VTA-%04d".formatted(i));
            assertThat(answer.statusCode()).isIn(404, 429);
            looked += answer.statusCode() == 404 ? 1 : 0;
        }
        // One more may be under way while the last is counted.
        assertThat(looked).isBetween(1, WRONG_RECEIPTS + 1);
        // Whoever tries does not even learn that he found one; everybody else is served.
        assertThat(status(address, reporter.receipt()).statusCode()).isEqualTo(429);
        assertThat(status("192.0.2.7", reporter.receipt()).statusCode()).isEqualTo(200);
    }

    @Test
    void aReceiptThatAReportFollowsCountsAsATryWhetherThereIsOne() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
        String right = NamelessReporter.reports().receipt();
        for (String receipt : List.of(right, "7K3M-92QX-0VTA-HJ5N")) {
            String address = receipt.equals(right) ? "192.0.2.10" : "192.0.2.11";
            List<Integer> statuses = new ArrayList<>();
            Response last = null;
            for (int i = 0; i < WRONG_RECEIPTS + 1; i++) {
                last = following(address, receipt);
                statuses.add(last.statusCode());
            }
            assertThat(statuses.subList(0, WRONG_RECEIPTS)).containsOnly(201);
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.header("Retry-After")).matches("[1-9][0-9]*");
            assertThat(last.path("code").toString()).isEqualTo("TOO_MANY_REQUESTS");
            // What is left of the tries is the same: none, for whatever asks about receipts.
            assertThat(status(address, right).statusCode()).isEqualTo(429);
        }
        assertThat(following("192.0.2.12", right).statusCode()).isEqualTo(201);
    }

    private static Response following(String address, String receipt) {
        Map<String, Object> report = IntakeFixtures.misdirectedSpreadsheet();
        report.put("kind", "RETALIATION");
        report.put("followsReceipt", receipt);
        return given().header("X-Forwarded-For", address)
                .contentType(ContentType.JSON)
                .body(report)
                .post("/reports");
    }

    @Test
    void endsABodyThatTricklesIn() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            String head = "POST /intake/reports HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.8\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            assertThat(new String(answer, StandardCharsets.US_ASCII))
                    .contains(" 408 ", "application/problem+json", "BODY_TOO_SLOW");
        }
        Awaitility.await()
                .untilAsserted(() ->
                        Management.get("/q/metrics").then().body(containsString("candor_anonymous_requests_now 0.0")));
    }

    private static Response status(String address, String receipt) {
        return given().header("X-Forwarded-For", address)
                .contentType(ContentType.JSON)
                .body(Map.of("receipt", receipt))
                .post("/receipts/status");
    }

    private static Response officer(String token, String address) {
        return given().header("X-Forwarded-For", address).auth().oauth2(token).get("/reports?limit=1");
    }
}
