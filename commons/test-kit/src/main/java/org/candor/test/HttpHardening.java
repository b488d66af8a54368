package org.candor.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What every service owes whoever speaks HTTP to it, asked of the running service: headers on every answer, limits, CORS
 * closed. Asked of the dead letters, which every service has.
 */
public final class HttpHardening {

    private static final String COLLECTION = "/dead-letters";
    private static final int LONGER_THAN_ANY_HEAD = 17_000;
    private static final int LONGER_THAN_ANY_LINE = 4_500;
    private static final long LARGER_THAN_ANY_BODY = 1L << 40;
    private static final int MORE_THAN_A_WINDOW = 100_000;

    private HttpHardening() {}

    public static void verify() {
        answers().forEach(HttpHardening::carriesItsHeaders);
        corsIsClosed();
        try {
            tooLongAHeadIsRefused();
            tooLargeABodyIsRefusedBeforeItComes();
            anOfferOfAnotherProtocolIsPassedOver();
            probesAndMetricsAreNotAmongTheAnswers();
        } catch (IOException e) {
            throw new AssertionError("the service does not answer", e);
        }
    }

    /** By their names: good ones, refusals of the resource, of the framework before it, and of no resource at all. */
    private static Map<String, Response> answers() {
        Map<String, Response> answers = new LinkedHashMap<>();
        String token = Tokens.of("operator");
        answers.put("200", RestAssured.given().auth().oauth2(token).get(COLLECTION));
        answers.put("200 of the API", RestAssured.given().get("/q/openapi"));
        answers.put(
                "400",
                RestAssured.given()
                        .auth()
                        .oauth2(token)
                        .queryParam("limit", "many")
                        .get(COLLECTION));
        answers.put("401", RestAssured.given().get(COLLECTION));
        answers.put(
                "401 of a bad token", RestAssured.given().auth().oauth2("x.y.z").get(COLLECTION));
        answers.put(
                "403",
                RestAssured.given()
                        .auth()
                        .oauth2(Tokens.as("nobody", "no-such-role"))
                        .get(COLLECTION));
        answers.put("404", RestAssured.given().auth().oauth2(token).get("/no-such-thing"));
        answers.put("405", RestAssured.given().auth().oauth2(token).patch(COLLECTION));
        answers.forEach((name, answer) ->
                assertThat(Integer.toString(answer.statusCode())).as(name).isEqualTo(name.substring(0, 3)));
        return answers;
    }

    private static void carriesItsHeaders(String name, Response answer) {
        assertThat(answer.header("X-Content-Type-Options")).as(name).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).as(name).isEqualTo("no-store");
        assertThat(answer.header("Referrer-Policy")).as(name).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy"))
                .as(name)
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("Server")).as(name).isNull();
        assertThat(answer.header("X-Powered-By")).as(name).isNull();
        assertThat(answer.header("Set-Cookie")).as(name).isNull();
        assertThat(answer.header("Access-Control-Allow-Origin")).as(name).isNull();
    }

    private static void corsIsClosed() {
        Response preflight = RestAssured.given()
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET")
                .options(COLLECTION);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isNull();
        assertThat(RestAssured.given()
                        .header("Origin", "https://elsewhere.example")
                        .get(COLLECTION)
                        .header("Access-Control-Allow-Origin"))
                .isNull();
    }

    private static void tooLongAHeadIsRefused() throws IOException {
        String header = "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(LONGER_THAN_ANY_HEAD) + "\r\n\r\n";
        assertThat(raw(header)).matches("(?s)HTTP/1.[01] 431 .*");
        String line = "GET /" + "x".repeat(LONGER_THAN_ANY_LINE) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        assertThat(raw(line)).matches("(?s)HTTP/1.[01] 414 .*");
    }

    private static void tooLargeABodyIsRefusedBeforeItComes() throws IOException {
        String answer = raw(
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(root() + COLLECTION, LARGER_THAN_ANY_BODY));
        assertThat(answer).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE", "no-store", "nosniff");
    }

    /** The client offers HTTP/2 with the first request of a connection, which here has more than one window of a body. */
    private static void anOfferOfAnotherProtocolIsPassedOver() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d%s%s".formatted(RestAssured.port, root(), COLLECTION)))
                .header("Authorization", "Bearer " + Tokens.of("operator"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[MORE_THAN_A_WINDOW]))
                .build();
        try (HttpClient offering =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            HttpResponse<Void> answer = offering.send(request, HttpResponse.BodyHandlers.discarding());
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(answer.statusCode()).isEqualTo(405);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** They have a port of their own, on which nothing else answers. */
    private static void probesAndMetricsAreNotAmongTheAnswers() {
        for (String path : List.of("/q/health", "/q/health/live", "/q/health/ready", "/q/metrics")) {
            assertThat(RestAssured.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(Management.get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(Management.get("/q/openapi").statusCode()).isEqualTo(404);
        assertThat(Management.get(COLLECTION).statusCode()).isEqualTo(404);
    }

    private static String root() {
        return ConfigProvider.getConfig().getValue("quarkus.http.root-path", String.class);
    }

    /** What comes back until the service closes the connection. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(2_000);
            return new String(start, StandardCharsets.US_ASCII);
        }
    }
}
