package org.candor.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Posts the same JSON over a kept connection, and remembers how long each answer took. For one thread. */
final class PostClient implements Load.Client {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final String body;
    private final List<Double> millis = new ArrayList<>();
    private volatile String token = "";

    PostClient(URI address, String body) {
        this.address = address;
        this.body = body;
    }

    /** Tokens live five minutes; a long run needs new ones. */
    void token(String fresh) {
        token = fresh;
    }

    @Override
    public void act() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        answer();
        millis.add((System.nanoTime() - begin) / 1e6);
    }

    byte[] answer() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(address.getPath() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** How long each answer took since the last call, in milliseconds. */
    List<Double> drain() {
        List<Double> drained = List.copyOf(millis);
        millis.clear();
        return drained;
    }
}
