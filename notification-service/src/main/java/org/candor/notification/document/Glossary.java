package org.candor.notification.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.candor.kit.document.Documents;
import org.candor.kit.outbox.EventJson;

/** Terms of the policy's glossary in plain words; a page links each where it first stands (B-41). */
public record Glossary(String version, List<Term> terms) {

    private static final Glossary READ = read();
    private static final Pattern PART = Pattern.compile("<(/?)([a-z0-9]+)[^>]*>|[^<]+");
    private static final Set<String> NOT_IN = Set.of("a", "h1", "h2", "h3", "header", "footer", "nav", "strong");

    /** @param inEnglish one wording in each language */
    public record Term(String id, Wording inEnglish, Wording inSpanish) {
        Wording in(Words words) {
            return words.spanish() ? inSpanish : inEnglish;
        }
    }

    /** @param forms words by which it is found in a text */
    public record Wording(String term, List<String> forms, String meaning) {}

    /** The whole glossary as page. */
    public static String page(Words words) {
        String title = words.spanish() ? "Glosario" : "Glossary";
        String other = words.spanish() ? "en" : "es";
        String list = READ.terms().stream()
                .map(term -> "<dt id=\"" + term.id() + "\">"
                        + Documents.escape(term.in(words).term()) + "</dt><dd>"
                        + Documents.escape(term.in(words).meaning()) + "</dd>")
                .collect(Collectors.joining("", "<dl>", "</dl>"));
        return PublicPage.html(
                title,
                words,
                "<header><p>Candor</p><nav aria-label=\"" + Documents.escape(words.languages()) + "\"><a href=\"?lang="
                        + other + "\" lang=\"" + other + "\" hreflang=\"" + other + "\">"
                        + Documents.escape(words.otherLanguage()) + "</a></nav></header><main><h1>" + title + "</h1>"
                        + list + "</main>");
    }

    /** The markup with each term linked where it first stands outside of headings and links. */
    static String linked(String html, Words words) {
        StringBuilder out = new StringBuilder();
        Set<String> done = new HashSet<>();
        int closed = 0;
        Matcher parts = PART.matcher(html);
        while (parts.find()) {
            String tag = parts.group(2);
            if (tag == null) {
                out.append(closed == 0 ? withLinks(parts.group(), words, done) : parts.group());
                continue;
            }
            if (NOT_IN.contains(tag)) {
                closed += parts.group(1).isEmpty() ? 1 : -1;
            }
            out.append(parts.group());
        }
        return out.toString();
    }

    private static String withLinks(String text, Words words, Set<String> done) {
        String linked = text;
        for (Term term : READ.terms()) {
            Matcher found = pattern(term.in(words)).matcher(linked);
            if (!done.contains(term.id()) && found.find() && outside(linked, found.start())) {
                done.add(term.id());
                linked = linked.substring(0, found.start()) + "<a href=\"/notification/glossary?lang="
                        + words.locale().getLanguage() + "#" + term.id() + "\">" + found.group() + "</a>"
                        + linked.substring(found.end());
            }
        }
        return linked;
    }

    /** Not inside a link that an earlier term has got. */
    private static boolean outside(String text, int at) {
        return text.lastIndexOf('<', at) < 0 || text.startsWith("</", text.lastIndexOf('<', at));
    }

    private static Pattern pattern(Wording wording) {
        return Pattern.compile(
                wording.forms().stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static Glossary read() {
        try (InputStream in = Glossary.class.getResourceAsStream("glossary.json")) {
            return EventJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Glossary.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
