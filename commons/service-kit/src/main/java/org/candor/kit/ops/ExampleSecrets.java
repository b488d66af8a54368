package org.candor.kit.ops;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * A secret that stands in an example is public. With one of them a service starts for a demo only ({@code CANDOR_DEMO=true}) and
 * otherwise ends before it listens, naming what must be replaced and not its value.
 */
@ApplicationScoped
class ExampleSecrets {

    private static final Logger LOG = Logger.getLogger(ExampleSecrets.class);

    /** Each setting that holds a secret, and the variable from which an installation gives it. */
    private static final Map<String, String> SECRETS = Map.of(
            "quarkus.datasource.password", "CANDOR_DB_PASSWORD",
            "quarkus.flyway.password", "CANDOR_DB_OWNER_PASSWORD",
            "quarkus.oidc-client.credentials.secret", "CANDOR_CLIENT_SECRET",
            "quarkus.mailer.password", "CANDOR_SMTP_PASSWORD");

    private static final Set<String> PUBLIC =
            Set.of("local-only", "changeme", "change-me", "secret", "password", "postgres", "candor", "admin");

    private final Config config;
    private final boolean demo;

    ExampleSecrets(Config config, @ConfigProperty(name = "candor.demo") boolean demo) {
        this.config = config;
        this.demo = demo;
    }

    void refuse(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        if (demo) {
            LOG.warn("This is a demo: secrets out of examples are accepted");
            return;
        }
        List<String> examples = among(secrets());
        if (!examples.isEmpty()) {
            throw new IllegalStateException(
                    ("%s: the value stands in an example, so everybody knows it. Draw one of your own, or set CANDOR_DEMO=true"
                                    + " where nobody's data is at stake")
                            .formatted(String.join(", ", examples)));
        }
    }

    /** The names of those variables whose value everybody knows, in alphabetical order. */
    static List<String> among(Map<String, String> secrets) {
        return new TreeMap<>(secrets)
                .entrySet().stream()
                        .filter(secret -> isPublic(secret.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private static boolean isPublic(String secret) {
        String plain = secret.strip().toLowerCase(Locale.ROOT);
        return PUBLIC.contains(plain) || plain.startsWith("change-me-");
    }

    private Map<String, String> secrets() {
        Map<String, String> given = new TreeMap<>();
        SECRETS.forEach((setting, variable) ->
                config.getOptionalValue(setting, String.class).ifPresent(value -> given.put(variable, value)));
        return given;
    }
}
