package org.candor.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.candor.tools.Repository;

/** The overlays as a cluster is given them: in a copy of the checkout in which the secrets of the development overlay are drawn. */
final class Rendered {

    private static final List<String> COPIED = List.of(
            ".env.example",
            "deploy/compose",
            "deploy/kubernetes",
            "deploy/postgres",
            "deploy/kafka",
            "deploy/keycloak",
            "deploy/monitoring");

    private final Path copy;

    private Rendered(Path copy) {
        this.copy = copy;
    }

    static Rendered in(Path folder) throws Exception {
        for (String part : COPIED) {
            copy(Repository.path(part), folder.resolve(part));
        }
        Rendered rendered = new Rendered(folder);
        rendered.draw("drawn.env", "deploy/kubernetes/overlays/dev/secrets");
        return rendered;
    }

    /** What the script says that draws passwords and keys. */
    String draw(String environment, String keys) throws Exception {
        return Run.in(copy, "sh", "deploy/compose/draw-secrets.sh", environment, keys)
                .output();
    }

    String overlay(String name) throws Exception {
        return Run.in(copy, "kubectl", "kustomize", "deploy/kubernetes/overlays/" + name)
                .output();
    }

    /** Production with every component that it can have. */
    String withAllComponents() throws Exception {
        Path production = copy.resolve("deploy/kubernetes/overlays/production");
        Path all = copy.resolve("deploy/kubernetes/overlays/all-components");
        copy(production, all);
        Path kustomization = all.resolve("kustomization.yaml");
        Files.writeString(
                kustomization,
                Files.readString(kustomization).replace("#  - ../../components/", "  - ../../components/"));
        return overlay("all-components");
    }

    /** Production with the trail's database out of its back-up, which does not belong to the service's own user. */
    String withRestoredTrail() throws Exception {
        Path components = copy.resolve("deploy/kubernetes/components");
        Path component = Files.createDirectories(components.resolve("restored-trail"));
        Files.writeString(
                component.resolve("kustomization.yaml"),
                Files.readString(components.resolve("restored-database/kustomization.yaml"))
                        .replace(
                                "owner: breach, secret: {name: breach-db-user}",
                                "owner: audit_owner, secret: {name: audit-db-owner}")
                        .replace("breach", "audit"));
        Path restored = copy.resolve("deploy/kubernetes/overlays/restored-trail");
        copy(copy.resolve("deploy/kubernetes/overlays/production"), restored);
        Path kustomization = restored.resolve("kustomization.yaml");
        Files.writeString(
                kustomization,
                Files.readString(kustomization)
                        .replace("#  - ../../components/restored-database", "  - ../../components/restored-trail"));
        return overlay("restored-trail");
    }

    Path folder() {
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(path ->
                            !path.endsWith("secrets") && !path.toString().contains("secrets/"))
                    .toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }
}
