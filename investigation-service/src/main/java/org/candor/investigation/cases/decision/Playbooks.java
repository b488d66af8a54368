package org.candor.investigation.cases.decision;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candor.events.CasePhase;

/** The playbook of each technical phase; an installation without one of them does not start. */
public final class Playbooks {

    private static final List<CasePhase> TECHNICAL =
            List.of(CasePhase.CONTAINMENT, CasePhase.ERADICATION, CasePhase.RECOVERY);

    private final Map<CasePhase, Playbook> byPhase = new EnumMap<>(CasePhase.class);

    /** @throws IllegalArgumentException when a technical phase has no playbook */
    public Playbooks(Playbook... playbooks) {
        Arrays.stream(playbooks).forEach(playbook -> byPhase.put(playbook.phase(), playbook));
        List<CasePhase> absent =
                TECHNICAL.stream().filter(phase -> !byPhase.containsKey(phase)).toList();
        if (!absent.isEmpty()) {
            throw new IllegalArgumentException("There is no playbook for " + absent);
        }
    }

    public List<Playbook> all() {
        return List.copyOf(byPhase.values());
    }

    public Playbook of(CasePhase phase) {
        return byPhase.get(phase);
    }

    /** The playbook that holds a step. */
    public Optional<Playbook> holding(String step) {
        return byPhase.values().stream()
                .filter(playbook -> playbook.step(step).isPresent())
                .findFirst();
    }

    public Optional<Playbook.Step> step(String id) {
        return holding(id).flatMap(playbook -> playbook.step(id));
    }
}
