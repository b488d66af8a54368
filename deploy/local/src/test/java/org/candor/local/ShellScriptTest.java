package org.candor.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real script on a tree of JDKs that are no more than a release file and a program. */
class ShellScriptTest {

    private static final String TOOLS = "sed dirname readlink sort tail cut cat find head mkdir touch mv rm";

    @TempDir
    Path machine;

    private Path checkout;

    /** A checkout in which the Maven wrapper only says which JDK it was given. */
    @BeforeEach
    void copyTheScript() throws IOException {
        checkout = Files.createDirectories(machine.resolve("a checkout"));
        Files.copy(Checkout.find().root().resolve("candor"), checkout.resolve("candor"));
        program(checkout.resolve("mvnw"), "echo \"$JAVA_HOME: $*\"");
    }

    @Test
    void takesJavaHomeWhenItIsNewEnough() throws Exception {
        jdk("usr/lib/jvm/newest", "25.0.1");
        assertThat(test(Map.of("JAVA_HOME", jdk("chosen", "21.0.4").toString())).output())
                .isEqualTo(machine.resolve("chosen") + ": -B verify\n");
    }

    @Test
    void passesByAJavaHomeThatIsTooOld() throws Exception {
        Path found = jdk("usr/lib/jvm/found", "21");
        assertThat(test(Map.of("JAVA_HOME", jdk("old", "17.0.15").toString())).output())
                .startsWith(found + ":");
    }

    @Test
    void passesByAJavaHomeWithoutACompiler() throws Exception {
        Path found = jdk("usr/lib/jvm/found", "21");
        Path runtimeOnly = jdk("runtime", "25");
        Files.delete(runtimeOnly.resolve("bin/javac"));
        assertThat(test(Map.of("JAVA_HOME", runtimeOnly.toString())).output()).startsWith(found + ":");
    }

    @Test
    void takesTheOneOnThePathBeforeWhatIsInstalled() throws Exception {
        jdk("usr/lib/jvm/newest", "25.0.1");
        Path linked = jdk("elsewhere", "22.0.2");
        Path bin = Files.createDirectories(machine.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("javac"), Path.of("../elsewhere/bin/javac"));
        assertThat(test(Map.of("PATH", bin + ":/usr/bin:/bin")).output()).startsWith(linked + ":");
    }

    @Test
    void takesTheNewestOfTheUsualPlaces() throws Exception {
        jdk("usr/lib/jvm/java-21", "21.0.9");
        jdk("usr/lib/jvm/java-9", "9.0.4");
        jdk("Library/Java/JavaVirtualMachines/temurin-24.jdk/Contents/Home", "24.0.1");
        Path newest = jdk("home/.sdkman/candidates/java/25-tem", "25");
        assertThat(test(Map.of()).output()).startsWith(newest + ":");
    }

    @Test
    void saysInOneLineWhatIsMissing() throws Exception {
        jdk("usr/lib/jvm/java-17", "17.0.15");
        Answer answer = test(Map.of());
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output())
                .hasLineCount(1)
                .contains("no JDK 21 or newer found")
                .contains("JAVA_HOME");
    }

    @Test
    void listsItsCommandsForAnUnknownWord() throws Exception {
        Answer answer = run("launch", Map.of());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.output()).contains("up", "demo", "test", "down", "reset", "bench", "faults", "mutants");
    }

    @Test
    void listsItsCommandsWhenAskedForNothing() throws Exception {
        assertThat(run("", Map.of()).exitCode()).isZero();
    }

    @Test
    void listsTheChecksThatWereSkippedAtTheEndOfTheTests() throws Exception {
        jdk("usr/lib/jvm/found", "21");
        Path list = Files.createDirectories(checkout.resolve("target")).resolve("skipped-checks.txt");
        Files.writeString(list, "of an earlier run");
        program(checkout.resolve("mvnw"), "echo 'PagesIT: not installed: chromium' >>target/skipped-checks.txt");
        assertThat(test(Map.of()).output())
                .isEqualTo("Skipped, because a program is missing:\nPagesIT: not installed: chromium\n");
    }

    @Test
    void handsADemoThatIsBuiltOverToJava() throws Exception {
        program(jdk("usr/lib/jvm/found", "21").resolve("bin/java"), "echo \"$*\"");
        Files.createDirectories(checkout.resolve("deploy/local/target/lib"));
        Files.createDirectories(checkout.resolve("target"));
        Files.createFile(checkout.resolve("target/candor-built"));
        assertThat(run("demo", Map.of(), "--exit").output())
                .contains("-Dcandor.checkout=" + checkout)
                .endsWith(" org.candor.local.demo.Demo --exit\n");
    }

    private Answer test(Map<String, String> environment) throws Exception {
        return run("test", environment);
    }

    private Answer run(String command, Map<String, String> environment, String... more) throws Exception {
        List<String> arguments =
                new ArrayList<>(command.isEmpty() ? List.of("./candor") : List.of("./candor", command));
        arguments.addAll(List.of(more));
        ProcessBuilder builder =
                new ProcessBuilder(arguments).directory(checkout.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", emptyPath(), "HOME", machine.resolve("home").toString()));
        builder.environment().put("CANDOR_JDK_ROOT", machine.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }

    /** The tools of the system without its compiler. */
    private String emptyPath() throws IOException {
        Path tools = Files.createDirectories(machine.resolve("tools"));
        for (String tool : TOOLS.split(" ")) {
            program(tools.resolve(tool), "exec " + installed(tool) + " \"$@\"");
        }
        return tools.toString();
    }

    private static Path installed(String tool) {
        return List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool)).stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private Path jdk(String place, String version) throws IOException {
        Path home = machine.resolve(place);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        program(home.resolve("bin/javac"), "exit 0");
        return home;
    }

    private static void program(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Answer(int exitCode, String output) {}
}
