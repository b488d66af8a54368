package org.candor.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.candor.local.Layout;
import org.candor.local.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyTest {

    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = Ports.free().of(Ports.PROXY);
    private final CountDownLatch secondHalf = new CountDownLatch(1);
    private HttpServer service;
    private ServerSocket silent;
    private Proxy proxy;

    @BeforeEach
    void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/intake/headers", ProxyTest::answerWithHeaders);
        service.createContext("/intake/size", ProxyTest::answerWithSize);
        service.createContext("/intake/stream", this::answerInTwoHalves);
        service.start();
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::hangUpOnEveryCaller);
        Map<String, List<Origin>> services = Map.of(
                "intake", List.of(open(service.getAddress().getPort())),
                "breach", List.of(open(Ports.free().of(Ports.SMTP))),
                "audit", List.of(open(silent.getLocalPort())));
        proxy = new Proxy(services, List.of(), new Layout(folder), port);
        proxy.start();
    }

    @AfterEach
    void stop() throws IOException {
        secondHalf.countDown();
        proxy.stop();
        service.stop(0);
        silent.close();
    }

    @Test
    void keepsTheAddressThatTheClientAskedFor() throws Exception {
        HttpResponse<String> answer =
                http.send(request("/intake/headers?q=a%20b").build(), text());
        assertThat(answer.body()).contains("uri=/intake/headers?q=a%20b").contains("host=[localhost:" + port + "]");
    }

    @Test
    void dropsWhatAClientClaimsAboutItself() throws Exception {
        HttpRequest request = request("/intake/headers")
                .header("X-Forwarded-For", "10.1.2.3")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "for=10.1.2.3")
                .header("Authorization", "Bearer abc")
                .build();
        String body = http.send(request, text()).body();
        assertThat(body).doesNotContain("10.1.2.3", "evil.example", "forwarded=[for");
        assertThat(body).contains("x-forwarded-for=[127.0.0.1]", "authorization=[Bearer abc]");
    }

    @Test
    void keepsHopByHopHeadersToItself() throws Exception {
        String answer = raw("GET /intake/headers HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "TE: trailers\r\nProxy-Authorization: Basic x\r\nUpgrade: h2c\r\n\r\n");
        assertThat(answer.toLowerCase()).doesNotContain("proxy-authorization", "upgrade=", "te=[");
    }

    @Test
    void streamsAnAnswerWhileItIsMade() throws Exception {
        HttpResponse<InputStream> answer =
                http.send(request("/intake/stream").build(), HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("first half");
            secondHalf.countDown();
            assertThat(lines.readLine()).isEqualTo("second half");
        }
    }

    @Test
    void carriesLargeBodies() throws Exception {
        HttpRequest request = request("/intake/size")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10 * MEGABYTE]))
                .build();
        assertThat(http.send(request, text()).body()).isEqualTo(Integer.toString(10 * MEGABYTE));
    }

    @Test
    void saysThatAServiceIsAway() throws Exception {
        HttpResponse<String> answer = http.send(request("/breach/assessments").build(), text());
        assertProblem(answer, 503, "gateway.service-away");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void saysThatAnAnswerWasLost() throws Exception {
        HttpRequest request = request("/audit/entries")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertProblem(http.send(request, text()), 502, "gateway.answer-lost");
    }

    @Test
    void refusesUnknownPaths() throws Exception {
        assertProblem(http.send(request("/nothing").build(), text()), 404, "gateway.not-found");
        assertProblem(http.send(request("/intake/q/%6detrics").build(), text()), 400, "gateway.path-not-canonical");
        assertThat(raw("GET http://localhost/nothing HTTP/1.1\r\n"
                        + "Host: localhost\r\n"
                        + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
    }

    @Test
    void refusesWhatIsNoHttp() throws Exception {
        assertThat(raw("NONSENSE\r\n\r\n")).startsWith("HTTP/1.0 400");
        assertThat(http.send(request("/intake/headers").build(), text()).statusCode())
                .isEqualTo(200);
    }

    private static Origin open(int port) {
        Origin origin = new Origin(port);
        origin.open();
        return origin;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status, "\"code\":\"" + code + "\"");
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    private static void answerWithHeaders(HttpExchange exchange) throws IOException {
        StringBuilder seen = new StringBuilder("uri=" + exchange.getRequestURI() + "\n");
        exchange.getRequestHeaders()
                .forEach((name, values) -> seen.append(name.toLowerCase(java.util.Locale.ROOT))
                        .append('=')
                        .append(values)
                        .append('\n'));
        answer(exchange, seen.toString());
    }

    private static void answerWithSize(HttpExchange exchange) throws IOException {
        answer(exchange, Integer.toString(exchange.getRequestBody().readAllBytes().length));
    }

    private void answerInTwoHalves(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("first half\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        try {
            secondHalf.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.getResponseBody().write("second half\n".getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    /** Takes the request and closes the connection without a word, as a process does that is killed. */
    private void hangUpOnEveryCaller() {
        while (!silent.isClosed()) {
            try (Socket caller = silent.accept()) {
                caller.getInputStream().read(new byte[MEGABYTE]);
            } catch (IOException e) {
                // Closed at the end of the test.
            }
        }
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
