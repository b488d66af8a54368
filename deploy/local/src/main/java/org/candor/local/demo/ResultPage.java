package org.candor.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.candor.local.demo.Narrator.Played;

/** The page of results, as HTML for a browser and as Markdown for whoever has none; links lead to every file. */
final class ResultPage {

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8a8f98; --quiet: #4a4f57; }
            @media (prefers-color-scheme: dark) { :root { --quiet: #b9bec7; } }
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem 1.5rem 4rem; }
            h1 { line-height: 1.2; margin-bottom: .25rem; } h2 { margin-top: 2.5rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border-top: 1px solid var(--line); padding: .5rem .75rem .5rem 0; text-align: left; vertical-align: top; }
            thead th { border-top: 0; } th[scope=row] { font-weight: 400; }
            .number { width: 3rem; } .who { width: 9rem; } .what { width: 18rem; }
            .quiet { color: var(--quiet); } code { font-size: .85rem; overflow-wrap: anywhere; }
            nav ul, .documents { columns: 2; padding-left: 1.25rem; } td ul { margin: .25rem 0 0; padding-left: 1.25rem; }
            @media (max-width: 45rem) { table, tbody, tr, td, th { display: block; width: auto; } thead { position: absolute; left: -9999px; }
              tr { border-top: 1px solid var(--line); padding: .5rem 0; } th, td { border: 0; padding: .1rem 0; } nav ul, .documents { columns: 1; } }
            """;

    private final Path folder;
    private final List<Played> chapters;

    private ResultPage(Path folder, List<Played> chapters) {
        this.folder = folder;
        this.chapters = chapters;
    }

    /** Writes both into the folder and answers the path of the HTML page. */
    static Path write(Path folder, List<Played> chapters) throws IOException {
        ResultPage page = new ResultPage(folder, chapters);
        Files.writeString(folder.resolve("results.md"), page.markdown());
        return Files.writeString(folder.resolve("results.html"), page.html());
    }

    private String html() {
        StringBuilder html = new StringBuilder("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Candor demo: results</title>
                <style>
                %s</style>
                </head>
                <body>
                <header>
                <h1>Candor demo: one incident, from report to proof, and a quarter between incidents</h1>
                <p class="quiet">%s</p>
                </header>
                <nav aria-label="Chapters"><ul>
                """.formatted(STYLE, escape(summary())));
        forEachChapter((number, chapter) ->
                html.append("<li><a href=\"#c%d\">%s</a></li>%n".formatted(number, escape(chapter.title()))));
        html.append("</ul></nav>\n<main>\n").append(documents());
        forEachChapter((number, chapter) -> html.append(html(number, chapter)));
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    /** What a newcomer wants first: everything that can be opened, in the order in which it came to be. */
    private String documents() {
        String items = chapters.stream()
                .flatMap(chapter -> chapter.steps().stream())
                .map(this::opened)
                .collect(Collectors.joining());
        return """
                <section aria-labelledby="documents">
                <h2 id="documents">To open</h2>
                <ul class="documents">
                %s</ul>
                <p class="quiet">Addresses that begin with GET below are those of the REST APIs; they need a token.</p>
                </section>
                """.formatted(items);
    }

    private String opened(Step step) {
        return step.told().links().stream()
                .filter(link -> !(link instanceof Link.Api))
                .map(link -> "<li>%s <span class=\"quiet\">step %s</span></li>%n".formatted(html(link), step.number()))
                .collect(Collectors.joining());
    }

    private String html(int number, Played chapter) {
        String rows = chapter.steps().stream().map(this::html).collect(Collectors.joining());
        return """
                <section aria-labelledby="c%d">
                <h2 id="c%d">%d %s</h2>
                <table>
                <thead><tr><th scope="col" class="number">Step</th><th scope="col" class="who">Who</th>\
                <th scope="col" class="what">What</th><th scope="col">Result</th></tr></thead>
                <tbody>
                %s</tbody>
                </table>
                </section>
                """.formatted(number, number, number, escape(chapter.title()), rows);
    }

    private String html(Step step) {
        String links = step.told().links().stream()
                .map(link -> "<li>%s</li>".formatted(html(link)))
                .collect(Collectors.joining());
        return "<tr><td>%s</td><td>%s</td><th scope=\"row\">%s</th><td>%s%s</td></tr>%n"
                .formatted(
                        step.number(),
                        escape(step.who()),
                        escape(step.what()),
                        escape(step.told().result()),
                        links.isEmpty() ? "" : "<ul>" + links + "</ul>");
    }

    private String html(Link link) {
        return switch (link) {
            case Link.Page page -> "<a href=\"%s\">the public page</a>".formatted(escape(page.text()));
            case Link.Api api -> "<code>GET %s</code>".formatted(escape(api.path()));
            case Link.OnDisk file -> "<a href=\"%s\">%s</a>".formatted(relative(file), escape(name(file)));
        };
    }

    private String markdown() {
        StringBuilder text = new StringBuilder(
                "# Candor demo: one incident, from report to proof, and a quarter between incidents\n\n%s\n"
                        .formatted(summary()));
        forEachChapter((number, chapter) -> {
            text.append("\n## %d %s\n\n| Step | Who | What | Result |\n|---|---|---|---|\n"
                    .formatted(number, chapter.title()));
            chapter.steps().forEach(step -> text.append(markdown(step)));
        });
        return text.toString();
    }

    private String markdown(Step step) {
        String links = step.told().links().stream()
                .map(link -> "<br>" + markdown(link))
                .collect(Collectors.joining());
        return "| %s | %s | %s | %s%s |\n"
                .formatted(
                        step.number(),
                        step.who(),
                        cell(step.what()),
                        cell(step.told().result()),
                        links);
    }

    private String markdown(Link link) {
        return switch (link) {
            case Link.Page page -> "[the public page](%s)".formatted(page.text());
            case Link.Api api -> "`GET %s`".formatted(api.path());
            case Link.OnDisk file -> "[%s](%s)".formatted(name(file), relative(file));
        };
    }

    private String summary() {
        List<Step> steps =
                chapters.stream().flatMap(chapter -> chapter.steps().stream()).toList();
        Duration took = steps.stream().map(Step::took).reduce(Duration.ZERO, Duration::plus);
        return "Passed on %s: %d steps in %d seconds. People and organisation are invented."
                .formatted(Days.moment(Instant.now()), steps.size(), took.toSeconds());
    }

    /** A relative address, so that the folder can be moved as a whole. */
    private String relative(Link.OnDisk file) {
        return folder.relativize(file.path()).toString().replace(" ", "%20");
    }

    private static String name(Link.OnDisk file) {
        return file.path().getFileName().toString();
    }

    /** A line of a table may hold no bar. */
    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void forEachChapter(java.util.function.BiConsumer<Integer, Played> action) {
        for (int i = 0; i < chapters.size(); i++) {
            action.accept(i, chapters.get(i));
        }
    }
}
