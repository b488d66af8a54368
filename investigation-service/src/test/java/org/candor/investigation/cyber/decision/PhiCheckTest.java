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
            DATE                   | Discharged in March 2026
            DATE                   | DISCHARGED MARCH 3, 2026
            DATE                   | discharged march 3, 2026
            DATE                   | discharged 12 may 2026
            DATE                   | discharged on the 3rd of march
            DATE                   | discharged 10-mar-2026
            DATE                   | Admitted on 2026/03/10
            DATE                   | Admitted in 03/2026
            PHONE                  | Reach her at +16085550142
            PHONE                  | Reach her at (608)555-0142
            PHONE                  | Reach her at 608/555-0142
            PHONE                  | Reach her at 608.555.0142
            PHONE                  | Reach her at 555-0142.
            FAX                    | Fax: 608-555-0143
            EMAIL                  | w.ashgrove@mail.example
            SOCIAL_SECURITY_NUMBER | 078-05-1120
            SOCIAL_SECURITY_NUMBER | 123.45.6789
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
                "The year was 2026. A dozen 45-year-old files were left alone.",
                "All 14 may be lost; staff may march on. CVE-2026-1234 and KB500-1234 were known.",
                "Between 100-2000 hosts, build 10.0.19045, release 2024.1.2, marching 2026 of them in decoys.",
                "Second 24 hours: junior staff of ward 12 may 3D-print; the augmented list is 2/3 done."
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASHGROVE, WILHELMINA",
                "ASHGROVE",
                "Files of Ashgrove-wife",
                "ashgrove, wilhelmina",
                "Wilhelmina\u00a0Ashgrove",
                "Ash\u00adgrove"
            })
    void findsPartsOfANameInAnyOrderAndCase(String text) {
        for (String name : List.of("Wilhelmina Ashgrove", "wilhelmina ashgrove", "ASHGROVE, Wilhelmina")) {
            PhiCheck check = new PhiCheck(new KnownIdentifiers(Set.of(name), Set.of()), List.of());
            assertThat(check.in("text", text))
                    .as(name)
                    .extracting(Finding::identifier)
                    .contains(Identifier.NAME);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"it will be a march", "the van of der team", "Willing Marchers", "will, and march", "De facto"})
    void ordinaryWordsAreNoPartsOfNames(String text) {
        Set<String> names = Set.of("Will March", "Jan van der Berg", "Rosa de Anda", ",", "\u200b");
        assertThat(new PhiCheck(new KnownIdentifiers(names, Set.of()), List.of()).in("text", text))
                .isEmpty();
    }

    /** Typeset dashes and spaces count as typed ones, and what nobody sees hides nothing; places are those of the text. */
    @Test
    void typesettingHidesNothingAndMovesNoPlace() {
        Map<String, String> expected = Map.of(
                "No 123\u201345\u20136789", "phi.SOCIAL_SECURITY_NUMBER.text.3-14",
                "Call 608\u00a0555\u20110142", "phi.PHONE.text.5-17",
                "\u200bCall 608-5\u00ad55-0142\u200b", "phi.PHONE.text.6-19",
                "\uD83D\uDCDE 608\u2212555\u22120142", "phi.PHONE.text.3-15");
        expected.forEach((text, code) ->
                assertThat(PhiCheck.codes(PATTERNS.in("text", text))).as(text).containsExactly(code));
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
        for (String piece :
                List.of("1 a ", "1:", "a-", "9", "A", "12 ", "0a:", "((((", "a.b@", "may 1 ", "1 of ", "555-")) {
            String text = piece.repeat(10_000 / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PATTERNS.in("text", text), piece);
        }
    }
}
