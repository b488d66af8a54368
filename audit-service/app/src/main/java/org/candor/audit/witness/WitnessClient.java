package org.candor.audit.witness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.candor.audit.tree.decision.Hash;
import org.candor.audit.witness.decision.WitnessAnswer;
import org.candor.kit.data.Workers;

/** Speaks C2SP tlog-witness: {@code POST <url>/add-checkpoint}. */
@ApplicationScoped
class WitnessClient {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Workers workers;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    WitnessClient(Workers workers) {
        this.workers = workers;
    }

    /** @param path proves that the log of {@code note} begins with what the witness saw at size {@code old} */
    Uni<WitnessAnswer> add(URI witness, long old, List<Hash> path, String note) {
        StringBuilder body = new StringBuilder("old ").append(old).append('\n');
        path.forEach(hash -> body.append(hash.base64()).append('\n'));
        return workers.run(() -> send(witness, body.append('\n').append(note).toString()));
    }

    private WitnessAnswer send(URI witness, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(witness + "/add-checkpoint"))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        try {
            HttpResponse<String> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return WitnessAnswer.of(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new WitnessAnswer.Away(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new WitnessAnswer.Away("interrupted");
        }
    }
}
