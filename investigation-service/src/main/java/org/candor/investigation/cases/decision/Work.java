package org.candor.investigation.cases.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The measures taken, in the order they were recorded. Entries are only ever added.
 *
 * @param safe the answer to "is it safe to continue"; empty until decided in this round
 * @param approvals of entries whose step needs one
 * @param idle present while the case has been quiet for too long
 */
public record Work(List<StepEntry> entries, Optional<Boolean> safe, List<Approval> approvals, Optional<IdleDuty> idle) {

    public Work {
        entries = List.copyOf(entries);
        approvals = List.copyOf(approvals);
    }

    static Work none() {
        return new Work(List.of(), Optional.empty(), List.of(), Optional.empty());
    }

    Work recorded(StepEntry entry) {
        List<StepEntry> all = new ArrayList<>(entries);
        all.add(entry);
        return new Work(all, safe, approvals, idle);
    }

    Work decided(boolean safeToContinue) {
        return new Work(entries, Optional.of(safeToContinue), approvals, idle);
    }

    Work forgetSafety() {
        return new Work(entries, Optional.empty(), approvals, idle);
    }

    Work approved(Approval approval) {
        List<Approval> all = new ArrayList<>(approvals);
        all.add(approval);
        return new Work(entries, safe, all, idle);
    }

    Work idle(Optional<IdleDuty> duty) {
        return new Work(entries, safe, approvals, duty);
    }

    boolean isApproved(StepEntry entry) {
        return approvals.stream().anyMatch(approval -> approval.entry().equals(entry.id()));
    }

    /** True for who recorded the entry, or the one it replaces: he proposed what is to be approved. */
    boolean proposedBy(String person, StepEntry entry) {
        return entry.recordedBy().equals(person)
                || entries.stream()
                        .filter(earlier -> entry.replaces().equals(Optional.of(earlier.id())))
                        .anyMatch(earlier -> proposedBy(person, earlier));
    }

    /** The entries of a round that no later entry replaces. */
    public List<StepEntry> standing(int round) {
        Set<UUID> replaced =
                entries.stream().flatMap(entry -> entry.replaces().stream()).collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> entry.round() == round && !replaced.contains(entry.id()))
                .toList();
    }

    /** The newest standing entry of a step in a round. */
    Optional<StepEntry> newest(String step, int round) {
        return standing(round).stream()
                .filter(entry -> entry.step().equals(step))
                .reduce((earlier, later) -> later);
    }

    Optional<StepEntry> standing(UUID entry, int round) {
        return standing(round).stream().filter(one -> one.id().equals(entry)).findFirst();
    }
}
