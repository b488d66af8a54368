package org.candor.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.candor.local.ServiceName;

/**
 * {@code bench-latency}: from the 2xx of a report until the row of its case is committed and can be read, against a raw
 * produce and consume on the same broker at the same rate.
 */
final class LatencyBench {

    private static final String NAME = "bench-latency";
    private static final int SAMPLES = 200;
    private static final int ROUNDS = 5;
    private static final long PAUSE_NANOS = 10_000_000;
    private static final long GIVE_UP_NANOS = 10_000_000_000L;
    private static final double CEILING = 5;

    private final TestBed bed;

    LatencyBench(TestBed bed) {
        this.bed = bed;
    }

    List<Measurement> run() throws Exception {
        List<Percentiles> product = new ArrayList<>();
        List<Percentiles> raw = new ArrayList<>();
        try (Connection connection = bed.connect(ServiceName.INVESTIGATION);
                RawRoundTrip broker = new RawRoundTrip(bed.stack().kafka())) {
            reports(connection);
            broker.roundTrips(SAMPLES, PAUSE_NANOS);
            for (int round = 0; round < ROUNDS; round++) {
                product.add(reports(connection));
                raw.add(broker.roundTrips(SAMPLES, PAUSE_NANOS));
            }
        }
        return List.of(
                Measurement.atMost(CEILING, NAME, "report to case, p50 in ms", slices(product, raw, true)),
                Measurement.atMost(CEILING, NAME, "report to case, p99 in ms", slices(product, raw, false)));
    }

    private static Slices slices(List<Percentiles> product, List<Percentiles> raw, boolean median) {
        return Slices.of(
                product.stream().map(p -> median ? p.p50() : p.p99()).toList(),
                raw.stream().map(p -> median ? p.p50() : p.p99()).toList());
    }

    private Percentiles reports(Connection connection) throws Exception {
        List<Double> millis = new ArrayList<>();
        try (ReportClient client = new ReportClient(bed.stack(), bed.stack().token("workforce"));
                PreparedStatement find = connection.prepareStatement("select 1 from case_file where incident_id = ?")) {
            for (int i = 0; i < SAMPLES; i++) {
                UUID incident = client.submit();
                millis.add(untilCommitted(find, incident));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return Percentiles.of(millis);
    }

    private static double untilCommitted(PreparedStatement find, UUID incident) throws Exception {
        long acknowledged = System.nanoTime();
        find.setObject(1, incident);
        while (true) {
            try (ResultSet rows = find.executeQuery()) {
                long waited = System.nanoTime() - acknowledged;
                if (rows.next()) {
                    return waited / 1e6;
                }
                if (waited > GIVE_UP_NANOS) {
                    throw new IllegalStateException("no case for a report after ten seconds");
                }
            }
            LockSupport.parkNanos(200_000);
        }
    }
}
