package org.candor.local.keycloak;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.candor.local.Http;
import org.candor.local.Ports;
import org.candor.local.Trees;
import org.candor.local.process.Java;

/**
 * The unpacked distribution, and a database that holds the realm and nothing else. Keycloak puts its parts together before
 * its first start and then fills a database; both take longer than a start, so the Maven build does them ({@link #main}).
 */
public final class KeycloakInstallation {

    // Keycloak ends with this code when it has put itself together and wants to be started again.
    private static final int PUT_TOGETHER = 10;
    private static final List<String> SHARED = List.of("lib", "conf", "providers", "themes");

    private final Path folder;
    private final Path realm;

    KeycloakInstallation(Path folder, Path realm) {
        this.folder = folder;
        this.realm = realm;
    }

    /** Called by the Maven build with the folder into which the distribution was unpacked, and the realm's file. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new KeycloakInstallation(Path.of(arguments[0]), Path.of(arguments[1])).prepare();
    }

    /** Does what the build has not done, or not with this realm. Several launchers may call it at once. */
    void prepare() throws IOException, InterruptedException {
        try (FileChannel file =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock onlyOne = file.lock()) {
            if (onlyOne.isValid() && !Files.exists(putTogetherMark())) {
                putTogether();
            }
            if (onlyOne.isValid() && !importedRealmIsCurrent()) {
                importRealm();
            }
        }
    }

    /** A home for a stack's data, with links to the programs, and at first with the database that the build has filled. */
    void furnish(Path stackHome) throws IOException {
        link(stackHome);
        Path database = stackHome.resolve("data/h2");
        if (!Files.exists(database)) {
            Path draft = stackHome.resolve("data/h2-draft");
            Trees.delete(draft);
            Trees.copy(template().resolve("data/h2"), draft);
            Files.move(draft, database, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Keycloak imports only while it starts as a server; so it does, for a moment, on a port that nobody knows. */
    private void importRealm() throws IOException, InterruptedException {
        Trees.delete(template());
        link(template());
        Files.createDirectories(template().resolve("data/import"));
        Files.copy(realm, template().resolve("data/import/candor-realm.json"));
        int port = Ports.free().of(Ports.KEYCLOAK);
        List<String> arguments = List.of("start-dev", "--import-realm", "--http-host=127.0.0.1", "--http-port=" + port);
        Process process = start("import", template(), KeycloakJvm.FLAGS, arguments);
        awaitRealm(process, port);
        process.destroy();
        process.waitFor();
        Files.copy(realm, importedRealm());
    }

    private void awaitRealm(Process process, int port) throws IOException, InterruptedException {
        while (!Http.answers(Keycloak.realmAt(port))) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw unprepared("import");
            }
        }
    }

    /** The programs, without any database. */
    void link(Path stackHome) throws IOException {
        Files.createDirectories(stackHome.resolve("data"));
        for (String shared : SHARED) {
            Path link = stackHome.resolve(shared);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, home().resolve(shared));
        }
    }

    private void putTogether() throws IOException, InterruptedException {
        Process process = start("put-together", home(), List.of("-Xmx768m"), List.of("start-dev"));
        if (process.waitFor() != PUT_TOGETHER) {
            throw unprepared("put-together");
        }
        Files.createFile(putTogetherMark());
    }

    private Process start(String step, Path home, List<String> jvm, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Java.executable()));
        command.addAll(jvm);
        command.addAll(KeycloakJvm.program(home));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(step).toFile())
                .start();
    }

    private IOException unprepared(String step) {
        return new IOException("Keycloak could not be prepared; see " + log(step));
    }

    private Path log(String step) {
        return folder.resolve(step + ".log");
    }

    private Path home() throws IOException {
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(folder, "keycloak-*")) {
            for (Path home : homes) {
                return home.toRealPath();
            }
        }
        throw new IOException("There is no Keycloak in " + folder + "; './mvnw package' puts it there");
    }

    private boolean importedRealmIsCurrent() throws IOException {
        return Files.exists(importedRealm()) && Files.mismatch(importedRealm(), realm) < 0;
    }

    private Path template() {
        return folder.resolve("template");
    }

    private Path importedRealm() {
        return template().resolve("imported-realm.json");
    }

    private Path putTogetherMark() {
        return folder.resolve("put-together");
    }
}
