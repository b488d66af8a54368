package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candor.breach.obligations.decision.Facts.Individuals;
import org.candor.breach.obligations.decision.Facts.Undeliverable;

/**
 * What an officer records about who is affected and what holds the notices.
 *
 * @param individuals empty until somebody has counted or estimated
 */
public record NoticeFacts(
        Capacity capacity,
        Optional<LocalDate> determinedOn,
        long part2Records,
        Optional<Individuals> individuals,
        Set<Jurisdiction> statePersonalInformation,
        Set<Jurisdiction> hipaaExemptionRelied,
        List<LawEnforcementDelay> delays,
        Undeliverable undeliverable,
        boolean urgent) {

    /** Before anything was recorded. */
    public static NoticeFacts of(Capacity capacity) {
        return new NoticeFacts(
                capacity,
                Optional.empty(),
                0,
                Optional.empty(),
                Set.of(),
                Set.of(),
                List.of(),
                new Undeliverable(0, 0),
                false);
    }

    public NoticeFacts {
        statePersonalInformation = Set.copyOf(statePersonalInformation);
        hipaaExemptionRelied = Set.copyOf(hipaaExemptionRelied);
        delays = List.copyOf(delays);
    }

    public NoticeFacts counting(Individuals counted, Undeliverable bad) {
        return new NoticeFacts(
                capacity,
                determinedOn,
                part2Records,
                Optional.of(counted),
                statePersonalInformation,
                hipaaExemptionRelied,
                delays,
                bad,
                urgent);
    }

    /** What is otherwise in the newer facts, in words without a name: was so, is now so. */
    public List<String> changesTo(NoticeFacts newer) {
        List<String> changes = new ArrayList<>();
        addChange(changes, "capacity", capacity, newer.capacity);
        addChange(changes, "determined on", day(determinedOn), day(newer.determinedOn));
        addChange(changes, "individuals", total(), newer.total());
        for (Jurisdiction jurisdiction : Jurisdiction.values()) {
            addChange(changes, "residents of " + jurisdiction, residents(jurisdiction), newer.residents(jurisdiction));
        }
        addChange(changes, "Part 2 records", part2Records, newer.part2Records);
        addChange(changes, "undeliverable, living", undeliverable.living(), newer.undeliverable.living());
        addChange(changes, "undeliverable, next of kin", undeliverable.nextOfKin(), newer.undeliverable.nextOfKin());
        addChange(changes, "laws of States", sorted(statePersonalInformation), sorted(newer.statePersonalInformation));
        addChange(changes, "relief relied on", sorted(hipaaExemptionRelied), sorted(newer.hipaaExemptionRelied));
        addChange(changes, "law-enforcement statements", delays.size(), newer.delays.size());
        addChange(changes, "urgent", urgent, newer.urgent);
        return List.copyOf(changes);
    }

    private static void addChange(List<String> changes, String what, Object was, Object now) {
        if (!was.equals(now)) {
            changes.add(what + ": was " + was + ", is now " + now);
        }
    }

    private String total() {
        return individuals
                .map(counted -> (counted.estimated() ? "about " : "") + counted.total())
                .orElse("not counted");
    }

    private long residents(Jurisdiction jurisdiction) {
        return individuals
                .map(counted -> counted.residents().getOrDefault(jurisdiction, 0L))
                .orElse(0L);
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("the day of discovery");
    }

    private static List<Jurisdiction> sorted(Set<Jurisdiction> jurisdictions) {
        return jurisdictions.stream().sorted().toList();
    }
}
