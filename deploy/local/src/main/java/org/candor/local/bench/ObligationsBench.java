package org.candor.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.candor.local.ServiceName;

/**
 * {@code bench-obligations}: the first page of each list with 100,000 open obligations, against the same with 1,000: it stays
 * under 100 ms and flat.
 */
final class ObligationsBench {

    private static final String NAME = "bench-obligations";
    private static final int FEW = 100;
    private static final int MANY = 10_000;
    private static final int SAMPLES = 200;
    private static final double P99_MILLIS = 100;
    private static final double FLAT = 2;

    private static final List<String> LISTS = List.of(
            "/obligations",
            "/obligations?which=ALL",
            "/obligations?kind=HHS_NOTICE",
            "/obligations?jurisdiction=WI",
            "/assessments");

    private static final String BREACHES = """
            insert into assessment (incident_id, entity_id, entity_name, time_zone, drill, state, edition, outcome,
                                    discovered_on, opened_at, updated_at, concluded_at, dossier, progress, version, moved_at)
            select gen_random_uuid(), 'bench', 'Bench', 'America/Chicago', false, 'NOTICES_OWED', 1, 'REPORTABLE_BREACH',
                   date '2026-01-01' + n % 300, now() - n * interval '1 minute', now(), now(), '', '{}', 0, now()
              from generate_series(1, ?) n
            """;

    private static final String ROUTINGS = """
            insert into incident_routing (incident_id, entity_id, drill, version, officers, recused, restricted_readers)
            select incident_id, 'bench', false, 1, '{"officers": []}', array['somebody-else'], array[]::text[]
              from assessment where entity_id = 'bench'
            on conflict do nothing
            """;

    private static final String DUTIES = """
            insert into obligation (obligation_id, incident_id, entity_id, drill, rule_id, kind, jurisdiction, recipient,
                                    citation, target, due)
            select gen_random_uuid(), a.incident_id, 'bench', false, 'US-INDIVIDUAL',
                   (array['INDIVIDUAL_NOTICE', 'HHS_NOTICE', 'MEDIA_NOTICE', 'STATE_INDIVIDUAL_NOTICE'])[k % 4 + 1],
                   (array['US', 'WI', 'IL', 'TX'])[k % 4 + 1], 'somebody', 'a section',
                   a.discovered_on + 30, a.discovered_on + 60 + k
              from assessment a, generate_series(1, 10) k
             where a.entity_id = 'bench'
               and not exists (select 1 from obligation o where o.incident_id = a.incident_id)
            """;

    private final TestBed bed;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ObligationsBench(TestBed bed) {
        this.bed = bed;
    }

    List<Measurement> run() throws Exception {
        fill(FEW);
        List<Percentiles> few = pages();
        fill(MANY - FEW);
        List<Percentiles> many = pages();
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < LISTS.size(); i++) {
            String list = LISTS.get(i);
            double p99 = many.get(i).p99();
            measurements.add(Measurement.atMost(
                    1, NAME, list + ", p99 in ms against 100", Slices.of(List.of(p99), List.of(P99_MILLIS))));
            measurements.add(Measurement.atMost(
                    FLAT,
                    NAME,
                    list + ", p50 in ms, 100,000 against 1,000",
                    Slices.of(List.of(many.get(i).p50()), List.of(few.get(i).p50()))));
        }
        return measurements;
    }

    private void fill(int breaches) throws Exception {
        try (Connection connection = bed.connect(ServiceName.BREACH)) {
            try (PreparedStatement insert = connection.prepareStatement(BREACHES)) {
                insert.setInt(1, breaches);
                insert.executeUpdate();
            }
            run(connection, ROUTINGS);
            run(connection, DUTIES);
            run(connection, "analyze");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Percentiles> pages() throws Exception {
        List<Percentiles> pages = new ArrayList<>();
        for (String list : LISTS) {
            String token = bed.stack().token("privacy-officer");
            // Once to warm up.
            page(list, token);
            pages.add(page(list, token));
        }
        return pages;
    }

    private Percentiles page(String list, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(bed.stack().url(ServiceName.BREACH) + list))
                .header("Authorization", "Bearer " + token)
                .build();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            millis.add((System.nanoTime() - begin) / 1e6);
            if (answer.statusCode() != 200 || !answer.body().contains("\"next\"")) {
                throw new IOException(list + " answered " + answer.statusCode());
            }
        }
        return Percentiles.of(millis);
    }
}
