package org.candor.test;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Hands to a service under test what its environment hands to it in production. */
public final class PlatformResource implements QuarkusTestResourceConfigurableLifecycleManager<OnRealPlatform> {

    private String service = "";
    private boolean separateOwner;
    private Optional<PeerServer> peers = Optional.empty();

    @Override
    public void init(OnRealPlatform annotation) {
        service = annotation.service();
        separateOwner = annotation.separateOwner();
    }

    @Override
    public Map<String, String> start() {
        Platform platform = Platform.running();
        Map<String, String> settings = new HashMap<>();
        settings.putAll(Database.settingsFor(platform, serviceName(), separateOwner));
        settings.put("CANDOR_KAFKA", "127.0.0.1:" + platform.kafkaPort());
        settings.put("CANDOR_KEYSET_FILE", Keyset.fileFor(serviceName()).toString());
        settings.put("CANDOR_PORT", "0");
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        PeerServer started = startPeers();
        settings.putAll(withKeysOf(started));
        settings.putAll(Peers.settings(started));
        return settings;
    }

    private PeerServer startPeers() {
        try {
            PeerServer started = PeerServer.start();
            peers = Optional.of(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys are fetched, kept and asked for anew as in production; issuer and audience are checked. */
    private static Map<String, String> withKeysOf(PeerServer provider) {
        return Map.of(
                "CANDOR_OIDC_URL", provider.url(),
                "quarkus.oidc.discovery-enabled", "false",
                "quarkus.oidc.jwks-path", Peers.KEYS,
                "quarkus.oidc.token.issuer", Tokens.ISSUER,
                "quarkus.oidc.token.audience", Tokens.AUDIENCE);
    }

    /** Named by the annotation, else by {@code quarkus.application.name}, else by the module's folder. */
    private String serviceName() {
        String name = Optional.of(service)
                .filter(given -> !given.isEmpty())
                .or(() -> ConfigProvider.getConfig().getOptionalValue("quarkus.application.name", String.class))
                .orElseGet(() -> Path.of("").toAbsolutePath().getFileName().toString());
        return name.replaceFirst("-service$", "").replaceAll("[^a-z0-9]", "_");
    }

    @Override
    public void stop() {
        // PostgreSQL and Kafka outlive the application: the next test class finds them running.
        peers.ifPresent(PeerServer::stop);
    }
}
