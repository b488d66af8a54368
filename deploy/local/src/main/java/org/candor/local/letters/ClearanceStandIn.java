package org.candor.local.letters;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.candor.local.ServiceName;
import org.candor.local.StackSettings;

/**
 * Answers in place of breach-service that notices may go, on a stack where that service does not run: it would take processor
 * time from what is measured. What a run asks and waits for is the same.
 */
public final class ClearanceStandIn implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger questions = new AtomicInteger();

    private ClearanceStandIn(HttpServer server) {
        this.server = server;
    }

    public static ClearanceStandIn start(StackSettings settings) throws IOException {
        HttpServer http = HttpServer.create(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), settings.ports().of(ServiceName.BREACH)),
                0);
        ClearanceStandIn clearance = new ClearanceStandIn(http);
        http.createContext("/", clearance::clear);
        http.start();
        return clearance;
    }

    /** How often it was asked. */
    public int questions() {
        return questions.get();
    }

    private void clear(HttpExchange exchange) throws IOException {
        questions.incrementAndGet();
        byte[] answer = "{\"answer\":\"CLEAR\",\"asOf\":\"%s\"}"
                .formatted(LocalDate.now(ZoneId.of(LetterCampaign.ZONE)))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
