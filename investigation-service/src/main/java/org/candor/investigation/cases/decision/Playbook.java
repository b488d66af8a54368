package org.candor.investigation.cases.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candor.events.CasePhase;

/**
 * The steps of one technical phase and the order they must keep, as versioned data.
 *
 * @param version is kept with every entry, so that a later playbook does not rewrite an earlier case
 */
public record Playbook(CasePhase phase, int version, List<Step> steps, List<OrderRule> order) {

    public Playbook {
        steps = List.copyOf(steps);
        order = List.copyOf(order);
        refuseUnsound(phase, steps, order);
    }

    /** When a step must have an entry before the phase may end. */
    public enum Need {
        ALWAYS,
        IF_UNSAFE,
        OPTIONAL
    }

    /** What a step does that an order rule may speak about. */
    public enum Effect {
        CHANGES_SYSTEM,
        ALERTS_USERS
    }

    /**
     * One measure.
     *
     * @param purpose why it is done: every action is to lessen damage or prevent more (policy I.A.3.a)
     * @param citation where the policy asks for it
     * @param approval true where the security officer must approve what was done
     * @param repeatable true where each occurrence is an entry of its own
     */
    public record Step(
            String id,
            String title,
            String purpose,
            String citation,
            Need need,
            boolean approval,
            boolean repeatable,
            Set<Effect> effects) {

        public Step {
            effects = Set.copyOf(effects);
        }

        /** True where the other asks no less than this one. */
        boolean atLeast(Step other) {
            boolean asAsked = need == Need.OPTIONAL || other.need() == need || other.need() == Need.ALWAYS;
            return asAsked && (!approval || other.approval()) && other.effects().containsAll(effects);
        }

        boolean asked(Optional<Boolean> safe) {
            return need == Need.ALWAYS
                    || need == Need.IF_UNSAFE && safe.map(yes -> !yes).orElse(false);
        }
    }

    public Optional<Step> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    boolean hasEffect(String step, Effect effect) {
        return step(step).map(known -> known.effects().contains(effect)).orElse(false);
    }

    /**
     * What of another playbook is gone or weaker here. An organisation may add steps and rules of its own; it may not drop
     * the mandatory ones, nor their approval, nor an order rule.
     */
    public List<String> lacks(Playbook shipped) {
        List<String> lacks = new ArrayList<>();
        shipped.steps.stream()
                .filter(asked -> !step(asked.id()).map(asked::atLeast).orElse(asked.need() == Need.OPTIONAL))
                .forEach(asked -> lacks.add("step " + asked.id() + " (" + asked.title() + ")"));
        shipped.order.stream()
                .filter(rule -> !order.contains(rule))
                .forEach(rule -> lacks.add("order rule " + rule.id()));
        return List.copyOf(lacks);
    }

    private static void refuseUnsound(CasePhase phase, List<Step> steps, List<OrderRule> order) {
        Set<String> ids = new HashSet<>();
        List<String> faults = new ArrayList<>();
        steps.stream()
                .map(Step::id)
                .filter(id -> !ids.add(id))
                .forEach(id -> faults.add("step " + id + " stands twice"));
        order.stream()
                .flatMap(rule -> rule.steps().stream())
                .filter(id -> !ids.contains(id))
                .forEach(id -> faults.add("an order rule names step " + id + ", which is not there"));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("Playbook " + phase + ": " + String.join("; ", faults));
        }
    }
}
