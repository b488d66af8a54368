package org.candor.test.access;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many calls of the service under test, some at a time, over one HTTP client. */
final class Calls implements AutoCloseable {

    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Not asking for HTTP/2 over a plain socket: the change of protocol in the middle of an answer loses some. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    private final List<Future<Optional<String>>> checks = new ArrayList<>();

    /** Below which every address stands, as REST Assured was told by Quarkus. */
    static String root() {
        return RestAssured.basePath.startsWith("/") ? RestAssured.basePath : "/" + RestAssured.basePath;
    }

    void check(Callable<Optional<String>> check) {
        checks.add(workers.submit(check));
    }

    /** What the checks found, in their order. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        for (Future<Optional<String>> check : checks) {
            try {
                check.get().ifPresent(findings::add);
            } catch (ExecutionException e) {
                findings.add(String.valueOf(e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return findings;
    }

    /** Calls an address below the root, with a body of that type where there is one. */
    HttpResponse<byte[]> call(String method, String address, Optional<String> token, Optional<Body> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + root() + address.replace(" ", "%20")))
                .timeout(PATIENCE)
                // Whatever the version: what an object hides must not hide behind a missing If-Match.
                .header("If-Match", "*");
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        body.ifPresent(sent -> request.header("Content-Type", sent.type()));
        request.method(
                method,
                body.map(sent -> BodyPublishers.ofByteArray(sent.bytes())).orElse(BodyPublishers.noBody()));
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + address + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is sent. */
    record Body(String type, byte[] bytes) {

        /** The least that a body of that type can be. */
        static Body least(String type) {
            if (type.startsWith("multipart/")) {
                return new Body(type + "; boundary=end", "--end--\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            return new Body(type, (type.endsWith("json") ? "{}" : "x").getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        client.close();
    }
}
