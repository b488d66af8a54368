package org.candor.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candor.local.ServiceName;
import org.candor.local.Stack;

/** Submits reports as a client does: with a token, over a kept connection. */
final class ReportClient implements Load.Client {

    /** About a page of text, as a clerk writes it. */
    static final String BODY =
            """
            {"kind": "IMPROPER_USE_OR_DISCLOSURE", "relation": "WORKFORCE", "channel": "ONLINE", "medium": "ELECTRONIC",
             "phiPossible": true, "systems": ["export job"], "narrative": "%s"}""".formatted("The nightly export went to an address that is not the vendor's. ".repeat(16));

    private static final Pattern INCIDENT = Pattern.compile("\"incidentId\"\\s*:\\s*\"([0-9a-f-]{36})\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI reports;
    private volatile String token;

    ReportClient(Stack stack, String token) {
        this.reports = URI.create(stack.url(ServiceName.INTAKE) + "/reports");
        this.token = token;
    }

    /** Tokens live five minutes; a long run needs new ones. */
    void token(String fresh) {
        token = fresh;
    }

    @Override
    public void act() throws IOException, InterruptedException {
        submit();
    }

    UUID submit() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(reports)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(BODY, StandardCharsets.UTF_8))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        Matcher incident = INCIDENT.matcher(answer.body());
        if (answer.statusCode() != 201 || !incident.find()) {
            throw new IOException("a report was answered with " + answer.statusCode());
        }
        return UUID.fromString(incident.group(1));
    }
}
