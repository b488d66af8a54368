package org.candor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.CITY;
import static org.candor.notification.Fixtures.ZONE;
import static org.candor.notification.Fixtures.today;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Envelope;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.Metrics;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** Dashboards and alerts rely on these names, and on what they count. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class MetricsTest {

    private static final List<String> STEPS = List.of("overdue", "today", "1-3", "4-7", "8-14", "15-30", "later");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void showsExactlyTheMetricsThatAreListed() {
        Metrics.areAsListed();
    }

    @Test
    void countsOpenDutiesByDaysLeftAndNoneOfADrill() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                open().values().stream().mapToDouble(n -> n).sum())
                        .isEqualTo(
                                Database.number("select count(*) from deadline where state = 'OPEN' and not drill")));
        Map<String, Double> before = open();
        IntStream.of(-1, 0, 1, 3, 4, 7, 8, 14, 15, 30, 31).forEach(days -> {
            Facts.send(Topic.CASE, due(days), CITY);
            Facts.send(Topic.CASE, due(days), CITY, true, Envelope.SYSTEM);
        });
        Map<String, Integer> more =
                Map.of("overdue", 1, "today", 1, "1-3", 2, "4-7", 2, "8-14", 2, "15-30", 2, "later", 1);
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, Double> now = open();
            assertThat(STEPS)
                    .allSatisfy(
                            step -> assertThat(now.get(step)).as(step).isEqualTo(before.get(step) + more.get(step)));
        });
    }

    private static Map<String, Double> open() {
        return STEPS.stream()
                .collect(Collectors.toMap(
                        step -> step, step -> Metrics.value("candor_deadlines_open{left=\"%s\"}".formatted(step))));
    }

    private static DeadlineSet due(int days) {
        return new DeadlineSet(
                UUID.randomUUID(),
                UUID.randomUUID(),
                CITY,
                "COMPLAINT_ANSWER",
                "Answer the complaint",
                today().plusDays(days),
                null,
                ZONE.getId(),
                OfficerRole.PRIVACY_OFFICER,
                "45 CFR 164.530(d)");
    }
}
