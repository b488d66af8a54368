package org.candor.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build has put what the launcher starts. */
public record Checkout(Path root) {

    /** The checkout that holds the working directory, or the one the shell script has named. */
    public static Checkout find() {
        String named = System.getProperty("candor.checkout");
        Path start = Path.of(named == null ? "" : named).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("deploy/keycloak/candor-realm.json"))) {
                return new Checkout(folder);
            }
        }
        throw new IllegalStateException("No Candor checkout at or above " + start);
    }

    /** The runnable jar of a service. */
    public Path jar(ServiceName service) {
        return root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** The class path of the trail's witness. */
    public String witnessClassPath() {
        return root.resolve("audit-service/witness/target/candor-witness.jar")
                + File.pathSeparator
                + root.resolve("audit-service/verifier/target/candor-verify.jar");
    }

    public Path realm() {
        return root.resolve("deploy/keycloak/candor-realm.json");
    }

    /** The folder into which the build unpacks the Keycloak distribution. */
    public Path keycloak() {
        return built("keycloak");
    }

    /** The folder into which the launcher unpacks the PostgreSQL binaries of this machine. */
    public Path postgres() {
        return built("postgres");
    }

    /** The class path of the broker: the libraries of this module, which hold one Kafka version only. */
    public String libraries() {
        return built("lib") + File.separator + "*";
    }

    /** The class path of the launcher itself. */
    public String launcherClassPath() {
        return built("classes") + File.pathSeparator + libraries();
    }

    private Path built(String name) {
        return root.resolve("deploy/local/target").resolve(name);
    }
}
