package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that the duties of one breach depend on.
 *
 * @param determinedOn when the entity had enough to conclude; empty where it is the day of discovery
 * @param unsecuredPhi false where the data was secured, is no PHI, or an exception applies
 * @param part2Records people whose records are also records under 42 CFR Part 2
 * @param statePersonalInformation jurisdictions whose own law the data elements trigger
 * @param hipaaExemptionRelied jurisdictions whose relief for HIPAA entities is relied on
 * @param asOf the day on which lateness is asked
 */
public record Facts(
        Capacity capacity,
        ZoneId zone,
        List<Knowledge> knowledge,
        Optional<LocalDate> determinedOn,
        boolean unsecuredPhi,
        long part2Records,
        Individuals individuals,
        Set<Jurisdiction> statePersonalInformation,
        Set<Jurisdiction> hipaaExemptionRelied,
        List<LawEnforcementDelay> delays,
        Undeliverable undeliverable,
        boolean urgent,
        Sent sent,
        Optional<LocalDate> asOf) {

    public Facts {
        knowledge = List.copyOf(knowledge);
        delays = List.copyOf(delays);
        statePersonalInformation = ordered(statePersonalInformation);
        hipaaExemptionRelied = ordered(hipaaExemptionRelied);
    }

    /**
     * Who is affected.
     *
     * @param total may be an estimate
     * @param residents by where people live, never by where they were treated
     */
    public record Individuals(long total, boolean estimated, Map<Jurisdiction, Long> residents) {
        public Individuals {
            Map<Jurisdiction, Long> ordered = new EnumMap<>(Jurisdiction.class);
            ordered.putAll(residents);
            residents = Collections.unmodifiableMap(ordered);
        }

        long residentsOf(Jurisdiction jurisdiction) {
            return residents.getOrDefault(jurisdiction, 0L);
        }

        /** People with a known residence. */
        long resident() {
            long sum = 0;
            for (long count : residents.values()) {
                sum += count;
            }
            return sum;
        }
    }

    /** Addressees whose contact data is insufficient or out of date; next of kin never count (164.404(d)(2)). */
    public record Undeliverable(long living, long nextOfKin) {}

    /** What was done, and on which day. */
    public record Sent(
            Optional<LocalDate> individualFirst,
            Optional<LocalDate> hhs,
            Optional<LocalDate> media,
            Optional<LocalDate> substitutePostingStarted) {

        /** Nothing yet. */
        public static final Sent NOTHING =
                new Sent(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Set<Jurisdiction> ordered(Set<Jurisdiction> jurisdictions) {
        Set<Jurisdiction> ordered = EnumSet.noneOf(Jurisdiction.class);
        ordered.addAll(jurisdictions);
        return Collections.unmodifiableSet(ordered);
    }
}
