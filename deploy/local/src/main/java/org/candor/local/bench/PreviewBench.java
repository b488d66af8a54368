package org.candor.local.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.candor.local.Checkout;
import org.candor.local.ServiceName;

/**
 * {@code bench-preview}: fact sets that one core answers in a second, and previews over HTTP against a bare endpoint that
 * parses the same request and answers the same bytes, without identity and without rules.
 */
final class PreviewBench {

    private static final String NAME = "bench-preview";
    private static final int ROUNDS = 7;
    private static final Duration SLICE = Duration.ofSeconds(4);
    private static final int MOST_WARM_UP_SLICES = 30;
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
        try (EchoApplication echo =
                EchoApplication.start(Checkout.find(), bed.folder().resolve("echo"), answer)) {
            measurements.addAll(overHttp(clients(preview), clients(echo.address())));
        }
        return measurements;
    }

    private List<Measurement> overHttp(List<PostClient> product, List<PostClient> bare) throws Exception {
        warmUp(bare);
        warmUp(product);
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

    /** Until three slices in a row were no faster: the optimising compiler is done then. */
    private void warmUp(List<PostClient> clients) throws Exception {
        double best = 0;
        for (int slice = 0, sinceBest = 0; slice < MOST_WARM_UP_SLICES && sinceBest < 3; slice++, sinceBest++) {
            double rate = load(clients);
            if (rate > best * 1.03) {
                best = rate;
                sinceBest = -1;
            }
        }
        clients.forEach(PostClient::drain);
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
