package org.candor.audit.pack;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.candor.audit.pack.decision.Timeline.Access;
import org.candor.audit.pack.decision.Timeline.Fact;
import org.candor.kit.document.Documents;

/** The timeline for people: the same body as a page for browsers and as a PDF that screen readers read. */
final class TimelinePage {

    private static final String STYLE = """
            body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font-family: sans-serif; line-height: 1.5; color: #1a1a1a; }
            h1, h2 { color: #14375e; line-height: 1.25; }
            table { width: 100%; border-collapse: collapse; margin: 0 0 1.5rem 0; }
            caption { text-align: left; font-weight: bold; padding-bottom: .4rem; }
            th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #b9c2cc; }
            thead th { background: #e8edf3; color: #14375e; }
            .quiet { color: #4a4a4a; }
            .drill { border: 2px solid #8c1d18; color: #8c1d18; font-weight: bold; text-align: center; padding: .4rem; }
            """;

    /** Rows that fit on what is left of most pages. */
    private static final int FEW = 12;

    /** Widths, so that no date breaks; and no heading of a table alone at the foot of a page. */
    private static final String PRINT = """
            .together { page-break-inside: avoid; } .apart { page-break-before: always; }
            .place { width: 9%; } .when { width: 24%; } .who { width: 25%; }
            """;

    private final PackRun run;
    private final String trail;
    private final Locale language;
    private final ResourceBundle words;

    TimelinePage(PackRun run, String trail, Locale language) {
        this.run = run;
        this.trail = trail;
        this.language = language;
        this.words = ResourceBundle.getBundle("org.candor.audit.pack.timeline", language);
    }

    String html() {
        return "<!doctype html>\n<html lang=\"" + language.toLanguageTag() + "\"><head><meta charset=\"utf-8\"/>"
                + "<meta name=\"viewport\" content=\"width=device-width\"/><title>" + word("title") + "</title><style>"
                + STYLE + "</style></head><body><main>" + body() + "</main></body></html>\n";
    }

    byte[] pdf() {
        return Documents.pdf(body(), PRINT, words.getString("title"), language.toLanguageTag());
    }

    private String body() {
        PackScope scope = run.plan.scope();
        String subject = scope.incidentId().isPresent()
                ? word("incident") + " " + scope.incident()
                : word("period").formatted(scope.fromText(), scope.toText());
        return (run.timeline.drill() ? "<p class=\"drill\">" + word("drill") + "</p>" : "")
                + "<h1>" + word("title") + "</h1><p>" + Documents.escape(subject) + "</p><p>"
                + word("counts")
                        .formatted(run.entries, run.leftOut.cardinality(), escaped(trail), when(run.plan.made()))
                + "</p><p class=\"quiet\">" + word("proof") + "</p><h2>" + word("happened") + "</h2>" + facts()
                + "<div class=\"" + (run.timeline.accesses().size() > FEW ? "apart" : "together") + "\"><h2>"
                + word("looked") + "</h2>" + accesses() + "</div>"
                + (run.timeline.untold() > 0 ? "<p>" + word("untold").formatted(run.timeline.untold()) + "</p>" : "");
    }

    private String facts() {
        if (run.timeline.facts().isEmpty()) {
            return "<p>" + word("nothing") + "</p>";
        }
        return "<table><caption>" + word("happened.caption") + "</caption><thead><tr>"
                + heading("place") + heading("when") + heading("what") + heading("who") + "</tr></thead><tbody>"
                + run.timeline.facts().stream().map(this::row).collect(Collectors.joining())
                + "</tbody></table>";
    }

    private String row(Fact fact) {
        return "<tr><td>" + fact.place() + "</td><td>" + when(fact.at()) + "</td><td>" + fact(fact.fact()) + "</td><td>"
                + actor(fact.actor()) + "</td></tr>";
    }

    private String accesses() {
        if (run.timeline.accesses().isEmpty()) {
            return "<p>" + word("nobody") + "</p>";
        }
        return "<table><caption>" + word("looked.caption") + "</caption><thead><tr>"
                + heading("who") + heading("action") + heading("times") + "</tr></thead><tbody>"
                + run.timeline.accesses().stream().map(this::row).collect(Collectors.joining())
                + "</tbody></table>";
    }

    private String row(Access access) {
        return "<tr><td>" + actor(access.actor()) + "</td><td>" + escaped(access.action()) + "</td><td>"
                + access.times() + "</td></tr>";
    }

    private String heading(String column) {
        return "<th scope=\"col\" class=\"" + column + "\">" + word("column." + column) + "</th>";
    }

    /** A fact that this version does not know is shown by its name. */
    private String fact(String fact) {
        String key = "fact." + fact;
        return words.containsKey(key) ? word(key) : escaped(fact.replace('-', ' '));
    }

    private String actor(String actor) {
        String key = "actor." + actor;
        return words.containsKey(key) ? word(key) : escaped(actor);
    }

    private String when(Instant at) {
        String pattern = words.getString("pattern");
        return escaped(DateTimeFormatter.ofPattern(pattern, language).format(at.atZone(ZoneOffset.UTC)));
    }

    private String word(String key) {
        return Documents.escape(words.getString(key));
    }

    private static String escaped(String text) {
        return Documents.escape(text);
    }
}
