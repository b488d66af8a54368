package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Law that is known but not computed makes a warning, never silence. */
class WarningsTest {

    @Test
    void asksCounselForEveryJurisdictionWithoutRules() {
        for (Jurisdiction jurisdiction : Jurisdiction.values()) {
            Given given = Given.breach()
                    .with("individuals", "{'total': 40, 'byJurisdiction': {'" + jurisdiction + "': 40}}")
                    .with("statePersonalInformation", "['" + jurisdiction + "']");
            assertThat(warnings(given))
                    .anyMatch(text ->
                            text.startsWith(jurisdiction.title() + " (") && text.endsWith("counsel must check"));
        }
    }

    @Test
    void saysWhetherDatesAreComputedBesideWhatIsKnown() {
        assertThat(warnings(residents("OH", 40))).anyMatch(text -> text.contains("no date is computed; "));
        assertThat(warnings(residents("IL", 40))).noneMatch(text -> text.startsWith("Illinois"));
        assertThat(warnings(residents("IL", 40).with("statePersonalInformation", "['IL']")))
                .anyMatch(text -> text.startsWith("Illinois") && text.contains("beside the dates given, "));
        assertThat(warnings(residents("OH", 0))).noneMatch(text -> text.startsWith("Ohio"));
    }

    @Test
    void missesResidentsWhereALawIsSaidToBeTriggered() {
        assertThat(warnings(Given.breach().with("statePersonalInformation", "['WI']")))
                .anyMatch(text -> text.startsWith("Wisconsin") && text.contains("no resident is counted"));
        assertThat(warnings(residents("WI", 1).with("statePersonalInformation", "['WI']")))
                .noneMatch(text -> text.contains("no resident is counted"));
    }

    @Test
    void saysWhenReliefHasNoEffect() {
        assertThat(warnings(residents("TX", 4).with("hipaaExemptionRelied", "['TX']")))
                .anyMatch(text -> text.startsWith("Texas: no relief"));
        assertThat(warnings(residents("WI", 4).with("hipaaExemptionRelied", "['WI']")))
                .noneMatch(text -> text.contains("relief for HIPAA entities"));
        assertThat(warnings(residents("WI", 4)
                        .with("hipaaExemptionRelied", "['WI']")
                        .with("unsecuredPhi", "false")))
                .anyMatch(text -> text.contains("as no HIPAA notice is owed"));
    }

    @Test
    void saysWhatPeopleOfUnknownResidenceCouldChange() {
        Given near = Given.breach().with("individuals", "{'total': 612, 'byJurisdiction': {'WI': 498, 'IL': 111}}");
        assertThat(warnings(near))
                .anyMatch(text -> text.startsWith("3 of 612 individuals have no known residence"))
                .anyMatch(text -> text.startsWith("Wisconsin: 498 residents are known"))
                .noneMatch(text -> text.startsWith("Illinois: 111"));
        assertThat(warnings(
                        Given.breach().with("individuals", "{'total': 612, 'byJurisdiction': {'WI': 505, 'IL': 104}}")))
                .noneMatch(text -> text.startsWith("Wisconsin: 505"));
        assertThat(warnings(residents("WI", 40))).noneMatch(text -> text.contains("no known residence"));
        assertThat(warnings(near.with("unsecuredPhi", "false")))
                .noneMatch(text -> text.contains("residents are known"));
    }

    @Test
    void remindsOfTheAddendumToAnEstimate() {
        assertThat(warnings(Given.breach().with("individuals", "{'total': 40, 'estimated': true}")))
                .anyMatch(text -> text.contains("addendum"));
        assertThat(warnings(Given.breach())).noneMatch(text -> text.contains("addendum"));
    }

    @Test
    void saysThatADayDoesNotRollOncePerDay() {
        Given given = residents("WI", 700).with("knowledge", "[{'by': 'WORKFORCE', 'at': '2026-05-05'}]");
        assertThat(warnings(given).stream().filter(text -> text.contains("does not roll")))
                .containsExactly("2026-07-04 is no business day: a due day does not roll, act before it");
    }

