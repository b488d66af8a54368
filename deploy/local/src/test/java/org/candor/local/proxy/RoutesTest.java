package org.candor.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    private final Routes routes = new Routes(Set.of("intake", "audit"));

    @Test
    void forwardsToTheServiceOfTheFirstSegment() {
        assertForwarded("/intake", "intake");
        assertForwarded("/intake/reports", "intake");
        assertForwarded("/audit/entries/7/inclusion", "audit");
        assertForwarded("/intake/q/openapi", "intake");
        assertForwarded("/intake/q/swagger-ui/index.html", "intake");
        assertForwarded("/intake/reports/caf%C3%A9%20au%20lait", "intake");
        assertForwarded("/intake/directory/officers/a%40b%7Bc%7D", "intake");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "/unknown", "/intakes", "*"})
    void knowsNothingElse(String path) {
        assertThat(routes.decide(path)).isEqualTo(new Routes.Decision.Refuse(Refusal.NOT_FOUND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/intake//q/metrics",
                "//intake/q/metrics",
                "/intake/./q/metrics",
                "/intake/reports/../q/metrics",
                "/intake/reports/..",
                "/intake/q/%6Detrics",
                "/intake/%71/metrics",
                "/intake/q%2Fmetrics",
                "/intake/%2e%2e/audit/q/health",
                "/intake/q;a=b/metrics",
                "/intake/q/metrics;",
                "/intake/q\\metrics",
                "/intake/q/health%2Dui",
                "/intake/q/metrics%00"
            })
    void refusesASecondSpellingOfAPath(String path) {
        assertThat(routes.decide(path)).isEqualTo(new Routes.Decision.Refuse(Refusal.PATH_NOT_CANONICAL));
    }

    private void assertForwarded(String path, String service) {
        assertThat(routes.decide(path)).isEqualTo(new Routes.Decision.Forward(service));
    }
}
