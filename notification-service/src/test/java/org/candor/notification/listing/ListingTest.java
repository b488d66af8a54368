package org.candor.notification.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {

    @ParameterizedTest
    @CsvSource({"=1+1,'''=1+1'", "+1,'''+1'", "-x,'''-x'", "@cmd,'''@cmd'", "Quill,Quill", "12 Elm = 3,12 Elm = 3"})
    void aCellCannotBecomeAFormula(String text, String cell) {
        assertThat(Listing.safe(text)).isEqualTo(cell);
    }
}
