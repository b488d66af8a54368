package org.candor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
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
    void readsReplicas() {
        StackSettings settings = Options.parse(List.of("--replicas", "2")).settings(Map.of());
        assertThat(settings.replicas()).isEqualTo(2);
        assertThat(Components.portsOf(settings)).containsEntry("intake-2", 8091).doesNotContainKey("intake-3");
        assertThatThrownBy(() -> Options.parse(List.of("--replicas", "9")).settings(Map.of()))
                .hasMessageContaining("1 to 3 replicas");
    }

    @Test
    void readsWhatToRestore() {
        Options options = Options.parse(List.of(
                "backups/today", "--keys", "safe", "--service", "breach", "--until", "2026-12-01T02:00:00Z", "--yes"));
        assertThat(options.backup()).contains(Path.of("backups/today"));
        assertThat(options.keys()).contains(Path.of("safe"));
        assertThat(options.service()).contains(ServiceName.BREACH);
        assertThat(options.until()).contains(Instant.parse("2026-12-01T02:00:00Z"));
        assertThat(options.yes()).isTrue();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertRefused("Unknown option --fast", "--fast");
        assertRefused("--dir needs a value", "--dir");
        assertRefused("needs a number", "--port-offset", "many");
        assertRefused("There is no service billing", "--services", "billing");
        assertRefused("There is no service billing", "one-folder", "--service", "billing");
        assertRefused("needs an instant", "--until", "yesterday");
        assertRefused("Unknown option another", "one-folder", "another");
    }

    private static void assertRefused(String message, String... arguments) {
        assertThatThrownBy(() -> Options.parse(List.of(arguments)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
