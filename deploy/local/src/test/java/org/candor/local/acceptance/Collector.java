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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
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
     * The spans of all services. A file is what one service sent at once; in OTLP's protobuf a span begins with the ids of its trace
     * and its own, of 16 and of 8 bytes, and ends where the next one begins.
     */
    List<Span> spans() throws IOException {
        List<Span> spans = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String sent = Files.readString(file, ISO_8859_1);
                for (ServiceName service : ServiceName.values()) {
                    if (sent.contains("candor-" + service.id())) {
                        spans.addAll(spans(service, sent));
                    }
                }
            }
        }
        return spans;
    }

    private static List<Span> spans(ServiceName service, String sent) {
        List<Span> spans = new ArrayList<>();
        List<MatchResult> begins = IDS.matcher(sent).results().toList();
        for (int i = 0; i < begins.size(); i++) {
            int end = i + 1 < begins.size() ? begins.get(i + 1).start() : sent.length();
            spans.add(new Span(
                    service,
                    begins.get(i).group(1),
                    sent.substring(begins.get(i).end(), end)));
        }
        return spans;
    }

    /** @param text its name and attributes, with the bytes between them */
    record Span(ServiceName service, String trace, String text) {

        boolean isAbout(UUID incident, String what) {
            return text.contains(incident.toString()) && text.contains(what);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
