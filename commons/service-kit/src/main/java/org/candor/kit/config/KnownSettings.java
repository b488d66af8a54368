package org.candor.kit.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names that mean something: keys {@code candor.…} and variables {@code CANDOR_…}; a star at the end stands for any last part.
 * Each key may also come as a variable, with {@code _} for what is neither letter nor digit.
 */
final class KnownSettings {

    private static final String KEY = "candor.";
    private static final String VARIABLE = "CANDOR_";
    private static final Pattern PROFILE = Pattern.compile("^%[^.]*\\.");

    /** What Kubernetes puts into the environment of each container for a Service called candor-intake, say. */
    private static final Pattern OF_THE_CLUSTER =
            Pattern.compile("CANDOR_(INTAKE|INVESTIGATION|BREACH|NOTIFICATION|AUDIT|WITNESS)"
                    + "_(SERVICE_(HOST|PORT(_\\w+)?)|PORT(_\\d+_(TCP|UDP)(_(PROTO|PORT|ADDR))?)?)");

    private final Set<String> names;
    private final Set<String> openEnds;

    KnownSettings(Collection<String> known) {
        this.names = known.stream()
                .map(KnownSettings::withoutProfile)
                .filter(KnownSettings::isOurs)
                .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(names.stream()
                .filter(name -> name.startsWith(KEY) && !isOpenEnded(name))
                .map(KnownSettings::asVariable)
                .toList());
        this.openEnds = names.stream()
                .filter(KnownSettings::isOpenEnded)
                .flatMap(name -> List.of(prefix(name), asVariable(prefix(name))).stream())
                .collect(Collectors.toSet());
    }

    /** Whether the name is one of ours at all. */
    static boolean isOurs(String name) {
        String plain = withoutProfile(name);
        return plain.startsWith(KEY) || plain.startsWith(VARIABLE);
    }

    boolean knows(String name) {
        String plain = withoutProfile(name);
        return names.contains(plain)
                || openEnds.stream().anyMatch(plain::startsWith)
                || OF_THE_CLUSTER.matcher(plain).matches();
    }

    /** The known name of the same kind that is written most alike, if any is. */
    Optional<String> nearest(String name) {
        String plain = withoutProfile(name);
        String kind = plain.startsWith(KEY) ? KEY : VARIABLE;
        return names.stream()
                .filter(known -> known.startsWith(kind) && !isOpenEnded(known))
                .min(Comparator.comparingInt(known -> distance(plain, known)))
                .filter(known -> distance(plain, known) <= plain.length() / 2);
    }

    private static String withoutProfile(String name) {
        return PROFILE.matcher(name).replaceFirst("");
    }

    private static boolean isOpenEnded(String name) {
        return name.endsWith("*");
    }

    private static String prefix(String openEnded) {
        return openEnded.substring(0, openEnded.length() - 1);
    }

    static String asVariable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Letters to add, to leave out or to change (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
