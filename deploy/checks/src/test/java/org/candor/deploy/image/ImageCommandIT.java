package org.candor.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.candor.deploy.Readme;
import org.candor.deploy.Run;
import org.candor.tools.Repository;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The README's command for images without a daemon, in a copy of the checkout whose modules are built already: on an empty base,
 * because there is no registry to take one from, and of this module and what it needs, because the others are what the copy has.
 */
class ImageCommandIT {

    private static final String COMMAND = "./mvnw package -DskipTests -Dimage";

    @TempDir
    static Path folder;

    @BeforeAll
    static void runIt() throws Exception {
        assertThat(Readme.commands()).contains(COMMAND);
        String offline = System.getProperty("candor.build", "").equals("offline: true") ? " --offline" : "";
        String ofTheCopy = " -Dimage.base=scratch -Dspotless.skip=true -pl deploy/checks --also-make -B -q" + offline;
        try (CheckoutCopy copy = new CheckoutCopy(folder)) {
            copy.of("commons/event-contracts", "deploy/checks");
            Run.in(folder, "sh", "-eu", "-c", COMMAND + ofTheCopy).output();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "investigation", "breach", "notification", "audit", "witness"})
    void writesAnImageThatRunsAsNobodyAndHoldsNoSecret(String name) throws Exception {
        Image image = Image.read(images().resolve(name + ".tar"));
        ImagePlan plan = new Plans(Repository.root()).named(name);
        assertThat(image.tag()).matches("candor/" + name + ":[0-9].*");
        assertThat(image.config().at("config", "User").text()).isEqualTo(plan.user() + ":" + plan.user());
        assertThat(image.config().at("config", "User").text()).matches("1000[12]:1000[12]");
        assertThat(image.config().at("config", "Entrypoint").text())
                .isEqualTo(plan.entrypoint().toString());
        assertThat(image.layers()).hasSize(plan.layers().size() + 1);
        assertThat(Image.names(image.layers().getFirst())).hasSizeGreaterThan(1);
        assertThat(image.keys()).isEmpty();
        assertThat(image.leaks()).isEmpty();
    }

    @Test
    void writesThemWhereTheReadmeSays() {
        assertThat(Repository.text("deploy/README.md")).contains("`deploy/checks/target/images`");
        assertThat(Files.isDirectory(images())).isTrue();
    }

    private static Path images() {
        return folder.resolve("deploy/checks/target/images");
    }
}
