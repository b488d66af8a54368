package org.candor.investigation.sanctions.decision;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether like cases had like outcomes (policy R10.a; 45 CFR 164.530(e)(1)), told in numbers that name nobody.
 *
 * <p>There is no window of time and no filter by department on purpose: two questions that differ by one case would tell how
 * that case ended.
 */
public final class Consistency {

    /**
     * A group of fewer people is not shown, nor how many it has: with four or fewer, who knows the house knows the person.
     * Five is our own number; counsel may want a greater one.
     */
    public static final int SMALLEST_GROUP = 5;

    /** So many steps away from the usual measure of its group an outcome is told as an outlier. Our own number. */
    public static final int OUTLIER_STEPS = 2;

    private Consistency() {}

    /** Sanctions of the same person that had been decided before. */
    public enum Earlier {
        NONE,
        ONE,
        SEVERAL,
        /** He has no account by which he would be recognised, or the record is from before it was kept. */
        NOT_KNOWN;

        /** @param count negative where it is not known */
        public static Earlier of(long count) {
            return count < 0 ? NOT_KNOWN : count == 0 ? NONE : count == 1 ? ONE : SEVERAL;
        }
    }

    /**
     * A decision about somebody.
     *
     * @param person a keyed value, the same for the same person, that goes no further; where he is not recognised one of this
     *     decision alone
     * @param explained its difference from earlier ones was given a reason
     */
    public record Decided(
            String person,
            Relation relation,
            Conduct conduct,
            Conduct.Intent intent,
            Earlier earlier,
            Measure measure,
            boolean explained) {}

    /** What makes cases alike; outsiders have other measures than the workforce. */
    public record Likeness(boolean outsiders, Conduct conduct, Conduct.Intent intent, Earlier earlier) {

        private static final Comparator<Likeness> ORDER = Comparator.comparing(Likeness::conduct)
                .thenComparing(Likeness::intent)
                .thenComparing(Likeness::earlier)
                .thenComparing(Likeness::outsiders);

        static Likeness of(Decided one) {
            return new Likeness(one.relation().outsider(), one.conduct(), one.intent(), one.earlier());
        }
    }

    /** @param explained of how many the difference from earlier ones was given a reason */
    public record Outcome(Measure measure, long count, long explained, boolean outlier) {}

    /** @param usual the measure in the middle when all are put in order; of two the milder */
    public record Group(Likeness like, long decided, Measure usual, List<Outcome> outcomes) {
        public Group {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** @param groupsTooSmall how many groups were left out */
    public record Overview(List<Group> groups, long groupsTooSmall) {
        public Overview {
            groups = List.copyOf(groups);
        }
    }

    public static Overview of(Collection<Decided> all) {
        Map<Likeness, List<Decided>> alike = all.stream().collect(Collectors.groupingBy(Likeness::of));
        List<Group> groups = alike.entrySet().stream()
                .filter(entry -> isShown(entry.getKey(), entry.getValue()))
                .sorted(Map.Entry.comparingByKey(Likeness.ORDER))
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList();
        return new Overview(groups, (long) alike.size() - groups.size());
    }

    /** Of people who are not recognised nobody knows how many they are. */
    private static boolean isShown(Likeness like, List<Decided> decided) {
        return like.earlier() != Earlier.NOT_KNOWN && people(decided) >= SMALLEST_GROUP;
    }

    /** Five decisions about one person are one person. */
    private static long people(List<Decided> decided) {
        return decided.stream().map(Decided::person).distinct().count();
    }

    private static Group group(Likeness like, List<Decided> decided) {
        List<Measure> ordered = decided.stream().map(Decided::measure).sorted().toList();
        Measure usual = ordered.get((ordered.size() - 1) / 2);
        List<Outcome> outcomes = ordered.stream()
                .distinct()
                .map(measure -> outcome(measure, usual, decided))
                .toList();
        return new Group(like, decided.size(), usual, outcomes);
    }

    private static Outcome outcome(Measure measure, Measure usual, List<Decided> decided) {
        List<Decided> same =
                decided.stream().filter(one -> one.measure() == measure).toList();
        return new Outcome(
                measure,
                same.size(),
                same.stream().filter(Decided::explained).count(),
                measure.stepsTo(usual) >= OUTLIER_STEPS);
    }
}
