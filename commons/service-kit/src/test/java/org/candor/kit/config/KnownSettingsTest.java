package org.candor.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSettingsTest {

    private final KnownSettings known = new KnownSettings(List.of(
            "candor.relay.poll",
            "candor.inbox.retry",
            "%dev.candor.clamav.every",
            "candor.target-days.*",
            "CANDOR_DB_USER",
            "CANDOR_PORT_*",
            "CANDOR_KAFKA",
            "quarkus.http.port"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "candor.relay.poll",
                "%prod.candor.relay.poll",
                "CANDOR_RELAY_POLL",
                "candor.clamav.every",
                "candor.target-days.MEDIA_NOTICE",
                "CANDOR_TARGET_DAYS_MEDIA_NOTICE",
                "CANDOR_DB_USER",
                "CANDOR_PORT_INTAKE",
                // A cluster's own, for a Service called candor-intake.
                "CANDOR_INTAKE_SERVICE_HOST",
                "CANDOR_INTAKE_SERVICE_PORT_HTTP",
                "CANDOR_INTAKE_PORT",
                "CANDOR_INTAKE_PORT_8081_TCP_ADDR"
            })
    void knowsEachNameInEachFormInWhichItMayCome(String name) {
        assertThat(known.knows(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "candor.relya.poll,         candor.relay.poll",
        "%prod.candor.inbox.retries, candor.inbox.retry",
        "CANDOR_DB_USERNAME,        CANDOR_DB_USER",
        "CANDOR_RELAY_POL,          CANDOR_RELAY_POLL"
    })
    void namesTheNearestToAnUnknownOne(String unknown, String nearest) {
        assertThat(known.knows(unknown)).isFalse();
        assertThat(known.nearest(unknown)).contains(nearest);
    }

    @Test
    void namesNoneWhereNoneIsAlike() {
        assertThat(known.nearest("candor.xyzzyxyzzyxyzzyxyzzyxyzzy")).isEmpty();
    }

    @Test
    void leavesAloneWhatIsNotOurs() {
        assertThat(KnownSettings.isOurs("quarkus.http.prot")).isFalse();
        assertThat(KnownSettings.isOurs("CANDORA_SETTING")).isFalse();
    }
}
