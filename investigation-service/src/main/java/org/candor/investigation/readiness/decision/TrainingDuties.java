package org.candor.investigation.readiness.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The deadlines that follow from the roll: one for everybody in a role whose time for his first courses starts on the same
 * day (45 CFR 164.530(b)(2)(i)(A), (B)), one for each change of a policy after which somebody is to be trained again ((C)).
 * However many people join or are asked at once, they are as many as there are days, and in the name of nobody.
 */
public final class TrainingDuties {

    private static final String FIRST = "first/";
    private static final String CHANGED = "changed/";

    private TrainingDuties() {}

    /** What the duty is about. */
    public enum Kind {
        TRAINING_NEW_MEMBER,
        TRAINING_POLICY_CHANGE
    }

    /**
     * A duty.
     *
     * @param key the same for as long as the duty is the same, whatever day it is due on; it stays in this service
     */
    public record Duty(String key, Kind kind, LocalDate dueOn) {}

    /** How far a duty is, the less first. */
    public enum Progress {
        /** Somebody has yet to learn. */
        PENDING,
        /** Everybody has learnt whom it concerned and who is still here. */
        TAUGHT
    }

    /** What is to be told about a duty. */
    public sealed interface Step {

        record Announce(Duty duty) implements Step {}

        record Fulfil(Duty duty) implements Step {}

        /** It is asked of nobody any more. */
        record CallOff(Duty duty) implements Step {}
    }

    /** The duties of those who work here today, and how far they are. */
    public static Map<Duty, Progress> of(Roll part) {
        Map<Duty, Progress> found = new HashMap<>();
        part.present()
                .forEach(member -> part.curriculum(member)
                        .ifPresent(curriculum -> part.standings(member).forEach(standing -> {
                            note(
                                    found,
                                    first(member, curriculum, standing),
                                    standing.completedOn().isPresent());
                            part.changes().forEach(change -> note(found, change, standing));
                        })));
        return found;
    }

    /** Of two parts of a roll together. */
    public static Map<Duty, Progress> together(Map<Duty, Progress> one, Map<Duty, Progress> other) {
        Map<Duty, Progress> both = new HashMap<>(one);
        other.forEach((duty, progress) -> note(both, duty, progress == Progress.TAUGHT));
        return both;
    }

    /**
     * What has changed between the duties that are announced and those that the whole roll asks for. A list of people who
     * joined long ago announces nothing that is late at once: the report names them, and alarms by the hundred would be read
     * by nobody.
     */
    public static List<Step> steps(Map<Duty, Progress> found, List<Duty> open, LocalDate today) {
        Map<String, Duty> announced = new LinkedHashMap<>();
        open.forEach(duty -> announced.put(duty.key(), duty));
        List<Step> steps = new ArrayList<>();
        found.entrySet().stream()
                .filter(entry -> entry.getValue() == Progress.PENDING)
                .map(Map.Entry::getKey)
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .forEach(duty -> {
                    Duty known = announced.remove(duty.key());
                    boolean news = known == null && !duty.dueOn().isBefore(today);
                    if (news || known != null && !known.equals(duty)) {
                        steps.add(new Step.Announce(duty));
                    }
                });
        Set<String> asked = found.keySet().stream().map(Duty::key).collect(Collectors.toSet());
        announced
                .values()
                .forEach(
                        duty -> steps.add(asked.contains(duty.key()) ? new Step.Fulfil(duty) : new Step.CallOff(duty)));
        return List.copyOf(steps);
    }

    private static Duty first(WorkforceMember member, Curriculum curriculum, Standing standing) {
        LocalDate from = curriculum.firstFrom(member, standing.course());
        return new Duty(
                FIRST + member.role() + "/" + from,
                Kind.TRAINING_NEW_MEMBER,
                curriculum.firstDueOn(member, standing.course()));
    }

    private static void note(Map<Duty, Progress> found, PolicyChange change, Standing standing) {
        boolean taught = Standings.isTaught(standing, change);
        if (taught || Standings.isPending(standing, change)) {
            note(found, new Duty(CHANGED + change.id(), Kind.TRAINING_POLICY_CHANGE, change.dueOn()), taught);
        }
    }

    private static void note(Map<Duty, Progress> found, Duty duty, boolean taught) {
        found.merge(
                duty,
                taught ? Progress.TAUGHT : Progress.PENDING,
                (one, other) -> one.compareTo(other) < 0 ? one : other);
    }
}
