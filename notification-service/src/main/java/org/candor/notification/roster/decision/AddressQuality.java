package org.candor.notification.roster.decision;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what is wrong with an address. An address without flaws can be mailed to. */
public final class AddressQuality {

    private static final Pattern ZIP = Pattern.compile("\\d{5}(-?\\d{4})?");

    private final ZipPrefixes prefixes;

    public AddressQuality(ZipPrefixes prefixes) {
        this.prefixes = prefixes;
    }

    /** @param knownBad the organisation knows that mail does not arrive there */
    public Set<AddressFlaw> flaws(PostalAddress address, boolean knownBad) {
        Set<AddressFlaw> flaws = EnumSet.noneOf(AddressFlaw.class);
        if (address.street().isBlank()) {
            flaws.add(AddressFlaw.STREET_MISSING);
        }
        if (address.city().isBlank()) {
            flaws.add(AddressFlaw.CITY_MISSING);
        }
        flaws.addAll(stateAndZip(address));
        if (knownBad) {
            flaws.add(AddressFlaw.KNOWN_BAD);
        }
        return flaws;
    }

    private Set<AddressFlaw> stateAndZip(PostalAddress address) {
        Set<AddressFlaw> flaws = EnumSet.noneOf(AddressFlaw.class);
        if (address.state().isBlank()) {
            flaws.add(AddressFlaw.STATE_MISSING);
        } else if (!prefixes.knows(address.state())) {
            flaws.add(AddressFlaw.STATE_UNKNOWN);
        }
        if (address.zip().isBlank()) {
            flaws.add(AddressFlaw.ZIP_MISSING);
        } else if (!ZIP.matcher(address.zip()).matches()) {
            flaws.add(AddressFlaw.ZIP_MALFORMED);
        } else if (prefixes.knows(address.state()) && !prefixes.agree(address.zip(), address.state())) {
            flaws.add(AddressFlaw.ZIP_OF_ANOTHER_STATE);
        }
        return flaws;
    }
}
