package org.candor.local.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.candor.local.Checkout;
import org.candor.local.ServiceName;
import org.candor.local.bench.BareApplication.Running;

/**
 * {@code bench-preview}: fact sets that one core answers in a second, and previews over HTTP against a bare endpoint that
 * parses the same request and answers the same bytes, without identity and without rules.
 */
final class PreviewBench {

    private static final String NAME = "bench-preview";
    private static final int ROUNDS = 7;
    private static final Duration SLICE = Duration.ofSeconds(4);
    private static final double FLOOR = 0.5;
    private static final double FACT_SETS = 20_000;
    private static final double P99_MILLIS = 50;

    /** A breach as it comes up: three States, some without an address. */
    private static final String FACTS = """
            {"timeZone": "America/Chicago",
             "knowledge": [{"by": "WRONGDOER", "at": "2026-01-05"}, {"by": "WORKFORCE", "at": "2026-03-03T05:30:00Z"}],
             "individuals": {"total": 700, "byJurisdiction": {"WI": 620, "IL": 70, "MA": 10}},
             "statePersonalInformation": ["WI"],
             "undeliverable": {"living": 12},
             "lawEnforcementDelays": [{"form": "ORAL", "statedOn": "2026-04-10"}]}""";

    private final TestBed bed;

    PreviewBench(TestBed bed) {
        this.bed = bed;
    }

    List<Measurement> run() throws Exception {
        double core = PreviewCore.perSecond(Checkout.find());
        List<Measurement> measurements = new ArrayList<>();
        measurements.add(Measurement.atLeast(
                1,
                NAME,
                "fact sets a second and core, against " + (long) FACT_SETS,
                Slices.of(List.of(core), List.of(FACT_SETS))));
        URI preview = URI.create(bed.stack().url(ServiceName.BREACH) + "/obligations/preview");
        PostClient first = new PostClient(preview, FACTS);
        first.token(token());
        byte[] answer = first.answer();
        BareApplication echo = BareApplication.build(Checkout.find(), bed.folder(), "echo", "EchoResource.java");
        Path bytes = Files.write(echo.file("answer.json"), answer);
        try (Running running = echo.start(List.of("-Decho.answer=" + bytes))) {
            measurements.addAll(overHttp(clients(preview), clients(running.address())));
        }
        return measurements;
    }

    private List<Measurement> overHttp(List<PostClient> product, List<PostClient> bare) throws Exception {
        WarmUp.with(() -> load(bare));
        WarmUp.with(() -> load(product));
        product.forEach(PostClient::drain);
        List<Double> worst = new ArrayList<>();
        Slices slices = Slices.interleaved(
                ROUNDS,
                () -> {
                    double rate = load(product);
                    worst.add(p99(product));
                    return rate;
                },
                () -> load(bare));
        List<Double> limits = worst.stream().map(ignored -> P99_MILLIS).toList();
        return List.of(
                Measurement.atLeast(FLOOR, NAME, "previews a second over HTTP, " + Load.CLIENTS + " clients", slices),
                Measurement.atMost(1, NAME, "p99 of a preview in ms, against 50", Slices.of(worst, limits)));
    }

    private double load(List<PostClient> clients) throws Exception {
        String token = token();
        clients.forEach(client -> client.token(token));
        return Load.perSecond(clients, SLICE);
    }

    private static double p99(List<PostClient> clients) {
        List<Double> millis = new ArrayList<>();
        clients.forEach(client -> millis.addAll(client.drain()));
        return Percentiles.of(millis).p99();
    }

    private String token() throws Exception {
        return bed.stack().token("privacy-officer");
    }

    private static List<PostClient> clients(URI address) {
        List<PostClient> clients = new ArrayList<>();
        for (int i = 0; i < Load.CLIENTS; i++) {
            clients.add(new PostClient(address, FACTS));
        }
        return clients;
    }
}
