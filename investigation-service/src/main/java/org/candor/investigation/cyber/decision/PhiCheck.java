package org.candor.investigation.cyber.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks for identifiers of individuals in a text that is to leave the organisation (policy II.B.1.a, II.B.2). */
public final class PhiCheck {

    private static final int LEAST_PART_OF_A_NAME = 3;

    private final KnownIdentifiers known;
    private final List<String> notOfAPerson;

    /**
     * @param notOfAPerson texts that are nobody's identifier, such as the organisation's own name or an attacker's address;
     *     they are passed over unless they are known in the case
     */
    public PhiCheck(KnownIdentifiers known, List<String> notOfAPerson) {
        this.known = known;
        this.notOfAPerson = notOfAPerson.stream()
                .map(text -> PlainText.of(text).value())
                .filter(text -> !text.isBlank())
                .toList();
    }

    /**
     * Where something was found. It says the place and not the text.
     *
     * @param field of the draft, such as {@code text}
     * @param from position of the first character, in UTF-16 units
     * @param until position after the last
     */
    public record Finding(String field, Identifier identifier, int from, int until) {

        /** Stable as long as the text is the same. */
        public String code() {
            return "phi." + identifier.name() + "." + field + "." + from + "-" + until;
        }

        private boolean within(Finding other) {
            return other != this && other.from <= from && until <= other.until;
        }
    }

    /** Everything found in one field, in the order of the text; what lies within a longer finding is left out. */
    public List<Finding> in(String field, String text) {
        PlainText plain = PlainText.of(text);
        return found(field, plain.value()).stream()
                .map(one -> new Finding(field, one.identifier(), plain.from(one.from()), plain.until(one.until())))
                .toList();
    }

    private List<Finding> found(String field, String text) {
        List<int[]> passed = places(notOfAPerson.stream().map(Pattern::quote), text);
        List<Finding> found = new ArrayList<>(stored(field, text));
        Patterns.ALL.forEach(shape -> shape.pattern()
                .matcher(text)
                .results()
                .filter(result ->
                        passed.stream().noneMatch(place -> place[0] <= result.start() && result.end() <= place[1]))
                .forEach(result -> found.add(new Finding(field, shape.identifier(), result.start(), result.end()))));
        List<Finding> distinct = found.stream()
                .sorted(Comparator.comparingInt(Finding::from).thenComparing(one -> -one.until()))
                .toList();
        List<Finding> kept = new ArrayList<>();
        distinct.stream().filter(one -> kept.stream().noneMatch(one::within)).forEach(kept::add);
        return List.copyOf(kept);
    }

    private List<Finding> stored(String field, String text) {
        List<Finding> found = new ArrayList<>();
        places(known.names().stream().flatMap(PhiCheck::namePatterns), text)
                .forEach(place -> found.add(new Finding(field, Identifier.NAME, place[0], place[1])));
        places(known.numbers().stream().map(PhiCheck::numberPattern), text)
                .forEach(place -> found.add(new Finding(field, Identifier.OTHER_UNIQUE, place[0], place[1])));
        return found;
    }

    /** The whole name however it is written, its last part first too, and each part where it begins with a capital. */
    private static Stream<String> namePatterns(String name) {
        List<String> parts = Pattern.compile("[\\s,]+")
                .splitAsStream(PlainText.of(name).value())
                .filter(part -> !part.isEmpty())
                .toList();
        Stream<String> whole =
                IntStream.range(0, parts.size()).mapToObj(first -> wholeName(startingWith(first, parts)));
        boolean capitals = parts.stream().anyMatch(PhiCheck::capital);
        return Stream.concat(
                whole,
                parts.stream()
                        .filter(part -> part.codePointCount(0, part.length()) >= LEAST_PART_OF_A_NAME)
                        .filter(part -> capital(part) || !capitals)
                        .map(part -> "(?=\\p{Lu})(?iu:" + Pattern.quote(part) + ")"));
    }

    private static List<String> startingWith(int first, List<String> parts) {
        return Stream.concat(parts.subList(first, parts.size()).stream(), parts.subList(0, first).stream())
                .toList();
    }

    private static String wholeName(List<String> parts) {
        return parts.stream().map(Pattern::quote).collect(Collectors.joining("[\\s,]+", "(?iu)", ""));
    }

    private static boolean capital(String part) {
        return Character.isUpperCase(part.codePointAt(0));
    }

    private static String numberPattern(String number) {
        return number.codePoints()
                .mapToObj(Character::toString)
                .map(Pattern::quote)
                .collect(Collectors.joining("[-./ ]?", "(?iu)", ""));
    }

    /** Places of whole words only. */
    private static List<int[]> places(Stream<String> patterns, String text) {
        return patterns.flatMap(pattern -> Pattern.compile("(?<![\\p{L}\\d])(?:" + pattern + ")(?![\\p{L}\\d])")
                        .matcher(text)
                        .results()
                        .map(result -> new int[] {result.start(), result.end()}))
                .toList();
    }

    /** The codes of findings, as they are stored and compared. */
    public static Set<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).collect(Collectors.toSet());
    }
}
