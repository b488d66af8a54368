package org.candor.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.candor.local.Layout;
import org.candor.local.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas of a service behind the proxy. */
class ReplicasTest {

    @TempDir
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = Ports.free().of(Ports.PROXY);
    private final CountDownLatch slowIsAsked = new CountDownLatch(1);
    private final CountDownLatch slowMayAnswer = new CountDownLatch(1);
    private final List<HttpServer> servers = new ArrayList<>();
    private Origin first;
    private Origin second;
    private Proxy proxy;

    @BeforeEach
    void start() throws Exception {
        first = replica("first");
        second = replica("second");
        first.open();
        second.open();
        proxy = new Proxy(Map.of("intake", List.of(first, second)), List.of(), new Layout(folder), port);
        proxy.start();
    }

    @AfterEach
    void stop() {
        slowMayAnswer.countDown();
        proxy.stop();
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void takeTurns() throws Exception {
        assertThat(answers(4)).containsExactly("first", "second", "first", "second");
    }

    @Test
    void getNothingNewWhileTheyAreClosed() throws Exception {
        first.close();
        assertThat(answers(3)).containsOnly("second");
        first.open();
        assertThat(answers(2)).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void finishWhatTheyHaveBegun() throws Exception {
        second.close();
        CompletableFuture<HttpResponse<String>> slow =
                http.sendAsync(request("/intake/slow"), HttpResponse.BodyHandlers.ofString());
        slowIsAsked.await();
        second.open();
        CompletableFuture<Void> drained = CompletableFuture.runAsync(() -> first.drain(Duration.ofMinutes(1)));
        while (first.isOpen()) {
            Thread.onSpinWait();
        }
        assertThat(answers(3)).containsOnly("second");
        assertThat(drained).isNotDone();

        slowMayAnswer.countDown();
        assertThat(slow.get().body()).isEqualTo("first");
        drained.get();
    }

    @Test
    void areNotWaitedForEver() throws Exception {
        second.close();
        CompletableFuture<HttpResponse<String>> slow =
                http.sendAsync(request("/intake/slow"), HttpResponse.BodyHandlers.ofString());
        slowIsAsked.await();
        first.drain(Duration.ofMillis(1));
        assertThat(slow).isNotDone();
    }

    @Test
    void answerThatTheServiceIsAwayWhenNoneIsThere() throws Exception {
        first.close();
        second.close();
        servers.forEach(server -> server.stop(0));
        HttpResponse<String> answer = http.send(request("/intake/reports"), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(503);
    }

    private List<String> answers(int times) throws Exception {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(http.send(request("/intake/reports"), HttpResponse.BodyHandlers.ofString())
                    .body());
        }
        return answers;
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
    }

    private Origin replica(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/intake/slow", exchange -> answerLate(exchange, name));
        server.createContext("/", exchange -> answer(exchange, name));
        server.start();
        servers.add(server);
        return new Origin(server.getAddress().getPort());
    }

    private void answerLate(HttpExchange exchange, String name) throws IOException {
        slowIsAsked.countDown();
        try {
            slowMayAnswer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, name);
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
