package org.candor.test;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The other services of the platform, and the identity provider's token endpoint, as the service under test sees them over
 * HTTP. A test says what they answer and reads what they were asked; whatever it has not said is a 404.
 */
public final class Peers {

    /** Where the identity provider has the public keys of its tokens; it answers as long as a test says nothing else. */
    public static final String KEYS = "/identity/certs";

    /** The status of a peer that closes the connection without an answer. */
    static final int SILENCE = -1;

    private static final String URL = "peers";
    private static final List<String> NAMES = List.of("intake", "investigation", "breach", "notification", "audit");

    private Peers() {}

    /** What a peer answers. */
    public record Answer(int status, String body) {

        /** 200 with that, written as JSON. */
        public static Answer ok(Object body) {
            return new Answer(200, new String(Json.bytes(body), StandardCharsets.UTF_8));
        }

        /** Without a body. */
        public static Answer of(int status) {
            return new Answer(status, "");
        }

        /** None: the connection is closed. */
        public static Answer none() {
            return of(SILENCE);
        }

        byte[] bytes() {
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What a peer was asked. Names of headers are in lower case. */
    public record Asked(String method, String path, String query, Map<String, String> headers, String body) {

        /** The header of that name; empty without one. */
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        static Asked of(HttpExchange exchange, String path) throws IOException {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
            return new Asked(
                    exchange.getRequestMethod(),
                    path,
                    Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Lets the peers answer so from now on wherever the path begins with that, for instance {@code /breach/breaches}. */
    public static void answer(String path, Answer answer) {
        send(control(path).PUT(BodyPublishers.ofByteArray(Json.bytes(answer))));
    }

    /** What was asked so far where the path begins with that, in order. */
    public static List<Asked> asked(String path) {
        return List.of(Json.read(send(control(path).GET()), Asked[].class));
    }

    /** Says to a service under test where its peers are. */
    static Map<String, String> settings(PeerServer server) {
        Platform.remember(URL, server.url());
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.oidc-client.auth-server-url", server.url());
        settings.put("quarkus.oidc-client.token-path", PeerServer.TOKEN);
        settings.put("CANDOR_CLIENT_SECRET", "test-only");
        for (String name : NAMES) {
            settings.put("CANDOR_%s_URL".formatted(name.toUpperCase(Locale.ROOT)), server.url() + "/" + name);
        }
        return settings;
    }

    private static HttpRequest.Builder control(String path) {
        return HttpRequest.newBuilder(URI.create(Platform.remembered(URL) + PeerServer.CONTROL + path));
    }

    private static byte[] send(HttpRequest.Builder request) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("The peers answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
