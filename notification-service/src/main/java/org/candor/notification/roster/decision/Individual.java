package org.candor.notification.roster.decision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An affected person as the rules see him.
 *
 * @param addressKnownBad mail to the address is known not to arrive
 * @param confidentialAddress where he asked to be written to instead (45 CFR 164.522(b))
 * @param residence postal code of the jurisdiction where he lives, empty when unknown
 * @param emailAgreed he agreed to electronic notice and has not withdrawn that
 * @param deceased known to be dead
 * @param diedOn empty when the day is unknown
 * @param consentedHimself a minor who lawfully consented to the care, or may be treated as if (45 CFR 164.502(g)(3)(i))
 * @param representative next of kin or personal representative
 * @param representativeExcluded the organisation has decided not to treat him as the representative, since the person may be
 *     subject to abuse by him or be endangered (45 CFR 164.502(g)(5))
 */
public record Individual(
        String givenName,
        String familyName,
        PostalAddress address,
        boolean addressKnownBad,
        Optional<PostalAddress> confidentialAddress,
        String residence,
        String email,
        boolean emailAgreed,
        boolean deceased,
        Optional<LocalDate> diedOn,
        Optional<LocalDate> bornOn,
        boolean consentedHimself,
        Optional<Representative> representative,
        boolean representativeExcluded) {

    /** Who acts for the person, or is next of kin to the dead. */
    public record Representative(String name, PostalAddress address) {}

    public String name() {
        return (givenName + " " + familyName).strip();
    }

    boolean minorOn(LocalDate day) {
        return bornOn.filter(born -> born.plusYears(18).isAfter(day)).isPresent();
    }

    /** A parent or guardian stands in for a minor, but where he consented himself or the parent is excluded. */
    boolean representedAsMinorOn(LocalDate day) {
        return minorOn(day) && !consentedHimself && !representativeExcluded;
    }

    /** The representative stands in for the person (45 CFR 164.502(g)(1)). */
    Optional<Representative> recognisedOn(LocalDate day) {
        boolean actsAlone = minorOn(day) && consentedHimself;
        return representative.filter(
                one -> !representativeExcluded && !actsAlone && !one.name().isBlank());
    }
}
