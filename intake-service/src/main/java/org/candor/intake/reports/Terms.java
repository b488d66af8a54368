package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.candor.kit.crypto.BlindIndex;

/**
 * The words by which a report is found: its systems, codes and business associate, never narrative, place or persons. They are
 * stored as keyed hashes, because nobody can be sure what was typed into a field.
 */
@ApplicationScoped
class Terms {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int BYTES = 12;

    private final BlindIndex index;

    Terms(BlindIndex index) {
        this.index = index;
    }

    /** Call before the others, in the same chain. */
    Uni<Void> ready() {
        return index.ready().replaceWithVoid();
    }

    void fill(Report report, List<String> systems) {
        Stream<String> codes = Stream.of(
                        report.entityId,
                        report.kind.name(),
                        report.relation.name(),
                        report.channel.name(),
                        report.medium.name(),
                        report.associateId)
                .filter(Objects::nonNull);
        report.terms = words(Stream.concat(codes, systems.stream()));
        report.systemTerms = systems.stream()
                .map(system -> hash("system", plain(system)))
                .distinct()
                .toArray(String[]::new);
    }

    /** A report is found when it has all of these. */
    String[] of(String text) {
        return words(Stream.of(text));
    }

    private String[] words(Stream<String> texts) {
        return texts.flatMap(text -> BETWEEN_WORDS.splitAsStream(plain(text)))
                .filter(word -> !word.isEmpty())
                .distinct()
                .map(word -> hash("word", word))
                .toArray(String[]::new);
    }

    private String hash(String field, String value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(index.of(field, value), BYTES));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
