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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.candor.local.ServiceName;
import org.candor.local.Trees;

/** A collector of traces (OTLP over HTTP) that keeps each request as a file; texts stand in it as they are. */
final class Collector implements AutoCloseable {

    private static final Pattern IDS = Pattern.compile("\\n\\x10(.{16})\\x12\\x08.{8}", Pattern.DOTALL);

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
        return address().resolve("/v1/traces");
    }

    /** What sends a service's traces here, as deploy/README.md has it. */
    Map<String, String> environment() {
        return Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", address().toString());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
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

    /**
     * The services that have sent spans of a trace, by its id. A file is what one service sent at once; in OTLP's protobuf a span
     * begins with the ids of its trace and its own, of 16 and of 8 bytes.
     */
    Map<String, Set<ServiceName>> servicesOfTraces() throws IOException {
        Map<String, Set<ServiceName>> found = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String sent = Files.readString(file, ISO_8859_1);
                for (ServiceName service : ServiceName.values()) {
                    if (sent.contains("candor-" + service.id())) {
                        IDS.matcher(sent)
                                .results()
                                .forEach(span -> found.computeIfAbsent(span.group(1), id -> new HashSet<>())
                                        .add(service));
                    }
                }
            }
        }
        return found;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
