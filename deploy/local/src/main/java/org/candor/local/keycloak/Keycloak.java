package org.candor.local.keycloak;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candor.local.Layout;
import org.candor.local.process.Child;
import org.candor.local.process.Children;
import org.candor.local.process.Java;
import org.candor.local.run.Await;
import org.candor.local.run.Component;

/** The identity provider; at its first start it finds the realm in its database. */
public final class Keycloak implements Component {

    private static final Duration TIME_TO_START = Duration.ofMinutes(8);

    private final KeycloakInstallation installation;
    private final Layout layout;
    private final int port;
    private final Child child;

    public Keycloak(Path installation, Path realm, Layout layout, int port, Children children) {
        this.installation = new KeycloakInstallation(installation, realm);
        this.layout = layout;
        this.port = port;
        this.child = new Child(name(), log(), children);
    }

    /** The issuer of all tokens. */
    public static URI issuer(int port) {
        return URI.create("http://localhost:%d/realms/candor".formatted(port));
    }

    /** An address that answers 200 once the realm can be used. */
    static URI realmAt(int port) {
        return URI.create("http://127.0.0.1:%d/realms/candor/.well-known/openid-configuration".formatted(port));
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
        installation.prepare();
        installation.furnish(home());
        child.start(command(), Map.of());
        Await.answer(realmAt(port), child, TIME_TO_START);
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

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(Java.executable()));
        command.addAll(KeycloakJvm.FLAGS);
        command.addAll(KeycloakJvm.program(home()));
        command.addAll(List.of(
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                // Tokens name the same issuer whatever address they were fetched from.
                "--hostname=http://localhost:" + port));
        return command;
    }

    private Path home() {
        return layout.data(name());
    }
}
