package org.candor.notification.deadline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the services call their duties, in Spanish. A fact tells a title in English; {@code duties-es.json} has the sentences of
 * both languages, tried in its order. What stands in a gap, such as a recipient, is looked up too, and stays as it is when it is
 * a name. A title that the list does not know has no translation. Pure.
 */
final class DutyTitles {

    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

    static final DutyTitles SPANISH = read("duties-es.json");

    private final List<Sentence> titles;
    private final List<Sentence> inGaps;

    private DutyTitles(Sheet sheet) {
        this.titles = sheet.titles().stream()
                .map(pair -> Sentence.of(pair, GAP.matcher(pair.en()).find() ? "" : "([:,] .+)?"))
                .toList();
        this.inGaps = sheet.inGaps().stream().map(pair -> Sentence.of(pair, "")).toList();
    }

    Optional<String> of(String title) {
        return translated(titles, title);
    }

    private Optional<String> translated(List<Sentence> sentences, String words) {
        for (Sentence sentence : sentences) {
            Matcher found = sentence.english().matcher(words);
            if (found.matches()) {
                return Optional.of(filled(sentence, found));
            }
        }
        return Optional.empty();
    }

    private String filled(Sentence sentence, Matcher found) {
        if (sentence.namesItsSubject()) {
            return sentence.spanish() + Optional.ofNullable(found.group(1)).orElse("");
        }
        return GAP.matcher(sentence.spanish()).replaceAll(gap -> {
            String inside = found.group(Integer.parseInt(gap.group(1)) + 1);
            return Matcher.quoteReplacement(translated(inGaps, inside).orElse(inside));
        });
    }

    /** The file. */
    record Sheet(List<Pair> titles, List<Pair> inGaps) {

        /** One sentence in both languages, with gaps {@code {0}}, {@code {1}}. */
        record Pair(String en, String es) {}
    }

    /** @param namesItsSubject whether a subject or department may stand behind it, as the register of duties writes them */
    private record Sentence(Pattern english, String spanish, boolean namesItsSubject) {

        static Sentence of(Sheet.Pair pair, String after) {
            String form = Pattern.quote(GAP.matcher(pair.en()).replaceAll("{}")).replace("{}", "\\E(.+)\\Q");
            return new Sentence(Pattern.compile(form + after), pair.es(), !after.isEmpty());
        }
    }

    private static DutyTitles read(String name) {
        try (InputStream in = DutyTitles.class.getResourceAsStream(name)) {
            return new DutyTitles(new ObjectMapper().readValue(in, Sheet.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
