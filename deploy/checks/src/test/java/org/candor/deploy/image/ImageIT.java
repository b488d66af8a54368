package org.candor.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.candor.deploy.Yaml;
import org.candor.deploy.image.ImagePlan.Content;
import org.candor.tools.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image on an empty base: all that can be built and looked into without a registry. */
class ImageIT {

    private static final Pattern KEYS =
            Pattern.compile(".*(\\.env|keyset|\\.pem|\\.p12|\\.jks|\\.key|password|secrets?/).*");

    @TempDir
    Path folder;

    private final Plans plans = new Plans(Repository.root());

    @Test
    void startsTheServiceAsAUserThatIsNotRoot() throws Exception {
        Yaml config = read(build(plans.named("intake"))).config();
        assertThat(config.at("config", "User").text()).isEqualTo("10001:10001");
        assertThat(config.at("config", "Entrypoint").text()).isEqualTo("[java, -jar, /opt/candor/quarkus-run.jar]");
        assertThat(config.at("config", "Env").text()).startsWith("[JDK_JAVA_OPTIONS=-XX:MaxRAMPercentage=50 ");
        assertThat(config.at("config", "ExposedPorts").keys()).containsExactly("8081/tcp");
        assertThat(config.at("config", "WorkingDir").text()).isEqualTo("/opt/candor");
    }

    @Test
    void keepsWhatChangesSeldomLowest() throws Exception {
        List<List<TarArchiveEntry>> layers = read(build(plans.named("intake"))).layers();
        assertThat(layers).hasSize(3);
        assertThat(names(layers.get(0)))
                .anyMatch(name -> name.startsWith("opt/candor/lib/main/org.candor.service-kit-"));
        assertThat(names(layers.get(1)))
                .contains("opt/candor/quarkus-run.jar")
                .noneMatch(name -> name.contains("/lib/"));
        assertThat(layers.get(2).stream().filter(entry -> entry.getName().equals("var/lib/candor/postal/")))
                .singleElement()
                .satisfies(volume -> assertThat(volume.getLongUserId()).isEqualTo(10001));
        assertThat(layers.get(1))
                .allSatisfy(entry -> assertThat(entry.getLongUserId()).isZero());
    }

    @Test
    void isTheSameWhereverItIsBuilt() throws Exception {
        ImagePlan witness = plans.named("witness");
        byte[] once = Files.readAllBytes(build(witness));
        assertThat(Files.readAllBytes(build(witness))).isEqualTo(once);
    }

    @Test
    void holdsNoSecret() throws Exception {
        for (ImagePlan plan : List.of(plans.named("audit"), plans.named("witness"))) {
            assertThat(keysIn(read(build(plan)))).isEmpty();
        }
        Path keyset = Files.writeString(folder.resolve("intake.keyset.json"), "{}");
        ImagePlan leaking = new ImagePlan(
                "leaking",
                List.of(new Content("keys", List.of(keyset), "/etc")),
                List.of("java"),
                "",
                "10001",
                List.of(),
                1);
        assertThat(keysIn(read(build(leaking)))).containsExactly("etc/intake.keyset.json");
    }

    private static List<String> keysIn(Image image) {
        return image.layers().stream()
                .flatMap(layer -> names(layer).stream())
                .filter(name -> KEYS.matcher(name).matches())
                .toList();
    }

    private Path build(ImagePlan plan) throws Exception {
        plan.on("scratch").containerize(Images.tar(folder, plan, "test").setOfflineMode(true));
        return folder.resolve(plan.name() + ".tar");
    }

    /** What is in a tar for {@code docker load}: the configuration, and the entries of each layer from the lowest to the highest. */
    private record Image(Yaml config, List<List<TarArchiveEntry>> layers) {}

    private static Image read(Path tar) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (TarArchiveInputStream stream = new TarArchiveInputStream(Files.newInputStream(tar))) {
            for (TarArchiveEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                files.put(entry.getName(), stream.readAllBytes());
            }
        }
        Yaml manifest = json(files.get("manifest.json")).items().getFirst();
        assertThat(manifest.at("RepoTags").text()).matches("\\[candor/[a-z]+:test]");
        List<List<TarArchiveEntry>> layers = new ArrayList<>();
        for (Yaml layer : manifest.at("Layers").items()) {
            layers.add(entries(new ByteArrayInputStream(files.get(layer.text()))));
        }
        return new Image(json(files.get(manifest.at("Config").text())), layers);
    }

    private static List<TarArchiveEntry> entries(InputStream layer) throws Exception {
        List<TarArchiveEntry> entries = new ArrayList<>();
        try (TarArchiveInputStream stream = new TarArchiveInputStream(new GZIPInputStream(layer))) {
            for (TarArchiveEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static Yaml json(byte[] text) {
        return Yaml.document(new String(text, StandardCharsets.UTF_8));
    }

    private static List<String> names(List<TarArchiveEntry> entries) {
        return entries.stream().map(TarArchiveEntry::getName).toList();
    }
}
