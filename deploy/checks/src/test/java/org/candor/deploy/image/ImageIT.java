package org.candor.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.candor.deploy.Yaml;
import org.candor.deploy.image.ImagePlan.Content;
import org.candor.tools.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            assertThat(Image.read(build(plan)).keys()).isEmpty();
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

    private Path build(ImagePlan plan) throws Exception {
        plan.on("scratch").containerize(Images.tar(folder, plan, "test").setOfflineMode(true));
        return folder.resolve(plan.name() + ".tar");
    }
}
