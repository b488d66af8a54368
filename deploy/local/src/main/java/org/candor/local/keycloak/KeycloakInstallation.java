package org.candor.local.keycloak;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.candor.local.process.Java;

/**
 * The unpacked distribution. Keycloak puts its parts together before its first start, which takes longer than the start
 * itself; the Maven build lets it do so once ({@link #main}).
 */
public final class KeycloakInstallation {

    // Keycloak ends with this code when it has put itself together and wants to be started again.
    private static final int PUT_TOGETHER = 10;
    private static final List<String> ADD_OPENS = List.of(
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    private final Path folder;

    KeycloakInstallation(Path folder) {
        this.folder = folder;
    }

    /** Called by the Maven build with the folder into which the distribution was unpacked. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new KeycloakInstallation(Path.of(arguments[0])).putTogether();
    }

    /** Has Keycloak put itself together, unless that was done before. */
    void putTogether() throws IOException, InterruptedException {
        try (FileChannel file =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock onlyOne = file.lock()) {
            if (onlyOne.isValid() && !Files.exists(done())) {
                run();
                Files.createFile(done());
            }
        }
    }

    /** The folder that holds lib, conf, providers and themes. */
    Path home() throws IOException {
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(folder, "keycloak-*")) {
            for (Path home : homes) {
                return home.toRealPath();
            }
        }
        throw new IOException("There is no Keycloak in " + folder + "; './mvnw package' puts it there");
    }

    /** The command that starts Keycloak with that home folder. */
    static List<String> command(Path home, List<String> jvm, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Java.executable()));
        command.addAll(jvm);
        command.addAll(ADD_OPENS);
        command.addAll(List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    private void run() throws IOException, InterruptedException {
        Path log = folder.resolve("put-together.log");
        Process process = new ProcessBuilder(command(home(), List.of("-Xmx768m"), List.of("start-dev")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != PUT_TOGETHER) {
            throw new IOException("Keycloak could not put itself together; see " + log);
        }
    }

    private Path done() {
        return folder.resolve("put-together");
    }
}
