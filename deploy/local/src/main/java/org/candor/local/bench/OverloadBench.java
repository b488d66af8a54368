package org.candor.local.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.candor.local.ServiceName;

/**
 * {@code bench-overload}: for a minute five times as many anonymous reports as intake grants, from many addresses, while an
 * officer reads. What is accepted is kept, the rest is refused quickly, memory stays bounded, and the officer is served.
 */
final class OverloadBench {

    private static final String NAME = "bench-overload";
    private static final Duration TIME = Duration.ofSeconds(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** As intake's application.properties grants to all anonymous traffic. */
    private static final int GRANTED_PER_SECOND = 50;

    private static final int OFFERED_PER_SECOND = 5 * GRANTED_PER_SECOND;
    private static final int ADDRESSES = 200;
    private static final int OFFICER_PER_SECOND = 10;
    private static final double REFUSED_WITHIN_MILLIS = 50;
    private static final double OFFICER_WITHIN_MILLIS = 1_000;
    private static final double MEMORY_GROWTH_MEGABYTES = 256;

    private record Reply(int status, double millis) {}

    private final TestBed bed;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI reports;

    OverloadBench(TestBed bed) {
        this.bed = bed;
        this.reports = URI.create(bed.stack().url(ServiceName.INTAKE) + "/reports");
    }

    List<Measurement> run() throws Exception {
        String token = bed.stack().token("privacy-officer");
        warmUp(token);
        long keptBefore = kept();
        long bytesBefore = residentBytes();
        ConcurrentLinkedQueue<Reply> officer = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Reply> others = new ConcurrentLinkedQueue<>();
        AtomicLong peak = new AtomicLong();
        Thread watching = Thread.ofPlatform().daemon().start(() -> watch(peak));
        Thread reading = Thread.ofPlatform().start(() -> paced(OFFICER_PER_SECOND, n -> officerReads(token), officer));
        paced(OFFERED_PER_SECOND, this::somebodyReports, others);
        reading.join();
        watching.interrupt();
        watching.join();
        return measurements(officer, others, kept() - keptBefore, (peak.get() - bytesBefore) / 1e6);
    }

    /** What intake holds at most, also while the answers are still under way; afterwards some of it may be given back. */
    private void watch(AtomicLong peak) {
        while (!Thread.currentThread().isInterrupted()) {
            peak.accumulateAndGet(residentBytes(), Math::max);
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private long residentBytes() {
        return bed.stack().residentBytesByComponent().get(ServiceName.INTAKE.id());
    }

    private static List<Measurement> measurements(
            Iterable<Reply> officer, Iterable<Reply> all, long kept, double grownMegabytes) {
        List<Double> refused = millis(all, 429);
        long accepted = millis(all, 201).size();
        long other = count(all) - accepted - refused.size();
        long officersRefused = count(officer) - millis(officer, 200).size();
        return List.of(
                Measurement.within(0.5, NAME, "accepted reports that are not kept, of " + accepted, accepted - kept),
                Measurement.within(0.5, NAME, "neither accepted nor refused, of " + count(all), other),
                Measurement.within(
                        REFUSED_WITHIN_MILLIS, NAME, "p95 ms of " + refused.size() + " refusals", p95(refused)),
                Measurement.within(
                        OFFICER_WITHIN_MILLIS, NAME, "p95 ms of an officer's list", p95(millis(officer, 200))),
                Measurement.within(0.5, NAME, "officer's reads that were refused", officersRefused),
                Measurement.within(MEMORY_GROWTH_MEGABYTES, NAME, "MB that intake grew at most", grownMegabytes));
    }

    /** One request of a kind. */
    @FunctionalInterface
    private interface Ask {
        CompletableFuture<Integer> ask(long number);
    }

    /** Sends at that pace whatever comes back, as the world does. */
    private static void paced(int perSecond, Ask ask, ConcurrentLinkedQueue<Reply> replies) {
        long gap = Duration.ofSeconds(1).toNanos() / perSecond;
        long count = TIME.toSeconds() * perSecond;
        long begin = System.nanoTime();
        AtomicLong open = new AtomicLong();
        for (long n = 0; n < count; n++) {
            LockSupport.parkNanos(begin + n * gap - System.nanoTime());
            long asked = System.nanoTime();
            open.incrementAndGet();
            ask.ask(n).whenComplete((status, failure) -> {
                replies.add(new Reply(failure == null ? status : 0, (System.nanoTime() - asked) / 1e6));
                open.decrementAndGet();
            });
        }
        while (open.get() > 0) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private CompletableFuture<Integer> somebodyReports(long number) {
        long address = number % ADDRESSES;
        return status(HttpRequest.newBuilder(reports)
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", "198.51.%d.%d".formatted(100 + address / 100, 1 + address % 100))
                .POST(HttpRequest.BodyPublishers.ofString(ReportClient.BODY, StandardCharsets.UTF_8)));
    }

    private CompletableFuture<Integer> officerReads(String token) {
        return status(HttpRequest.newBuilder(URI.create(reports + "?limit=50"))
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    private CompletableFuture<Integer> status(HttpRequest.Builder request) {
        return http.sendAsync(request.timeout(TIME).build(), HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    private void warmUp(String token) throws Exception {
        ReportClient client = new ReportClient(bed.stack(), bed.stack().token("workforce"));
        for (int i = 0; i < 500; i++) {
            client.submit();
            officerReads(token).get();
        }
    }

    private long kept() throws Exception {
        try (Connection database = bed.connect(ServiceName.INTAKE);
                Statement statement = database.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from report")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static List<Double> millis(Iterable<Reply> replies, int status) {
        List<Double> millis = new ArrayList<>();
        replies.forEach(reply -> {
            if (reply.status() == status) {
                millis.add(reply.millis());
            }
        });
        return millis;
    }

    private static long count(Iterable<Reply> replies) {
        long count = 0;
        for (Reply each : replies) {
            count += each.millis() >= 0 ? 1 : 0;
        }
        return count;
    }

    private static double p95(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }
}
