package org.candor.local.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.candor.local.process.Child;

/** Waits until a component answers, but no longer than it lives. */
public final class Await {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** Something that is true once the component is ready. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    private Await() {}

    /** Returns when the address answers 200. */
    public static void answer(URI address, Child child, Duration atMost) throws Exception {
        until(() -> answers(address), child, atMost);
    }

    /** Returns when the condition holds; throws when the process ends or the time is over before. */
    public static void until(Condition condition, Child child, Duration atMost) throws Exception {
        Instant end = Instant.now().plus(atMost);
        while (!condition.holds()) {
            Optional<Integer> exit = child.exitCode();
            if (exit.isPresent()) {
                throw new IllegalStateException("its process ended with exit code " + exit.get());
            }
            if (Instant.now().isAfter(end)) {
                throw new TimeoutException("not ready after " + atMost.toSeconds() + " s");
            }
            Thread.sleep(PAUSE);
        }
    }

    private static boolean answers(URI address) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
