package org.candor.local.bench;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.candor.local.ServiceName;

/**
 * {@code bench-intake}: acknowledged reports per second against a raw client that inserts a row of the same bytes per
 * transaction, with as many connections on the same server. Intake runs alone: its outbox and relay belong to a report, what the
 * other services make of it does not.
 */
final class IntakeBench {

    private static final String NAME = "bench-intake";
    private static final String QUANTITY = "acknowledged per second, 32 clients";
    private static final int ROUNDS = 7;
    private static final Duration SLICE = Duration.ofSeconds(4);
    private static final double FLOOR = 0.25;

    private final TestBed bed;

    IntakeBench(TestBed bed) {
        this.bed = bed;
    }

    List<Measurement> run() throws Exception {
        List<RawInsert> raw = rawClients();
        try {
            List<ReportClient> product = productClients();
            WarmUp.with(() -> submit(product));
            Slices slices = Slices.interleaved(ROUNDS, () -> submit(product), () -> insert(raw));
            Slices noise = Slices.interleaved(ROUNDS, () -> insert(raw), () -> insert(raw));
            return List.of(
                    Measurement.atLeast(FLOOR, NAME, QUANTITY, slices), Measurement.nullRun(NAME, QUANTITY, noise));
        } finally {
            for (RawInsert client : raw) {
                client.close();
            }
        }
    }

    private double submit(List<ReportClient> clients) throws Exception {
        String token = bed.stack().token("workforce");
        clients.forEach(client -> client.token(token));
        return Load.perSecond(clients, SLICE);
    }

    private double insert(List<RawInsert> clients) throws Exception {
        return Load.perSecond(clients, SLICE);
    }

    private List<ReportClient> productClients() throws Exception {
        List<ReportClient> clients = new ArrayList<>();
        for (int i = 0; i < Load.CLIENTS; i++) {
            clients.add(new ReportClient(bed.stack(), "none yet"));
        }
        return clients;
    }

    private List<RawInsert> rawClients() throws Exception {
        try (Connection connection = bed.connect(ServiceName.INTAKE)) {
            RawInsert.createTable(connection);
        }
        List<RawInsert> clients = new ArrayList<>();
        for (int i = 0; i < Load.CLIENTS; i++) {
            clients.add(new RawInsert(bed.connect(ServiceName.INTAKE)));
        }
        return clients;
    }
}
