package org.candor.local.service;

import java.util.LinkedHashMap;
import java.util.Map;
import org.candor.local.Layout;
import org.candor.local.Ports;
import org.candor.local.ServiceName;
import org.candor.local.StackSettings;
import org.candor.local.keycloak.Keycloak;
import org.candor.local.keys.Keys;
import org.candor.local.postgres.Accounts;
import org.candor.local.witness.WitnessProcess;

/** The environment of a service's process. */
final class ServiceSettings {

    private final Ports ports;
    private final Layout layout;
    private final Keys keys;
    private final Map<String, String> more;
    private final int replicas;

    ServiceSettings(StackSettings stack, Layout layout, Keys keys) {
        this.ports = stack.ports();
        this.more = stack.environment();
        this.replicas = stack.replicas();
        this.layout = layout;
        this.keys = keys;
    }

    Map<String, String> of(ServiceName service, Listeners listeners) throws Exception {
        Accounts accounts = Accounts.of(service);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("CANDOR_PORT", Integer.toString(listeners.api()));
        settings.put("CANDOR_MANAGEMENT_PORT", Integer.toString(listeners.management()));
        // Only the proxy's origin is meant for others, and even that one stays on this machine.
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        settings.put("CANDOR_DB_URL", "postgresql://127.0.0.1:%d/%s".formatted(ports.of(Ports.POSTGRES), service.id()));
        settings.put("CANDOR_DB_USER", accounts.user());
        settings.put("CANDOR_DB_PASSWORD", keys.password(accounts.user()));
        settings.put("CANDOR_DB_OWNER", accounts.owner());
        settings.put("CANDOR_DB_OWNER_PASSWORD", keys.password(accounts.owner()));
        settings.put("CANDOR_KAFKA", "127.0.0.1:" + ports.of(Ports.KAFKA));
        settings.put(
                "CANDOR_OIDC_URL", Keycloak.issuer(ports.of(Ports.KEYCLOAK)).toString());
        // The realm's own default, which only a demo accepts: the identity provider of a stack answers this machine
        // only.
        settings.put("CANDOR_CLIENT_SECRET", "local-only");
        settings.put("CANDOR_DEMO", "true");
        for (ServiceName peer : ServiceName.values()) {
            settings.put("CANDOR_%s_URL".formatted(peer.name()), address(peer));
        }
        if (replicas > 1) {
            // All of them together find room in the database server.
            settings.put("CANDOR_DB_POOL", "8");
        }
        settings.put("CANDOR_KEYSET_FILE", keys.keyset(service.id()).toString());
        settings.put("CANDOR_PUBLIC_URL", "http://localhost:" + ports.of(Ports.PROXY));
        settings.putAll(own(service));
        settings.putAll(more);
        // Of the witness alone, see Components.
        settings.remove(WitnessProcess.NAMED_BY);
        return settings;
    }

    /** Of several replicas the proxy knows one that answers, as a cluster's service does. */
    private String address(ServiceName peer) {
        int port = replicas > 1 ? ports.of(Ports.PROXY) : ports.of(peer);
        return "http://127.0.0.1:%d/%s".formatted(port, peer.id());
    }

    private Map<String, String> own(ServiceName service) throws Exception {
        return switch (service) {
            case NOTIFICATION ->
                Map.of(
                        "CANDOR_SMTP_HOST", "127.0.0.1",
                        "CANDOR_SMTP_PORT", Integer.toString(ports.of(Ports.SMTP)),
                        "CANDOR_OUTBOX_DIR", layout.postal().toString());
            case AUDIT ->
                Map.of(
                        "CANDOR_TRAIL_KEY_FILE", keys.trailKey().toString(),
                        "CANDOR_WITNESS_URL", "http://127.0.0.1:" + ports.of(Ports.WITNESS),
                        "CANDOR_WITNESS_KEY_FILE",
                                WitnessProcess.publicKey(layout).toString(),
                        "CANDOR_CHECKPOINT_COPIES", layout.checkpoints().toString());
            case INTAKE -> intake();
            case INVESTIGATION, BREACH -> Map.of();
        };
    }

    /** The example page may call it, the proxy tells who asks, and all clients of a measurement share one token. */
    private Map<String, String> intake() {
        return Map.of(
                "CANDOR_CORS", "true",
                "CANDOR_CORS_ORIGINS", "http://localhost:" + ports.of(Ports.SPA),
                "CANDOR_PROXY", "true",
                "CANDOR_LIMIT_TOKEN", "60000000",
                "CANDOR_LIMIT_TOKEN_BURST", "1000000");
    }
}
