package org.candor.local.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The platform's public REST APIs as one user sees them, or as somebody without a token. */
public final class Api {

    private static final String JSON = "application/json";
    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final int UNAVAILABLE = 503;
    private static final int MOST_TRIES = 20;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HttpClient http;
    private final URI origin;
    private final Tokens tokens;
    private final Optional<String> user;
    private final Consumer<Exchange> answered;

    Api(HttpClient http, URI origin, Tokens tokens, Optional<String> user, Consumer<Exchange> answered) {
        this.http = http;
        this.origin = origin;
        this.tokens = tokens;
        this.user = user;
        this.answered = answered;
    }

    public URI address(String path) {
        return URI.create(origin + path);
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** The same in that media type. */
    public Answer get(String path, String accept) throws IOException, InterruptedException {
        return send(request(path).header("Accept", accept).GET());
    }

    /** A file or a page; whatever the service makes of the path. */
    public byte[] file(String path) throws IOException, InterruptedException {
        return get(path).expecting(200).bytes();
    }

    /** Creates something; a key lets a retry find the first answer. */
    public Answer post(String path, Object body) throws IOException, InterruptedException {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Answer post(String path, Object body, String key) throws IOException, InterruptedException {
        return send(json(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(Json.write(body))));
    }

    public Answer put(String path, Object body) throws IOException, InterruptedException {
        return send(json(path).PUT(BodyPublishers.ofString(Json.write(body))));
    }

    /** Changes what has a version; an empty tag is left out. */
    public Answer change(String method, String path, String etag, Object body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = json(path).method(method, BodyPublishers.ofString(Json.write(body)));
        if (!etag.isEmpty()) {
            request.header("If-Match", etag);
        }
        return send(request);
    }

    /** The same for a file. */
    public Answer change(String method, String path, String etag, String contentType, byte[] file)
            throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", contentType)
                .header("If-Match", etag)
                .method(method, BodyPublishers.ofByteArray(file)));
    }

    public Answer upload(String path, String contentType, byte[] file) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(file)));
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", JSON);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path)).timeout(LONGEST);
    }

    /** A 503 means that nothing was kept, so the same request is made again, as its Retry-After asks. */
    private Answer send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        if (user.isPresent()) {
            builder.header("Authorization", "Bearer " + tokens.of(user.get()));
        }
        HttpRequest request = builder.build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        for (int tries = 1; response.statusCode() == UNAVAILABLE && tries < MOST_TRIES; tries++) {
            Thread.sleep(PAUSE);
            response = http.send(request, BodyHandlers.ofByteArray());
        }
        answered.accept(
                new Exchange(user.orElse(""), request.method(), pathAndQuery(request.uri()), response.statusCode()));
        return Answer.of(response);
    }

    private static String pathAndQuery(URI address) {
        return address.getQuery() == null ? address.getPath() : address.getPath() + "?" + address.getQuery();
    }
}
