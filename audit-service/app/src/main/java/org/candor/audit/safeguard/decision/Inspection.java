package org.candor.audit.safeguard.decision;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is asked at one place: everything that its media ask, and nothing else. */
public record Inspection(List<String> items) {

    /** An answer to one question. */
    public enum Answer {
        MET,
        NOT_MET,
        NOT_APPLICABLE
    }

    /** One answer, and whether it is said in words what was found. */
    public record Given(Answer answer, boolean worded) {}

    /** What an inspection comes to. */
    public sealed interface Verdict {}

    /** It is whole; what is not met becomes a finding, in the order of the list. */
    public record Whole(List<String> findings) implements Verdict {}

    /** It is not: questions without an answer, answers to no question of this place, findings without words. */
    public record NotWhole(Set<String> unanswered, Set<String> unasked, Set<String> unworded) implements Verdict {}

    public Inspection {
        items = List.copyOf(items);
    }

    /** Judges the answers by the ids of their questions. */
    public Verdict judge(Map<String, Given> answers) {
        Set<String> unanswered = new TreeSet<>(items);
        unanswered.removeAll(answers.keySet());
        Set<String> unasked = new TreeSet<>(answers.keySet());
        items.forEach(unasked::remove);
        Set<String> unworded = new TreeSet<>();
        answers.forEach((item, given) -> {
            if (given.answer() == Answer.NOT_MET && !given.worded()) {
                unworded.add(item);
            }
        });
        return unanswered.isEmpty() && unasked.isEmpty() && unworded.isEmpty()
                ? new Whole(items.stream()
                        .filter(item -> answers.get(item).answer() == Answer.NOT_MET)
                        .toList())
                : new NotWhole(unanswered, unasked, unworded);
    }
}
