package org.candor.deploy.image;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.candor.deploy.image.ImagePlan.Content;

/** The six images of a checkout. */
record Plans(Path checkout) {

    private static final String OPTIONS = "-XX:MaxRAMPercentage=50 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError"
            + " --enable-native-access=ALL-UNNAMED -Djava.util.logging.manager=org.jboss.logmanager.LogManager";
    private static final String WITNESS_OPTIONS =
            "-XX:MaxRAMPercentage=50 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError";
    private static final String HOME = "/opt/candor";

    List<ImagePlan> all() {
        return Stream.of("intake", "investigation", "breach", "notification", "audit", "witness")
                .map(this::named)
                .toList();
    }

    ImagePlan named(String name) {
        return switch (name) {
            case "intake" -> service(name, "intake-service", 8081);
            case "investigation" -> service(name, "investigation-service", 8082);
            case "breach" -> service(name, "breach-service", 8083);
            case "notification" -> service(name, "notification-service", 8084);
            case "audit" -> service(name, "audit-service/app", 8085);
            case "witness" -> witness();
            default -> throw new IllegalArgumentException("There is no image " + name);
        };
    }

    private ImagePlan service(String name, String module, int port) {
        Path built = checkout.resolve(module).resolve("target/quarkus-app");
        List<Content> layers = List.of(
                new Content("libraries", List.of(built.resolve("lib")), HOME),
                new Content(
                        "service",
                        List.of(built.resolve("app"), built.resolve("quarkus"), built.resolve("quarkus-run.jar")),
                        HOME));
        return new ImagePlan(
                name,
                layers,
                List.of("java", "-jar", HOME + "/quarkus-run.jar"),
                OPTIONS,
                "10001",
                List.of("/var/lib/candor", "/var/lib/candor/postal", "/var/lib/candor/checkpoints"),
                port);
    }

    private ImagePlan witness() {
        Path audit = checkout.resolve("audit-service");
        Path witness = audit.resolve("witness/target/candor-witness.jar");
        Path verifier = audit.resolve("verifier/target/candor-verify.jar");
        String classPath = HOME + "/candor-witness.jar:" + HOME + "/candor-verify.jar";
        return new ImagePlan(
                "witness",
                List.of(new Content("witness", List.of(witness, verifier), HOME)),
                List.of("java", "-cp", classPath, "org.candor.witness.Witness"),
                WITNESS_OPTIONS,
                "10002",
                List.of("/var/lib/witness"),
                8087);
    }
}