    @Test
    void saysThatDaySixtyIsTheOuterLimit() {
        assertThat(warnings(Given.breach())).anyMatch(text -> text.contains("without unreasonable delay"));
        assertThat(warnings(Given.breach().with("unsecuredPhi", "false")))
                .noneMatch(text -> text.contains("without unreasonable delay"));
        assertThat(warnings(Given.breach().with("knowledge", "[{'by': 'WRONGDOER', 'at': '2026-04-07'}]")))
                .anyMatch(text -> text.startsWith("no discovery yet"));
    }

    @Test
    void explainsHoldsThatDoLessThanTheySeemTo() {
        String first = "{'form': 'ORAL', 'statedOn': '2026-04-20'}";
        String second = "{'form': 'ORAL', 'statedOn': '2026-05-30'}";
        String undated = "{'form': 'WRITTEN', 'statedOn': '2026-04-20'}";
        String tooLate = "{'form': 'WRITTEN', 'statedOn': '2026-06-07', 'until': '2026-07-07'}";
        assertThat(holds(first)).noneMatch(WarningsTest::speaksOfHolds);
        assertThat(holds(first + "," + second)).anyMatch(text -> text.startsWith("a second oral statement"));
        assertThat(holds(undated)).anyMatch(text -> text.contains("gives no time"));
        assertThat(holds(tooLate)).anyMatch(text -> text.contains("does not cure the lateness"));
        assertThat(holds(tooLate.replace("06-07", "06-06"))).noneMatch(WarningsTest::speaksOfHolds);
    }

    @Test
    void takesTwoWritingsWithATimeForWhatTheyAre() {
        String one = "{'form': 'WRITTEN', 'statedOn': '2026-04-20', 'until': '2026-06-20'}";
        String two = "{'form': 'WRITTEN', 'statedOn': '2026-05-20', 'until': '2026-07-20'}";
        assertThat(holds(one + "," + two)).noneMatch(WarningsTest::speaksOfHolds);
    }

    @Test
    void saysNothingOfADueDayThatIsABusinessDay() {
        // Day 60 after Friday 10 April is Tuesday 9 June.
        Given given = residents("WI", 1).with("knowledge", "[{'by': 'WORKFORCE', 'at': '2026-04-10'}]");
        assertThat(warnings(given)).noneMatch(text -> text.startsWith("2026-06-09"));
    }

    @Test
    void speaksOfOuterLimitsOnlyWhereLettersAreOwedUnderFederalLaw() {
        Given state = residents("WI", 4).with("statePersonalInformation", "['WI']");
        assertThat(warnings(state)).anyMatch(text -> text.startsWith("the due days are outer limits"));
        assertThat(warnings(state.with("unsecuredPhi", "false")))
                .noneMatch(text -> text.startsWith("the due days are outer limits"));
    }

    @Test
    void asksCounselForWhatABusinessAssociateOwesByContract() {
        List<String> texts = warnings(residents("OH", 700).with("capacity", "'BUSINESS_ASSOCIATE'"));
        assertThat(texts).anyMatch(text -> text.startsWith("as a business associate"));
        assertThat(texts).noneMatch(text -> text.startsWith("Ohio"));
    }

    private static boolean speaksOfHolds(String text) {
        return Stream.of("second oral", "gives no time", "cure").anyMatch(text::contains);
    }

    private static List<String> holds(String delays) {
        return warnings(Given.breach().with("lawEnforcementDelays", "[" + delays + "]"));
    }

    private static Given residents(String code, int count) {
        return Given.breach()
                .with(
                        "individuals",
                        "{'total': " + Math.max(1, count) + ", 'byJurisdiction': {'" + code + "': " + count + "}}");
    }

    private static List<String> warnings(Given given) {
        return given.computed().warnings();
    }
}
