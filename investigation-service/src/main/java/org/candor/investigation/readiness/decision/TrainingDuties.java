package org.candor.investigation.readiness.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The deadlines that follow from the roll: one for each person who joined and has courses to do for the first time (45 CFR
 * 164.530(b)(2)(i)(B)), one for each change of a policy after which somebody is to be trained again ((C)).
 */
public final class TrainingDuties {

    private static final String JOINED = "joined/";
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
     * @param key the same for as long as the duty is the same; it stays in this service
     */
    public record Duty(String key, Kind kind, LocalDate dueOn) {}

    /** What is to be told about a duty. */
    public sealed interface Step {

        record Announce(Duty duty) implements Step {}

        record Fulfil(Duty duty) implements Step {}

        /** Nobody is left who would have to fulfil it. */
        record CallOff(Duty duty) implements Step {}
    }

    /**
     * What has changed between the duties that are announced and those that the roll asks for. A list of people who joined
     * long ago announces nothing that is late at once: the report names them, and alarms by the hundred would be read by nobody.
     */
    public static List<Step> steps(Roll roll, List<Duty> open) {
        Map<String, Duty> announced = new LinkedHashMap<>();
        open.forEach(duty -> announced.put(duty.key(), duty));
        List<Step> steps = new ArrayList<>();
        for (Duty duty : wanted(roll)) {
            Duty known = announced.remove(duty.key());
            boolean news = known == null && !duty.dueOn().isBefore(roll.today());
            if (news || known != null && !known.dueOn().equals(duty.dueOn())) {
                steps.add(new Step.Announce(duty));
            }
        }
        announced.values().forEach(duty -> steps.add(ended(roll, duty)));
        return List.copyOf(steps);
    }

    /** What the roll asks for today. */
    static List<Duty> wanted(Roll roll) {
        List<Duty> wanted = new ArrayList<>();
        roll.present().forEach(member -> joined(roll, member).ifPresent(wanted::add));
        roll.changes().stream()
                .filter(change -> isPending(roll, change))
                .map(change -> new Duty(keyOf(change), Kind.TRAINING_POLICY_CHANGE, change.dueOn()))
                .forEach(wanted::add);
        return wanted;
    }

    private static Optional<Duty> joined(Roll roll, WorkforceMember member) {
        return roll.standings(member).stream()
                .filter(standing -> standing.completedOn().isEmpty())
                .map(Standing::dueOn)
                .min(Comparator.naturalOrder())
                .map(dueOn -> new Duty(keyOf(member), Kind.TRAINING_NEW_MEMBER, dueOn));
    }

    private static boolean isPending(Roll roll, PolicyChange change) {
        return roll.present().stream()
                .flatMap(member -> roll.standings(member).stream())
                .anyMatch(standing -> Standings.isPending(standing, change));
    }

    private static Step ended(Roll roll, Duty duty) {
        boolean trained = switch (duty.kind()) {
            case TRAINING_NEW_MEMBER ->
                roll.present().stream()
                        .filter(member -> keyOf(member).equals(duty.key()))
                        .anyMatch(member -> !roll.standings(member).isEmpty());
            case TRAINING_POLICY_CHANGE ->
                roll.changes().stream()
                        .filter(change -> keyOf(change).equals(duty.key()))
                        .anyMatch(change -> wasTaught(roll, change));
        };
        return trained ? new Step.Fulfil(duty) : new Step.CallOff(duty);
    }

    /** Somebody who is here has learnt since what has changed. */
    private static boolean wasTaught(Roll roll, PolicyChange change) {
        return roll.present().stream()
                .flatMap(member -> roll.standings(member).stream())
                .anyMatch(standing -> change.courses().contains(standing.course())
                        && standing.completedOn()
                                .map(done -> !done.isBefore(change.effectiveOn()))
                                .orElse(false));
    }

    private static String keyOf(PolicyChange change) {
        return CHANGED + change.id();
    }

    private static String keyOf(WorkforceMember member) {
        return JOINED + member.joinedOn() + "/" + member.person();
    }
}
