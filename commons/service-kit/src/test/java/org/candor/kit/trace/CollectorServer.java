package org.candor.kit.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.Map;

/** A collector that keeps what the exporter sends; texts stand in OTLP's protobuf as they are. */
public final class CollectorServer implements QuarkusTestResourceLifecycleManager {

    private static final String RECEIVED = "candor.test.collected";
    private static final int OK = 200;

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", CollectorServer::keep);
        server.start();
        return Map.of(
                "otel.exporter.otlp.endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "otel.bsp.schedule.delay",
                "100");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** One byte is one character. */
    static String received() {
        return System.getProperty(RECEIVED, "");
    }

    /** The id of a trace, as it stands in what was received. */
    static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), ISO_8859_1);
    }

    private static void keep(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1);
        // Loaders of classes come and go with the application; the system's properties stay.
        synchronized (System.getProperties()) {
            System.setProperty(RECEIVED, received() + body);
        }
        exchange.sendResponseHeaders(OK, -1);
        exchange.close();
    }
}
