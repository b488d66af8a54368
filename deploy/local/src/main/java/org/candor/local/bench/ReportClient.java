package org.candor.local.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candor.local.ServiceName;
import org.candor.local.Stack;

/**
 * Submits reports over one kept connection, with a token. As plain as the raw client beside it, so that the processors work
 * for the platform and not for its measurement.
 */
final class ReportClient implements Load.Client, AutoCloseable {

    /** About a page of text, as a clerk writes it. */
    static final String BODY =
            """
            {"kind": "IMPROPER_USE_OR_DISCLOSURE", "relation": "WORKFORCE", "channel": "ONLINE", "medium": "ELECTRONIC",
             "phiPossible": true, "systems": ["export job"], "narrative": "%s"}""".formatted("The nightly export went to an address that is not the vendor's. ".repeat(16));

    private static final Pattern INCIDENT = Pattern.compile("\"incidentId\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    private static final String LENGTH = "content-length:";

    private final Socket connection;
    private final InputStream answers;
    private final String host;
    private volatile byte[] request;

    ReportClient(Stack stack, String token) throws IOException {
        URI intake = stack.url(ServiceName.INTAKE);
        this.host = intake.getAuthority();
        this.connection = new Socket(intake.getHost(), intake.getPort());
        this.connection.setTcpNoDelay(true);
        this.answers = new BufferedInputStream(connection.getInputStream());
        token(token);
    }

    /** Tokens live five minutes; a long run needs new ones. */
    void token(String fresh) {
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        String head = """
                POST /intake/reports HTTP/1.1
                Host: %s
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: %d

                """.formatted(host, fresh, body.length).replace("\n", "\r\n");
        request = (head + BODY).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void act() throws IOException {
        submit();
    }

    UUID submit() throws IOException {
        connection.getOutputStream().write(request);
        String status = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        String body = new String(answers.readNBytes(length), StandardCharsets.UTF_8);
        Matcher incident = INCIDENT.matcher(body);
        if (!status.startsWith("HTTP/1.1 201") || !incident.find()) {
            throw new IOException("a report was answered with " + status);
        }
        return UUID.fromString(incident.group(1));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new IOException("the connection was closed");
            }
            line.append((char) next);
        }
        line.setLength(line.length() - 1);
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
