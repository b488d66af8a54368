package org.candor.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultPageTest {

    @TempDir
    Path folder;

    @Test
    void linksWhatABrowserCanOpenAndNamesTheRest() throws Exception {
        String html = Files.readString(written());

        assertThat(html)
                .contains("<html lang=\"en\">", "<h1>", "scope=\"col\"", "scope=\"row\"")
                .contains("<a href=\"files/form.pdf\">form.pdf</a>")
                .contains("<a href=\"http://localhost/p\">the public page</a>")
                .contains("<code>GET /a?b=1&amp;c=2</code>");
    }

    @Test
    void escapesWhatItShows() throws Exception {
        assertThat(Files.readString(written())).contains("a &lt;b&gt; | c").doesNotContain("<b>");
        assertThat(Files.readString(folder.resolve("results.md"))).contains("a <b> \\| c");
    }

    private Path written() throws Exception {
        Told told = Told.of(
                "a <b> | c",
                new Link.OnDisk(folder.resolve("files/form.pdf")),
                new Link.Page(URI.create("http://localhost/p")),
                new Link.Api(URI.create("http://localhost/a?b=1&c=2")));
        Step step = new Step("0.1", "operator", "enters the city", told, Duration.ofSeconds(40));
        return ResultPage.write(folder, List.of(new Narrator.Played("The organisation", List.of(step))));
    }
}
