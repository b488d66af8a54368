package org.candor.deploy.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.candor.deploy.Yaml;
import org.candor.deploy.image.ImagePlan.Content;
import org.candor.tools.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An image on an empty base: all that can be built and looked into without a registry. */
class ImageIT {

    @TempDir
    Path folder;

    private final Plans plans = new Plans(Repository.root());

    @Test
    void startsTheServiceAsAUserThatIsNotRoot() throws Exception {
        Yaml config = Image.read(build(plans.named("intake"))).config();
        assertThat(config.at("config", "User").text()).isEqualTo("10001:10001");
        assertThat(config.at("config", "Entrypoint").text()).isEqualTo("[java, -jar, /opt/candor/quarkus-run.jar]");
        assertThat(config.at("config", "Env").text()).startsWith("[JDK_JAVA_OPTIONS=-XX:MaxRAMPercentage=50 ");
        assertThat(config.at("config", "ExposedPorts").keys()).containsExactly("8081/tcp");
        assertThat(config.at("config", "WorkingDir").text()).isEqualTo("/opt/candor");
    }

    @Test
    void keepsWhatChangesSeldomLowest() throws Exception {
        List<List<TarArchiveEntry>> layers =
                Image.read(build(plans.named("intake"))).layers();
        assertThat(layers).hasSize(3);
        assertThat(Image.names(layers.get(0)))
                .anyMatch(name -> name.startsWith("opt/candor/lib/main/org.candor.service-kit-"));
        assertThat(Image.names(layers.get(1)))
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
            Image image = Image.read(build(plan));
            assertThat(image.keys()).isEmpty();
            assertThat(image.leaks()).isEmpty();
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
        assertThat(Image.read(build(leaking)).keys()).containsExactly("etc/intake.keyset.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g\n-----END",
                "{\"primaryKeyId\": 17, \"key\": [{\"keyData\": {}}]}",
                "A=b\nDB_PASSWORD_INTAKE=Zb3k0-4e0sT_9fQmA2xY7uVw1LrKpCdE\n",
                "token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzb21lYm9keSJ9.c2lnbmF0dXJlLXNpZ25hdHVyZQ"
            })
    void seesASecretWhateverItsFileIsCalled(String secret) throws Exception {
        Path jar = folder.resolve("harmless.jar");
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(jar))) {
            archive.putNextEntry(new ZipEntry("META-INF/notes.txt"));
            archive.write(secret.getBytes(UTF_8));
        }
        Path notes = Files.writeString(folder.resolve("notes.txt"), secret);
        ImagePlan leaking = new ImagePlan(
                "leaking",
                List.of(new Content("words", List.of(jar, notes), "/opt")),
                List.of("java"),
                "",
                "10001",
                List.of(),
                1);
        Image image = Image.read(build(leaking));
        assertThat(image.keys()).isEmpty();
        assertThat(image.leaks()).containsExactlyInAnyOrder("opt/harmless.jar!META-INF/notes.txt", "opt/notes.txt");
    }

    private Path build(ImagePlan plan) throws Exception {
        plan.on("scratch").containerize(Images.tar(folder, plan, "test").setOfflineMode(true));
        return folder.resolve(plan.name() + ".tar");
    }
}
