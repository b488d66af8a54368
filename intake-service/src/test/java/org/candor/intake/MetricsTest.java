package org.candor.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.json;
import static org.candor.intake.IntakeFixtures.misdirectedSpreadsheet;
import static org.candor.intake.IntakeFixtures.submit;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.candor.test.Metrics;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** Dashboards and alerts rely on these names, and on what they count. */
@QuarkusTest
@OnRealPlatform
class MetricsTest {

    private static final String RECEIVED = "candor_reports_received_total{kind=\"%s\"}";

    @Test
    void showsExactlyTheMetricsThatAreListed() {
        Metrics.areAsListed();
    }

    @Test
    void countsEachReportOnceByItsKindAndNoDrill() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
        Map<String, Object> report = misdirectedSpreadsheet();
        String series = RECEIVED.formatted(report.get("kind"));
        double before = Metrics.value(series);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            json("workforce")
                    .header("Idempotency-Key", key)
                    .body(report)
                    .post("/reports")
                    .then()
                    .statusCode(201);
        }
        assertThat(Metrics.value(series)).isEqualTo(before + 1);

        Map<String, Object> drill = misdirectedSpreadsheet();
        drill.put("drill", true);
        submit("privacy-officer", drill);
        assertThat(Metrics.value(series)).isEqualTo(before + 1);
        assertThat(Metrics.value(RECEIVED.formatted("RETALIATION"))).isNotNegative();
    }
}
