package org.candor.breach.associate.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.candor.breach.obligations.decision.Basis;
import org.candor.breach.obligations.decision.Knowledge;
import org.candor.breach.obligations.decision.Moment;
import org.candor.events.CaseEvent.KnownBy;

/**
 * What a business associate reported of its own knowledge (45 CFR 164.410). With the report it has told the entity, so its
 * clocks begin with its discovery and end with the receipt.
 *
 * @param discoveredOn as it says; empty when it does not
 * @param agent whether it calls itself an agent; empty when it does not know
 * @param contractDays days that its contract gives it, as it says
 * @param learnedAt when whoever reported learned of it; empty when not said
 */
public record Reported(
        Optional<LocalDate> discoveredOn,
        Optional<Boolean> agent,
        OptionalInt contractDays,
        Optional<Instant> learnedAt,
        Instant receivedAt) {

    /** What the register of business associates says of it. */
    public record Registered(boolean agent, OptionalInt contractDays) {}

    /**
     * As a candidate for the discovery. Whoever says no day knew at the latest when he told.
     *
     * <p>It counts as an agent when the register or its own report says so: the earlier day is the safe one (45 CFR
     * 164.404(a)(2)), until an officer says otherwise. The contract is the one in the register, where it is there.
     */
    public Knowledge knowledge(String key, ZoneId zone, Optional<Registered> registered) {
        Moment told = new Moment.AtInstant(receivedAt);
        boolean isAgent = registered.map(Registered::agent).orElse(false) || agent.orElse(false);
        OptionalInt days = registered.map(Registered::contractDays).orElse(OptionalInt.empty());
        return new Knowledge(
                key,
                KnownBy.BUSINESS_ASSOCIATE,
                Basis.ACTUAL,
                knewAt(told, zone),
                isAgent,
                Optional.of(told),
                days.isPresent() ? days : contractDays);
    }

    private Moment knewAt(Moment told, ZoneId zone) {
        Optional<Moment> said =
                discoveredOn.<Moment>map(Moment.OnDay::new).or(() -> learnedAt.map(Moment.AtInstant::new));
        return said.filter(moment -> !moment.day(zone).isAfter(told.day(zone))).orElse(told);
    }
}
