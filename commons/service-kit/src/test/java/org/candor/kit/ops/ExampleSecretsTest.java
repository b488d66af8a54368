package org.candor.kit.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a service asks this question when it starts is shown on the built services in deploy/checks. */
class ExampleSecretsTest {

    @ParameterizedTest
    @ValueSource(strings = {"local-only", "change-me", "change-me-intake", " Password ", "postgres"})
    void refusesWhatStandsInAnExample(String value) {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(Map.of("quarkus.oidc-client.credentials.secret", value)))
                .withMessageStartingWith("CANDOR_CLIENT_SECRET:")
                .withMessageContaining("CANDOR_DEMO=true")
                .withMessageNotContaining(value);
    }

    @Test
    void namesAllOfThemAtOnce() {
        assertThat(ExampleSecrets.among(Map.of("B", "change-me", "A", "local-only", "C", "Zm9yZXN0")))
                .containsExactly("A", "B");
    }

    @Test
    void acceptsThemInADemo() {
        assertThatCode(() -> start(Map.of("quarkus.datasource.password", "change-me", "candor.demo", "true")))
                .doesNotThrowAnyException();
    }

    @Test
    void acceptsWhatWasDrawn() {
        assertThatCode(() -> start(Map.of("quarkus.datasource.password", "X3mEw0a8-local-only-is-part-of-it")))
                .doesNotThrowAnyException();
    }

    private static void start(Map<String, String> settings) {
        boolean demo = Boolean.parseBoolean(settings.getOrDefault("candor.demo", "false"));
        new ExampleSecrets(
                        new SmallRyeConfigBuilder().withDefaultValues(settings).build(), demo)
                .refuse(new StartupEvent());
    }
}
