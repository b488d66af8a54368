package org.candor.local.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.candor.local.Trees;

/** A collector of traces (OTLP over HTTP) that keeps each request as a file; texts stand in it as they are. */
final class Collector implements AutoCloseable {

    private static final int OK = 200;

    private final AtomicInteger received = new AtomicInteger();
    private final Path folder;
    private final HttpServer server;

    Collector(Path folder) throws Exception {
        Trees.delete(folder);
        this.folder = Files.createDirectories(folder);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", request -> {
            Files.copy(request.getRequestBody(), folder.resolve("%06d".formatted(received.incrementAndGet())));
            request.sendResponseHeaders(OK, -1);
            request.close();
        });
        server.start();
    }

    Path folder() {
        return folder;
    }

    URI traces() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
    }

    /** What sends a service's traces here. */
    Map<String, String> environment() {
        return Map.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", traces().toString());
    }

    /** All that came; one byte is one character. */
    String received() throws IOException {
        StringBuilder all = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                all.append(Files.readString(file, ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
