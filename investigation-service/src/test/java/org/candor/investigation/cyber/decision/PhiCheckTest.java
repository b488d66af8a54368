package org.candor.investigation.cyber.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candor.investigation.cyber.decision.PhiCheck.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhiCheckTest {

    private static final KnownIdentifiers NOTHING = new KnownIdentifiers(Set.of(), Set.of());
    private static final PhiCheck PATTERNS = new PhiCheck(NOTHING, List.of());

    /** 45 CFR 164.514(b)(2)(i)(A) to (R), at least one way of writing each. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NAME                   | Spoke with Mrs. Ashgrove about it
            NAME                   | The patient Wilhelmina Ashgrove called
            GEOGRAPHIC_UNIT        | Lives at 12 North Mill Road
            GEOGRAPHIC_UNIT        | Send it to P.O. Box 118
            GEOGRAPHIC_UNIT        | Larkspur Falls, WI 53000
            GEOGRAPHIC_UNIT        | A resident of Dane County
            GEOGRAPHIC_UNIT        | A resident of the Town of Verona
            DATE                   | Admitted on 2026-03-07
            DATE                   | Born 02/03/1950
            DATE                   | Discharged March 7, 2026
            DATE                   | Discharged on 7 March
            DATE                   | A 93-year-old
            PHONE                  | Reach her at (608) 555-0142
            PHONE                  | Reach her at +16085550142
            FAX                    | Fax: 608-555-0143
            EMAIL                  | w.ashgrove@mail.example
            SOCIAL_SECURITY_NUMBER | 078-05-1120
            SOCIAL_SECURITY_NUMBER | SSN ending in 1120
            MEDICAL_RECORD_NUMBER  | MRN: 204481
            HEALTH_PLAN_NUMBER     | Member ID W-2044812
            HEALTH_PLAN_NUMBER     | 1EG4-TE5-MK73
            ACCOUNT_NUMBER         | account no. 7731204
            ACCOUNT_NUMBER         | 4111 1111 1111 1111
            CERTIFICATE_OR_LICENCE | licence number W25040
            VEHICLE                | 1HGCM82633A004352
            VEHICLE                | plate 442-KLM
            DEVICE                 | serial number PX-55210
            DEVICE                 | 00:1B:44:11:3A:B7
            URL                    | https://portal.example/charts?id=7
            IP_ADDRESS             | 203.0.113.9
            IP_ADDRESS             | 2001:db8:0:0:0:0:2:1
            IP_ADDRESS             | 2001:db8::7
            BIOMETRIC              | her fingerprint
            PHOTOGRAPH             | with a photo of her
            PHOTOGRAPH             | ashgrove.jpg
            OTHER_UNIQUE           | ticket 88120042
            """)
    void findsEachKindOfIdentifier(Identifier kind, String text) {
        assertThat(PATTERNS.in("text", text)).extracting(Finding::identifier).contains(kind);
    }

    @Test
    void theTableOfKindsIsWhole() {
        assertThat(Patterns.ALL).extracting(Patterns.Shape::identifier).containsAll(EnumSet.allOf(Identifier.class));
        assertThat(Arrays.stream(Identifier.values()).map(Identifier::citation))
                .hasSize(18)
                .doesNotHaveDuplicates()
                .startsWith("45 CFR 164.514(b)(2)(i)(A)")
                .endsWith("45 CFR 164.514(b)(2)(i)(R)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Servers were encrypted at night; a note asks for payment in bitcoin.",
                "About 600 records on 3 servers; version 2.4.1 of the agent was out of date.",
                "The attack used a known weakness, and 14 accounts of staff were locked.",
                "The year was 2026. A dozen 45-year-old files were left alone."
            })
    void leavesPlainReportsAlone(String text) {
        assertThat(PATTERNS.in("text", text)).isEmpty();
    }

    @Test
    void findsNamesOfTheCaseHoweverTheyAreWritten() {
        PhiCheck check = new PhiCheck(new KnownIdentifiers(Set.of("Wilhelmina Ashgrove"), Set.of()), List.of());
        for (String text : List.of(
                "files of wilhelmina ashgrove", "WILHELMINA  ASHGROVE", "files of Ashgrove", "Wilhelmina's files")) {
            assertThat(check.in("text", text))
                    .as(text)
                    .extracting(Finding::identifier)
                    .contains(Identifier.NAME);
        }
        assertThat(check.in("text", "the ashgrove of trees, Ashgroves")).isEmpty();
    }

    @Test
    void findsNumbersOfTheCaseHoweverTheyAreGrouped() {
        PhiCheck check = new PhiCheck(new KnownIdentifiers(Set.of(), Set.of("204481")), List.of());
        assertThat(check.in("text", "row 204-481 was read"))
                .containsExactly(new Finding("text", Identifier.OTHER_UNIQUE, 4, 11));
        assertThat(check.in("text", "row 1204481x was read"))
                .extracting(Finding::from)
                .doesNotContain(5);
    }

    @Test
    void saysThePlaceAndNeverTheText() {
        List<Finding> found = PATTERNS.in("text", "Call (608) 555-0142 now");
        assertThat(PhiCheck.codes(found)).containsExactly("phi.PHONE.text.5-19");
    }

    @Test
    void gathersNamesAndNumbersFromWhatPeopleWrote() {
        KnownIdentifiers known = KnownIdentifiers.of(
                List.of("Casper Lindqvist", "anonymous"),
                List.of("LF-204481"),
                List.of("Chart of Wilhelmina Ashgrove, account 7731-204; the Security Officer and City Clinic know."));
        assertThat(known.names()).containsExactlyInAnyOrder("Casper Lindqvist", "Wilhelmina Ashgrove");
        assertThat(known.numbers()).containsExactlyInAnyOrder("LF204481", "7731204");
    }

    /** An attacker's address is what indicators are made of; a person's is not, and neither is what hides in an address. */
    @Test
    void anIndicatorIsTheAttackersUnlessTheCaseKnowsItAsAPersons() {
        Indicator server = new Indicator(Indicator.Type.IPV4, "203.0.113.9", Optional.empty());
        Indicator link = new Indicator(
                Indicator.Type.URL, "https://bad.example/x?mail=w.ashgrove@mail.example", Optional.empty());
        Indicator clean = new Indicator(Indicator.Type.URL, "https://bad.example/gate.php", Optional.empty());
        Map<Indicator, List<Identifier>> expected =
                Map.of(server, List.of(), link, List.of(Identifier.EMAIL), clean, List.of());
        expected.forEach((indicator, kinds) -> assertThat(
                        DraftCheck.findings("Attack", "See " + indicator.value(), List.of(indicator), "City", NOTHING))
                .extracting(Finding::identifier)
                .isEqualTo(kinds));
        assertThat(DraftCheck.findings(
                        "Attack",
                        "See below",
                        List.of(server),
                        "City",
                        KnownIdentifiers.of(List.of(), List.of("203.0.113.9"), List.of())))
                .extracting(Finding::identifier)
                .containsExactlyInAnyOrder(Identifier.OTHER_UNIQUE);
    }

    @Test
    void theOrganisationsOwnNameIsNobodys() {
        String text = "The City of Larkspur Falls was attacked";
        assertThat(DraftCheck.findings("Attack", text, List.of(), "City of Larkspur Falls", NOTHING))
                .isEmpty();
        assertThat(DraftCheck.findings("Attack", text, List.of(), "Somebody else", NOTHING))
                .isNotEmpty();
    }

    /** Patterns must not take longer than the square of the text allows, whatever is pasted into them. */
    @Test
    void longHostileTextIsCheckedInTime() {
        for (String piece : List.of("1 a ", "1:", "a-", "9", "A", "12 ", "0a:", "((((", "a.b@")) {
            String text = piece.repeat(10_000 / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PATTERNS.in("text", text), piece);
        }
    }
}
