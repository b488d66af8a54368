package org.candor.local.keycloak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candor.local.Layout;
import org.candor.local.keys.Keys;
import org.candor.local.process.Child;
import org.candor.local.process.Children;
import org.candor.local.run.Await;
import org.candor.local.run.Component;

/** The identity provider, with the realm imported at its first start. */
public final class Keycloak implements Component {

    private static final Duration TIME_TO_START = Duration.ofSeconds(240);

    private final KeycloakInstallation installation;
    private final Path realm;
    private final Layout layout;
    private final int port;
    private final Keys keys;
    private final Child child;

    public Keycloak(Path installation, Path realm, Layout layout, int port, Keys keys, Children children) {
        this.installation = new KeycloakInstallation(installation);
        this.realm = realm;
        this.layout = layout;
        this.port = port;
        this.keys = keys;
        this.child = new Child(name(), log(), children);
    }

    /** The issuer of all tokens. */
    public static URI issuer(int port) {
        return URI.create("http://localhost:%d/realms/candor".formatted(port));
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public void start() throws Exception {
        installation.putTogether();
        furnishHome();
        child.start(
                KeycloakInstallation.command(home(), jvm(), arguments()),
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        keys.password("keycloak-admin")));
        Await.answer(
                URI.create("http://127.0.0.1:%d/realms/candor/.well-known/openid-configuration".formatted(port)),
                child,
                TIME_TO_START);
    }

    @Override
    public void stop() {
        child.end();
    }

    @Override
    public void kill() {
        child.kill();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return child.process();
    }

    @Override
    public Path log() {
        return layout.log(name());
    }

    @Override
    public String advice() {
        return "read the log; './candor reset' makes a fresh start, './mvnw clean' unpacks Keycloak anew.";
    }

    /** A home of our own for the data, with links to the programs that all stacks of this checkout share. */
    private void furnishHome() throws IOException {
        Files.createDirectories(home().resolve("data/import"));
        for (String shared : List.of("lib", "conf", "providers", "themes")) {
            Path link = home().resolve(shared);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, installation.home().resolve(shared));
        }
        Files.copy(realm, home().resolve("data/import/candor-realm.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> arguments() {
        return List.of(
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                // Tokens name the same issuer whatever address they were fetched from.
                "--hostname=http://localhost:" + port);
    }

    private static List<String> jvm() {
        return List.of(
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dkc.config.built=true");
    }

    private Path home() {
        return layout.data(name());
    }
}
