package org.candor.local.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.candor.local.Checkout;
import org.candor.local.Trees;

/** Takes pictures of pages, for human eyes, with a browser that talks to nobody else. */
public final class Browser {

    private static final Path PICTURES = Checkout.find().root().resolve("deploy/local/target/pictures");
    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars");

    private Browser() {}

    /** The page as a picture of that height in pixels; fails when nothing is on it. */
    public static Path picture(String name, URI page, int width, int height) throws Exception {
        Path file = Files.createDirectories(PICTURES).resolve(name + ".png");
        Path profile = Files.createTempDirectory("browser");
        try {
            List<String> command = new ArrayList<>(List.of("chromium"));
            command.addAll(QUIET);
            command.addAll(List.of(
                    "--user-data-dir=" + profile,
                    "--window-size=%d,%d".formatted(width, height),
                    "--screenshot=" + file,
                    page.toString()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(new File(PICTURES.toFile(), name + ".log")))
                    .start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("the browser ends")
                    .isTrue();
        } finally {
            Trees.delete(profile);
        }
        assertThat(colours(ImageIO.read(file.toFile()))).as(name).isGreaterThan(8);
        return file;
    }

    private static long colours(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).distinct().limit(64).count();
    }
}
