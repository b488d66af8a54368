package org.candor.notification.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Looks at a page in a real browser: takes its picture, and has axe-core find what breaks WCAG 2.2 AA. Where there is no
 * browser the test is skipped, but not in CI.
 */
public final class Chromium {

    private static final Path PICTURES = Path.of("target", "pictures");

    private static final String RUN = """
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
              .then(found => JSON.stringify(found.violations.map(one => ({
                rule: one.id, impact: one.impact, at: one.nodes.map(node => node.html.slice(0, 160))}))))
              .catch(failure => JSON.stringify([{rule: 'axe did not run', impact: String(failure), at: []}]))
              .then(text => { document.documentElement.innerHTML = '<body><pre id="found">' + encodeURIComponent(text) + '</pre>' })
            """;

    private Chromium() {}

    /** What axe finds, one line a rule with the elements that break it. */
    public static List<String> violations(String html) throws Exception {
        String script = "<script>" + axe() + "</script><script>" + RUN + "</script></body>";
        int end = html.lastIndexOf("</body>");
        Path page = page("axe", html.substring(0, end) + script + html.substring(end + "</body>".length()));
        Path dom = page.resolveSibling("dom.txt");
        run(dom, "--virtual-time-budget=20000", "--dump-dom", page.toUri().toString());
        String seen = Files.readString(dom);
        String mark = "<pre id=\"found\">";
        assertThat(seen).as("axe ran").contains(mark);
        int from = seen.indexOf(mark) + mark.length();
        JsonNode found =
                new ObjectMapper().readTree(URLDecoder.decode(seen.substring(from, seen.indexOf('<', from)), UTF_8));
        List<String> lines = new ArrayList<>();
        found.forEach(one -> lines.add(one.path("rule").asText() + " "
                + one.path("impact").asText() + " " + one.path("at").toString()));
        return lines;
    }

    /** Saves the page and its picture under {@code target/pictures}. */
    public static void picture(String name, String html, int width, int height) throws Exception {
        Files.createDirectories(PICTURES);
        Path page = PICTURES.resolve(name + ".html");
        Files.writeString(page, html);
        Path picture = PICTURES.resolve(name + ".png").toAbsolutePath();
        run(
                Path.of("target", "browser.txt"),
                "--window-size=%d,%d".formatted(width, height),
                "--screenshot=" + picture,
                page.toAbsolutePath().toUri().toString());
        assertThat(picture).exists();
    }

    /** The page's text after its scripts have run. */
    public static String text(String html) throws Exception {
        Path page = page("text", html);
        Path dom = page.resolveSibling("dom.txt");
        run(dom, "--virtual-time-budget=20000", "--dump-dom", page.toUri().toString());
        return Files.readString(dom);
    }

    private static Path page(String name, String html) throws Exception {
        Path folder = Files.createTempDirectory("page-" + name);
        return Files.writeString(folder.resolve(name + ".html"), html);
    }

    private static void run(Path output, String... arguments) throws Exception {
        if (!isThere()) {
            assertThat(System.getenv("CI")).as("chromium is missing").isNull();
            abort("chromium is not installed");
        }
        Path profile = Files.createTempDirectory("browser");
        List<String> command = new ArrayList<>(List.of(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the browser ends").isTrue();
    }

    private static boolean isThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "chromium")));
    }

    private static String axe() throws Exception {
        try (InputStream in = Chromium.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
