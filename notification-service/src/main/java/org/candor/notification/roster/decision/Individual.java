package org.candor.notification.roster.decision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An affected person as the rules see him.
 *
 * @param addressKnownBad mail to the address is known not to arrive
 * @param residence postal code of the jurisdiction where he lives, empty when unknown
 * @param emailAgreed he agreed to electronic notice and has not withdrawn that
 * @param deceased known to be dead
 * @param diedOn empty when the day is unknown
 * @param representative next of kin or personal representative
 */
public record Individual(
        String givenName,
        String familyName,
        PostalAddress address,
        boolean addressKnownBad,
        String residence,
        String email,
        boolean emailAgreed,
        boolean deceased,
        Optional<LocalDate> diedOn,
        Optional<LocalDate> bornOn,
        Optional<Representative> representative) {

    /** Who acts for the person, or is next of kin to the dead. */
    public record Representative(String name, PostalAddress address) {}

    public String name() {
        return (givenName + " " + familyName).strip();
    }

    boolean minorOn(LocalDate day) {
        return bornOn.filter(born -> born.plusYears(18).isAfter(day)).isPresent();
    }
}
