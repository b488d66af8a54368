package org.candor.notification.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.time.Clock;
import org.candor.kit.data.Workers;

/** Makes one call to a checked address and says what came of it. Never fails, follows no redirect. Call outside a session. */
@ApplicationScoped
class WebhookCalls {

    private final HttpClient client;
    private final Targets targets;
    private final Signatures signatures;
    private final Workers workers;
    private final Clock clock;
    private final long timeout;

    WebhookCalls(
            Vertx vertx,
            Targets targets,
            Signatures signatures,
            Workers workers,
            Clock clock,
            WebhookSettings settings) {
        this.timeout = settings.timeout().toMillis();
        // A connection that is kept would outlive the check of its address.
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(Math.toIntExact(timeout))
                .setVerifyHost(true));
        this.targets = targets;
        this.signatures = signatures;
        this.workers = workers;
        this.clock = clock;
    }

    /** The status of the answer as text, or why there was none. */
    record Outcome(int status, String text) {

        boolean taken() {
            return status >= 200 && status < 300;
        }

        /** The receiver says that it wants no more. */
        boolean gone() {
            return status == 410;
        }
    }

    Uni<Outcome> call(Deliveries.Due due) {
        return targets.check(due.url())
                .chain(found -> found.map(
                                target -> workers.backHere(signatures.secret(due.webhookId(), due.secretNumber()))
                                        .chain(secret -> workers.backHere(send(due, target, secret))))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome(0, "ADDRESS_NOT_ALLOWED"))));
    }

    private Uni<Outcome> send(Deliveries.Due due, Targets.Target target, byte[] secret) {
        long timestamp = clock.instant().getEpochSecond();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(target.address(), target.port())))
                .setHost(target.url().getHost())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(target.path())
                .setFollowRedirects(false)
                .setTimeout(timeout)
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Candor")
                .putHeader("webhook-id", due.id().toString())
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", Signatures.sign(secret, due.id().toString(), timestamp, due.payload()));
        // The body of the answer is not read: it is the receiver's, and may be endless.
        Future<Outcome> answered = client.request(options)
                .compose(request -> request.send(due.payload()).map(answer -> {
                    Outcome outcome = new Outcome(answer.statusCode(), Integer.toString(answer.statusCode()));
                    request.connection().close();
                    return outcome;
                }));
        return Uni.createFrom()
                .<Outcome>emitter(emitter -> answered.onComplete(result -> emitter.complete(
                        result.succeeded()
                                ? result.result()
                                : new Outcome(0, result.cause().getClass().getSimpleName()))));
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
