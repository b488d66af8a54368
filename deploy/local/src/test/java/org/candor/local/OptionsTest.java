package org.candor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void startsEverythingUsualWithoutOptions() {
        StackSettings settings = Options.parse(List.of()).settings(Map.of());
        assertThat(settings.ports()).isEqualTo(Ports.defaults());
        assertThat(settings.services()).containsExactly(ServiceName.values());
        assertThat(settings.directory()).isEqualTo(settings.checkout().root().resolve(".candor"));
    }

    @Test
    void readsFolderOffsetAndServices() {
        StackSettings settings = Options.parse(
                        List.of("--dir", "other", "--port-offset", "100", "--services", "intake, audit"))
                .settings(Map.of("CANDOR_PORT_SMTP", "2600"));
        assertThat(settings.directory()).isEqualTo(Path.of("other"));
        assertThat(settings.ports().of(Ports.PROXY)).isEqualTo(8180);
        assertThat(settings.ports().of(Ports.SMTP)).isEqualTo(2600);
        assertThat(settings.services()).containsExactly(ServiceName.INTAKE, ServiceName.AUDIT);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertRefused("Unknown option --fast", "--fast");
        assertRefused("--dir needs a value", "--dir");
        assertRefused("needs a number", "--port-offset", "many");
        assertRefused("There is no service billing", "--services", "billing");
    }

    private static void assertRefused(String message, String... arguments) {
        assertThatThrownBy(() -> Options.parse(List.of(arguments)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
