package org.candor.breach;

import io.quarkus.test.junit.QuarkusTest;
import org.candor.test.Metrics;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** Dashboards and alerts rely on these names. */
@QuarkusTest
@OnRealPlatform
class MetricsTest {

    @Test
    void showsExactlyTheMetricsThatAreListed() {
        Metrics.areAsListed();
    }
}
