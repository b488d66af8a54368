package org.candor.notification.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.candor.notification.roster.decision.AddressFlaw;
import org.candor.notification.roster.decision.AddressQuality;
import org.candor.notification.roster.decision.PostalAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the shipped table of ZIP prefixes. */
class AddressQualityTest {

    private static final AddressQuality QUALITY = new AddressQuality(ZipPrefixFile.read());

    @ParameterizedTest
    @CsvSource({
        "12 Elm Street, Larkspur Falls, WI, 54901, false,",
        "12 Elm Street, Larkspur Falls, WI, 54901-1234, false,",
        "7 Lake Road, Rockford, IL, 61101, false,",
        "1 Sky Place, Hagåtña, GU, 96910, false,",
        "1 Bay, Honolulu, HI, 96801, false,",
        "'', Larkspur Falls, WI, 54901, false, STREET_MISSING",
        "12 Elm Street, '', WI, 54901, false, CITY_MISSING",
        "12 Elm Street, Larkspur Falls, '', 54901, false, STATE_MISSING",
        "12 Elm Street, Larkspur Falls, ZZ, 54901, false, STATE_UNKNOWN",
        "12 Elm Street, Larkspur Falls, WI, '', false, ZIP_MISSING",
        "12 Elm Street, Larkspur Falls, WI, 5490, false, ZIP_MALFORMED",
        "12 Elm Street, Larkspur Falls, WI, 60601, false, ZIP_OF_ANOTHER_STATE",
        "12 Elm Street, Larkspur Falls, WI, 54901, true, KNOWN_BAD",
    })
    void saysWhatIsWrong(String street, String city, String state, String zip, boolean bad, AddressFlaw flaw) {
        PostalAddress address = new PostalAddress(street, "", city, state, zip);

        if (flaw == null) {
            assertThat(QUALITY.flaws(address, bad)).isEmpty();
        } else {
            assertThat(QUALITY.flaws(address, bad)).containsExactly(flaw);
        }
    }
}
