package org.candor.breach.obligations.decision;

import java.util.Optional;
import java.util.OptionalInt;
import org.candor.events.CaseEvent.KnownBy;

/**
 * Somebody knew of the breach: a candidate for its discovery (45 CFR 164.404(a)(2), 164.410(a)(2)).
 *
 * @param key names the candidate and stays the same when others are added
 * @param agentOfEntity of a business associate: whether it is an agent under the federal common law of agency
 * @param toldEntityAt of a business associate: when it told the entity
 * @param contractDays of a business associate: days within which its contract makes it tell
 */
public record Knowledge(
        String key,
        KnownBy by,
        Basis basis,
        Moment at,
        boolean agentOfEntity,
        Optional<Moment> toldEntityAt,
        OptionalInt contractDays) {

    /** A candidate who is no business associate. */
    public static Knowledge of(String key, KnownBy by, Basis basis, Moment at) {
        return new Knowledge(key, by, basis, at, false, Optional.empty(), OptionalInt.empty());
    }

    /** The same under another key. */
    public Knowledge named(String name) {
        return new Knowledge(name, by, basis, at, agentOfEntity, toldEntityAt, contractDays);
    }

    /** True for the same person's knowledge at the same time. */
    public boolean saysTheSameAs(Knowledge other) {
        return named(other.key).equals(other);
    }

    /** True when a field is filled that means nothing of somebody else. */
    public boolean saysWhatOnlyConcernsABusinessAssociate() {
        return !ofBusinessAssociate() && (agentOfEntity || toldEntityAt.isPresent() || contractDays.isPresent());
    }

    boolean ofBusinessAssociate() {
        return by == KnownBy.BUSINESS_ASSOCIATE;
    }
}
