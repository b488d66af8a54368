package org.candor.notification.roster.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.candor.events.NoticeMethod;

/**
 * Who is told and how. The rules are asked in this order and the first that answers decides; {@link Reason} names it.
 *
 * <pre>
 *   dead over 50 years                       → nobody                    160.103
 *   dead, representative's address usable    → letter to him             164.404(d)(1)(ii)
 *   dead otherwise                           → nobody, never counted     164.404(d)(1)(ii), (d)(2)
 *   representative who is recognised         → letter to him             164.502(g)(1)
 *   minor who did not consent himself        → letter to parent          164.502(g)(3)
 *   asked for another address                → letter there, or nowhere  164.522(b)
 *   agreed to e-mail                         → e-mail                    164.404(d)(1)(i)
 *   own address usable                       → letter                    164.404(d)(1)(i)
 *   otherwise                                → substitute notice         164.404(d)(2)
 * </pre>
 *
 * A representative is not recognised for a minor who lawfully consented himself (164.502(g)(3)(i)), and where the organisation
 * has decided so to protect the person (164.502(g)(5)). Readings on which counsel may differ: an agreement to e-mail is the
 * person's own, so that it does not count where somebody acts for him; and an address that he asked for binds although it
 * can't be used: nothing goes to the one he wanted to be avoided.
 */
public final class WayOfNotice {

    /** Which rule decided, with its section. */
    public enum Reason {
        DEAD_OVER_FIFTY_YEARS("45 CFR 160.103"),
        NEXT_OF_KIN_OF_THE_DEAD("45 CFR 164.404(d)(1)(ii)"),
        DEAD_WITHOUT_KNOWN_NEXT_OF_KIN("45 CFR 164.404(d)(1)(ii)"),
        NEXT_OF_KIN_UNREACHABLE("45 CFR 164.404(d)(2)"),
        AGREED_TO_EMAIL("45 CFR 164.404(d)(1)(i)"),
        PERSONAL_REPRESENTATIVE("45 CFR 164.502(g)"),
        PARENT_OF_A_MINOR("45 CFR 164.502(g)(3)"),
        MINOR_WHO_CONSENTED("45 CFR 164.502(g)(3)(i)"),
        REPRESENTATIVE_EXCLUDED("45 CFR 164.502(g)(5)"),
        CONFIDENTIAL_ADDRESS("45 CFR 164.522(b)"),
        CONFIDENTIAL_ADDRESS_UNUSABLE("45 CFR 164.522(b)"),
        LAST_KNOWN_ADDRESS("45 CFR 164.404(d)(1)(i)"),
        NO_USABLE_ADDRESS("45 CFR 164.404(d)(2)");

        private final String citation;

        Reason(String citation) {
            this.citation = citation;
        }

        public String citation() {
            return citation;
        }
    }

    /** How the addressee stands to the affected person. */
    public enum Capacity {
        SELF,
        REPRESENTATIVE,
        PARENT_OR_GUARDIAN,
        NEXT_OF_KIN
    }

    /**
     * The answer.
     *
     * @param addressee as he is addressed; empty when nobody is
     * @param flaws of the address that was looked at
     */
    public record Decision(
            NoticeMethod method,
            Reason reason,
            String addressee,
            Capacity capacity,
            PostalAddress address,
            Set<AddressFlaw> flaws) {

        public Decision {
            flaws = Set.copyOf(flaws);
        }

        /** Counts toward the ten of 45 CFR 164.404(d)(2): a living person whose contact data does not do. */
        public boolean undeliverableLiving() {
            return reason == Reason.NO_USABLE_ADDRESS || reason == Reason.CONFIDENTIAL_ADDRESS_UNUSABLE;
        }

        /** Never counts toward the ten. */
        public boolean undeliverableNextOfKin() {
            return reason == Reason.NEXT_OF_KIN_UNREACHABLE;
        }
    }

    private static final int YEARS_OF_PROTECTION = 50;
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+'&/=?^`{|}~!#$*-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

    private final AddressQuality quality;

    public WayOfNotice(AddressQuality quality) {
        this.quality = quality;
    }

    /** @param today local day of the entity; the state of agreement and address at sending decides */
    public Decision decide(Individual person, LocalDate today) {
        return person.deceased() ? forTheDead(person, today) : forTheLiving(person, today, true);
    }

    /** The way when e-mail has failed for good: the rules from the letter on. */
    public Decision withoutEmail(Individual person, LocalDate today) {
        return person.deceased() ? forTheDead(person, today) : forTheLiving(person, today, false);
    }

