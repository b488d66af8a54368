package org.candor.breach.assessment.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.Facts.Individuals;
import org.candor.breach.obligations.decision.Facts.Undeliverable;
import org.candor.breach.obligations.decision.Jurisdiction;
import org.candor.breach.obligations.decision.LawEnforcementDelay;

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
    public static final NoticeFacts NONE = new NoticeFacts(
            Capacity.COVERED_ENTITY,
            Optional.empty(),
            0,
            Optional.empty(),
            Set.of(),
            Set.of(),
            List.of(),
            new Undeliverable(0, 0),
            false);

    public NoticeFacts {
        statePersonalInformation = Set.copyOf(statePersonalInformation);
        hipaaExemptionRelied = Set.copyOf(hipaaExemptionRelied);
        delays = List.copyOf(delays);
    }

    NoticeFacts counting(Individuals counted, Undeliverable bad) {
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
}
