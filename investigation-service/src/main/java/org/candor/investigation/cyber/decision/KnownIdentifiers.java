package org.candor.investigation.cyber.decision;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names and numbers that stand in the case, so that a draft is searched for them whatever they look like.
 *
 * @param names of persons, as written
 * @param numbers digits only
 */
public record KnownIdentifiers(Set<String> names, Set<String> numbers) {

    private static final int LEAST_DIGITS = 5;
    private static final Pattern TWO_NAMES =
            Pattern.compile("\\b\\p{Lu}\\p{Ll}[\\p{L}'’-]*\\s+(?:\\p{Lu}\\.\\s+)?\\p{Lu}\\p{Ll}[\\p{L}'’-]*");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d .-]{3,}\\d");

    /** Days are found by their own pattern, and addresses in the case's own words are mostly the attacker's. */
    private static final Pattern DAY_OR_ADDRESS =
            Pattern.compile("(?:19|20)\\d{2}-\\d{2}-\\d{2}|\\d{1,3}(?:\\.\\d{1,3}){3}");

    /** Words that begin with a capital and are nobody's name. */
    private static final Set<String> NOT_NAMES = Set.of(
            "administrator",
            "agency",
            "all",
            "an",
            "april",
            "august",
            "board",
            "city",
            "clinic",
            "council",
            "county",
            "data",
            "december",
            "department",
            "director",
            "email",
            "falls",
            "february",
            "form",
            "friday",
            "health",
            "hospital",
            "human",
            "incident",
            "information",
            "it",
            "january",
            "july",
            "june",
            "manager",
            "march",
            "may",
            "memory",
            "monday",
            "network",
            "no",
            "november",
            "october",
            "office",
            "officer",
            "on",
            "police",
            "policy",
            "privacy",
            "report",
            "response",
            "saturday",
            "security",
            "september",
            "server",
            "service",
            "street",
            "sunday",
            "system",
            "team",
            "the",
            "this",
            "thursday",
            "tuesday",
            "wednesday");

    public KnownIdentifiers {
        names = Set.copyOf(names);
        numbers = Set.copyOf(numbers);
    }

    /**
     * Gathers from the case.
     *
     * @param persons names that are known to be names
     * @param given numbers that are known to be somebody's
     * @param texts what people wrote in the case
     */
    public static KnownIdentifiers of(Collection<String> persons, Collection<String> given, Collection<String> texts) {
        Set<String> names = new LinkedHashSet<>(persons);
        Set<String> numbers = given.stream().map(KnownIdentifiers::compact).collect(Collectors.toSet());
        for (String text :
                texts.stream().map(PlainText::of).map(PlainText::value).toList()) {
            found(TWO_NAMES, text).stream()
                    .filter(KnownIdentifiers::mayBeAPerson)
                    .forEach(names::add);
            found(NUMBER, text).stream()
                    .filter(number -> !DAY_OR_ADDRESS.matcher(number).matches())
                    .map(KnownIdentifiers::digits)
                    .filter(digits -> digits.length() >= LEAST_DIGITS)
                    .forEach(numbers::add);
        }
        names.removeIf(name -> name.isBlank() || name.strip().equalsIgnoreCase("anonymous"));
        numbers.removeIf(String::isBlank);
        return new KnownIdentifiers(names, numbers);
    }

    private static boolean mayBeAPerson(String words) {
        return List.of(words.split("\\s+")).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .noneMatch(NOT_NAMES::contains);
    }

    private static List<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(result -> result.group()).toList();
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static String compact(String number) {
        return number.replaceAll("[^\\p{L}\\d]", "");
    }
}
