package org.candor.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Access tokens of the realm's users through the client {@code candor-demo}, which exists on this machine only. */
public final class PasswordGrant {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI endpoint;

    public PasswordGrant(URI issuer) {
        this.endpoint = URI.create(issuer + "/protocol/openid-connect/token");
    }

    /** A token, good for five minutes. */
    public String token(String user, String password) throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=candor-demo&username=%s&password=%s"
                .formatted(encoded(user), encoded(password));
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode token = JSON.readTree(answer.body()).path("access_token");
        if (answer.statusCode() != 200 || !token.isTextual()) {
            throw new IOException("No token for %s: %d %s".formatted(user, answer.statusCode(), answer.body()));
        }
        return token.textValue();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
