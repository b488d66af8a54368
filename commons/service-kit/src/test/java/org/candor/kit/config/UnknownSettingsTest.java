package org.candor.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.util.Map;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** The ledger, started as a whole, with a mistyped setting. */
@QuarkusMainTest
@WithTestResource(UnknownSettingsTest.TypingErrors.class)
@OnRealPlatform(service = "mistyped")
class UnknownSettingsTest {

    public static final class TypingErrors implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            return Map.of("candor.relya.poll", "1s", "CANDOR_KAFKAS", "nowhere:1");
        }

        @Override
        public void stop() {
            // Nothing was started.
        }
    }

    @Test
    void theServiceDoesNotStartAndSaysWhichNameIsMeant(QuarkusMainLauncher launcher) {
        LaunchResult start = launcher.launch();
        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.getOutput() + start.getErrorOutput())
                .contains("Unknown setting candor.relya.poll: did you mean candor.relay.poll?")
                .contains("Unknown setting CANDOR_KAFKAS: did you mean CANDOR_KAFKA?");
    }
}