    private Decision forTheDead(Individual person, LocalDate today) {
        if (person.diedOn()
                .filter(day -> day.plusYears(YEARS_OF_PROTECTION).isBefore(today))
                .isPresent()) {
            return nobody(Reason.DEAD_OVER_FIFTY_YEARS, Set.of());
        }
        Optional<Individual.Representative> kin = person.representative();
        if (kin.isEmpty() || kin.get().address().isBlank()) {
            return nobody(Reason.DEAD_WITHOUT_KNOWN_NEXT_OF_KIN, Set.of());
        }
        Set<AddressFlaw> flaws = quality.flaws(kin.get().address(), false);
        if (!flaws.isEmpty()) {
            return nobody(Reason.NEXT_OF_KIN_UNREACHABLE, flaws);
        }
        return letter(
                Reason.NEXT_OF_KIN_OF_THE_DEAD,
                kin.get().name(),
                Capacity.NEXT_OF_KIN,
                kin.get().address());
    }

    private Decision forTheLiving(Individual person, LocalDate today, boolean emailWorks) {
        return representative(person, today)
                .or(() -> parent(person, today))
                .or(() -> confidential(person))
                .or(() -> emailWorks ? email(person) : Optional.empty())
                .orElseGet(() -> lastKnownAddress(person, today));
    }

    private Optional<Decision> representative(Individual person, LocalDate today) {
        return person.recognisedOn(today)
                .filter(one -> quality.flaws(one.address(), false).isEmpty())
                .map(one -> letter(Reason.PERSONAL_REPRESENTATIVE, one.name(), Capacity.REPRESENTATIVE, one.address()));
    }

    /** To the parent or guardian where the minor lives, or where they asked to be written to. */
    private Optional<Decision> parent(Individual person, LocalDate today) {
        if (!person.representedAsMinorOn(today)) {
            return Optional.empty();
        }
        PostalAddress address = person.confidentialAddress().orElse(person.address());
        boolean knownBad = person.confidentialAddress().isEmpty() && person.addressKnownBad();
        Set<AddressFlaw> flaws = quality.flaws(address, knownBad);
        return Optional.of(
                flaws.isEmpty()
                        ? letter(Reason.PARENT_OF_A_MINOR, person.name(), Capacity.PARENT_OR_GUARDIAN, address)
                        : substitute(Reason.NO_USABLE_ADDRESS, person, flaws));
    }

    private Optional<Decision> confidential(Individual person) {
        return person.confidentialAddress().map(address -> {
            Set<AddressFlaw> flaws = quality.flaws(address, false);
            return flaws.isEmpty()
                    ? letter(Reason.CONFIDENTIAL_ADDRESS, person.name(), Capacity.SELF, address)
                    : substitute(Reason.CONFIDENTIAL_ADDRESS_UNUSABLE, person, flaws);
        });
    }

    private static Optional<Decision> email(Individual person) {
        return person.emailAgreed() && isEmail(person.email())
                ? Optional.of(new Decision(
                        NoticeMethod.EMAIL,
                        Reason.AGREED_TO_EMAIL,
                        person.name(),
                        Capacity.SELF,
                        person.address(),
                        Set.of()))
                : Optional.empty();
    }

    private Decision lastKnownAddress(Individual person, LocalDate today) {
        Set<AddressFlaw> flaws = quality.flaws(person.address(), person.addressKnownBad());
        return flaws.isEmpty()
                ? letter(ownReason(person, today), person.name(), Capacity.SELF, person.address())
                : substitute(Reason.NO_USABLE_ADDRESS, person, flaws);
    }

    /** Why the letter is addressed to the person himself. */
    private static Reason ownReason(Individual person, LocalDate today) {
        if (person.representativeExcluded()
                && (person.minorOn(today) || person.representative().isPresent())) {
            return Reason.REPRESENTATIVE_EXCLUDED;
        }
        return person.minorOn(today) ? Reason.MINOR_WHO_CONSENTED : Reason.LAST_KNOWN_ADDRESS;
    }

    /** A plausible address of the usual form; whether it works shows in sending. */
    public static boolean isEmail(String text) {
        return text.length() <= 254 && EMAIL.matcher(text).matches();
    }

    private static Decision letter(Reason reason, String addressee, Capacity capacity, PostalAddress address) {
        return new Decision(NoticeMethod.FIRST_CLASS_MAIL, reason, addressee, capacity, address, Set.of());
    }

    private static Decision substitute(Reason reason, Individual person, Set<AddressFlaw> flaws) {
        return new Decision(
                NoticeMethod.SUBSTITUTE_POSTING, reason, person.name(), Capacity.SELF, PostalAddress.NONE, flaws);
    }

    private static Decision nobody(Reason reason, Set<AddressFlaw> flaws) {
        return new Decision(NoticeMethod.NONE, reason, "", Capacity.NEXT_OF_KIN, PostalAddress.NONE, flaws);
    }
}
