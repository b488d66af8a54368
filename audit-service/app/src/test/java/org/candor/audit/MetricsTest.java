package org.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.candor.test.Database;
import org.candor.test.Metrics;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dashboards and alerts rely on these names, and on what they say of the trail. */
@QuarkusTest
@OnRealPlatform(separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class MetricsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    MutableClock clock;

    @AfterEach
    void restore() {
        clock.reset();
    }

    @Test
    void showsExactlyTheMetricsThatAreListed() {
        Metrics.areAsListed();
    }

    @Test
    void whileNobodyCanSignTheLagGrowsAndAfterwardsItIsGone() throws SQLException {
        Story.triaged();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(Metrics.value("candor_trail_entries"))
                    .isEqualTo(Database.number("select count(*) from trail.entry"))
                    .isPositive();
            assertThat(Metrics.value("candor_trail_behind_entries")).isZero();
        });
        try (Connection signer = Database.connect();
                Statement lock = signer.createStatement()) {
            lock.execute("select pg_advisory_lock(hashtext('candor.trail.sign'))");
            Story.triaged();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Metrics.value("candor_trail_behind_entries"))
                            .isPositive());
            clock.advance(Duration.ofMinutes(10));
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(Metrics.value("candor_trail_integrate_lag_seconds")).isGreaterThanOrEqualTo(600);
                assertThat(Metrics.value("candor_trail_checkpoint_age_seconds")).isGreaterThanOrEqualTo(600);
            });
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(Metrics.value("candor_trail_behind_entries")).isZero();
            assertThat(Metrics.value("candor_trail_integrate_lag_seconds")).isZero();
        });
    }
}
