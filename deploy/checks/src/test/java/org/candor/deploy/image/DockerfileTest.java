package org.candor.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.candor.deploy.Node;
import org.candor.deploy.Run;
import org.candor.tools.NeedsTool;
import org.candor.tools.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Dockerfiles describe what the images without a daemon hold, and a start-up cache besides. */
class DockerfileTest {

    private static final Map<String, String> FILES = Map.of(
            "intake", "intake-service/Dockerfile",
            "investigation", "investigation-service/Dockerfile",
            "breach", "breach-service/Dockerfile",
            "notification", "notification-service/Dockerfile",
            "audit", "audit-service/app/Dockerfile",
            "witness", "audit-service/witness/Dockerfile");

    private final Plans plans = new Plans(Repository.root());

    @Test
    void startAsTheImagesWithoutADaemonDo() {
        for (ImagePlan plan : plans.all()) {
            assertThat(differences(plan, Repository.text(FILES.get(plan.name()))))
                    .isEmpty();
        }
        ImagePlan intake = plans.named("intake");
        String file = Repository.text(FILES.get("intake"));
        assertThat(differences(intake, file.replace("USER 10001:10001\n", ""))).hasSize(1);
        assertThat(differences(intake, file.replace("-XX:+UseSerialGC", "-XX:+UseZGC")))
                .hasSize(1);
        assertThat(differences(intake, file.replace("EXPOSE 8081", "EXPOSE 8082")))
                .hasSize(1);
        assertThat(differences(intake, file.replace("/var/lib/candor/postal", "/var/lib/postal")))
                .hasSize(1);
        assertThat(differences(
                        intake, file.replace("COPY --from=build /source/intake-service/target/quarkus-app/ ./\n", "")))
                .hasSize(1);
    }

    private static List<String> differences(ImagePlan plan, String file) {
        List<String> found = new ArrayList<>();
        expect(found, "user", lastStage(file).contains("\nUSER %1$s:%1$s\n".formatted(plan.user())));
        expect(found, "options", file.contains("ENV JDK_JAVA_OPTIONS=\"" + plan.options() + "\"\n"));
        expect(found, "port", lastStage(file).contains("\nEXPOSE " + plan.port() + "\n"));
        String folders = " " + String.join(" ", plan.folders()) + "\n";
        expect(found, "folders", file.contains("RUN install -d -o %1$s -g %1$s%2$s".formatted(plan.user(), folders)));
        List<String> command =
                plan.entrypoint().stream().filter(word -> !word.equals("java")).toList();
        expect(
                found,
                "entrypoint",
                command.stream().allMatch(word -> entrypoint(file).contains("\"" + word + "\"")));
        expect(
                found,
                "content",
                plan.layers().stream().flatMap(layer -> layer.from().stream()).allMatch(path -> isCopied(path, file)));
        return found;
    }

