package org.candor.notification.roster;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.outbox.EventJson;
import org.candor.notification.roster.decision.Individual;
import org.candor.notification.roster.decision.PostalAddress;

/** What is sealed of a person: every personal field of the roster, in one value. */
public record PersonDetails(
        String externalId,
        String givenName,
        String familyName,
        PostalAddress address,
        boolean addressKnownBad,
        String residence,
        String email,
        boolean emailAgreed,
        String phone,
        boolean deceased,
        LocalDate diedOn,
        LocalDate bornOn,
        String representativeName,
        PostalAddress representativeAddress,
        PostalAddress confidentialAddress,
        boolean consentedHimself,
        boolean representativeExcluded) {

    private static final String PLACE = "person.sealed";

    static PersonDetails of(RosterRow row) {
        Individual person = row.person();
        return new PersonDetails(
                row.externalId(),
                person.givenName(),
                person.familyName(),
                person.address(),
                person.addressKnownBad(),
                person.residence(),
                person.email(),
                person.emailAgreed(),
                row.phone(),
                person.deceased(),
                person.diedOn().orElse(null),
                person.bornOn().orElse(null),
                person.representative().map(Individual.Representative::name).orElse(null),
                person.representative().map(Individual.Representative::address).orElse(null),
                person.confidentialAddress().orElse(null),
                person.consentedHimself(),
                person.representativeExcluded());
    }

    public Individual individual() {
        return new Individual(
                givenName,
                familyName,
                address,
                addressKnownBad,
                Optional.ofNullable(confidentialAddress),
                residence,
                email,
                emailAgreed,
                deceased,
                Optional.ofNullable(diedOn),
                Optional.ofNullable(bornOn),
                consentedHimself,
                Optional.ofNullable(representativeName)
                        .map(name -> new Individual.Representative(name, representativeAddress)),
                representativeExcluded);
    }

    /** The same person who agrees to e-mail, or does not any more. */
    PersonDetails agreeing(boolean agreed) {
        return new PersonDetails(
                externalId,
                givenName,
                familyName,
                address,
                addressKnownBad,
                residence,
                email,
                agreed,
                phone,
                deceased,
                diedOn,
                bornOn,
                representativeName,
                representativeAddress,
                confidentialAddress,
                consentedHimself,
                representativeExcluded);
    }

    byte[] seal(IncidentCipher cipher, UUID personId) {
        return cipher.seal(PLACE, personId, EventJson.write(this));
    }

    public static PersonDetails read(IncidentCipher cipher, UUID personId, byte[] sealed) {
        return EventJson.read(cipher.read(PLACE, personId, sealed), PersonDetails.class);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