    private static boolean isCopied(Path path, String file) {
        String inCheckout = Repository.root().relativize(path).toString();
        return Stream.of(inCheckout, parent(inCheckout) + "/")
                .anyMatch(from -> Pattern.compile("\nCOPY --from=build .*/source/" + Pattern.quote(from) + " ")
                        .matcher(file)
                        .find());
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    @Test
    void areOneTextForAllServices() {
        List<String> texts = plans.all().stream()
                .filter(plan -> !plan.name().equals("witness"))
                .map(plan -> {
                    String module = FILES.get(plan.name()).replace("/Dockerfile", "");
                    return Repository.text(FILES.get(plan.name()))
                            .replace(module, "MODULE")
                            .replace("# The " + plan.name() + " service", "# The service")
                            .replace("candor/" + plan.name() + ":", "candor/NAME:")
                            .replace("EXPOSE " + plan.port(), "EXPOSE PORT");
                })
                .distinct()
                .toList();
        assertThat(texts).hasSize(1);
    }

    @Test
    void learnTheCacheWithTheJvmAndTheFilesThatUseIt() {
        String file = Repository.text(FILES.get("intake"));
        assertThat(file)
                .contains(
                        "FROM application AS trained\n",
                        "\nFROM application\nCOPY --from=trained /tmp/candor.aot ./candor.aot\n");
        assertThat(entrypoint(file)).contains("\"-XX:AOTCache=/opt/candor/candor.aot\"");
    }

    /** Built with a JDK, run with a JRE of the same version, which is also what the images without a daemon stand on. */
    @Test
    void buildInStagesOfWhichTheLastHasNoCompilerAndNoSource() {
        assertThat(FILES.keySet()).allSatisfy(name -> assertThat(stages(name)).isEmpty());
        String file = Repository.text(FILES.get("intake"));
        assertThat(stages(file.replace("25-jre-noble AS application", "25-jdk-noble AS application"), true))
                .hasSize(1);
        assertThat(stages(file.replace("25-jdk-noble AS build", "21-jdk-noble AS build"), true))
                .hasSize(1);
        assertThat(stages(file.replace("\nFROM application\nCOPY", "\nFROM build\nCOPY"), true))
                .hasSize(1);
        assertThat(stages(file.replace("WORKDIR /opt/candor\n", "WORKDIR /opt/candor\nCOPY . .\n"), true))
                .hasSize(1);
    }

    private static List<String> stages(String name) {
        return stages(Repository.text(FILES.get(name)), !name.equals("witness"));
    }

    private static List<String> stages(String file, boolean trained) {
        List<String> from =
                file.lines().filter(line -> line.startsWith("FROM ")).toList();
        String runtime = base();
        List<String> expected = new ArrayList<>(List.of("FROM " + runtime.replace("jre", "jdk") + " AS build"));
        expected.addAll(
                trained
                        ? List.of(
                                "FROM " + runtime + " AS application",
                                "FROM application AS trained",
                                "FROM application")
                        : List.of("FROM " + runtime));
        List<String> found = new ArrayList<>();
        expect(found, "stages " + from, from.equals(expected) && runtime.startsWith("eclipse-temurin:25-jre"));
        String run = file.substring(file.indexOf("\nFROM ", file.indexOf("\nFROM ") + 1));
        expect(
                found,
                "copies of the checkout",
                run.lines().noneMatch(line -> line.matches("(COPY|ADD) (?!--from=).*")));
        return found;
    }

    private static String base() {
        String pom = Repository.text("deploy/checks/pom.xml");
        return pom.substring(pom.indexOf("<image.base>") + "<image.base>".length(), pom.indexOf("</image.base>"));
    }

    @Test
    void sendNoSecretToTheDaemon() {
        assertThat(Repository.text(".dockerignore").lines())
                .contains(
                        ".git",
                        ".env",
                        ".env.*",
                        ".candor",
                        "deploy/compose/secrets",
                        "deploy/kubernetes/overlays/dev/secrets");
        assertThat(Repository.text(".gitignore").lines())
                .contains(".env", "deploy/compose/secrets/", "deploy/kubernetes/overlays/dev/secrets/");
    }

    @Test
    @NeedsTool({"node", "npm"})
    void passTheirLinter(@TempDir Path folder) throws Exception {
        String[] files = FILES.values().stream()
                .map(file -> Repository.path(file).toString())
                .toArray(String[]::new);
        assertThat(lint(files)).isEmpty();
        Path wrong = folder.resolve("Dockerfile");
        Files.writeString(wrong, Repository.text(FILES.get("intake")).replace("USER ", "USERS "));
        assertThat(lint(wrong.toString())).singleElement().asString().contains("USERS");
    }

    private static List<String> lint(String... files) throws Exception {
        List<String> command = new ArrayList<>(List.of("node", "lint.mjs"));
        command.addAll(List.of(files));
        return Run.in(Node.modules(), command.toArray(String[]::new))
                .said()
                .lines()
                .toList();
    }

    private static String lastStage(String file) {
        return file.substring(file.lastIndexOf("\nFROM "));
    }

    private static String entrypoint(String file) {
        return file.lines()
                .filter(line -> line.startsWith("ENTRYPOINT"))
                .findFirst()
                .orElse("");
    }

    private static void expect(List<String> found, String what, boolean holds) {
        if (!holds) {
            found.add(what);
        }
    }
}
