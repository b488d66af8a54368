package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.candor.breach.obligations.RuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Start-up refuses rule data that contradicts itself, and says in which line and entry. */
class RuleBookTest {

    private static final String SOUND = entry("X-1", "'from': '2020-01-01'", "'scope': 'US'", "'days': 60");

    @Test
    void takesTheShippedRules() {
        assertThat(Given.BOOK.rules()).hasSizeGreaterThan(30);
        assertThat(Given.BOOK.version()).contains("federal").contains("states").contains("jurisdictions");
        assertThat(Given.BOOK.rules()).allSatisfy(rule -> {
            assertThat(rule.evidence().source()).isNotBlank();
            assertThat(rule.evidence().verified()).isNotBlank();
            assertThat(rule.recipient()).isNotBlank();
        });
    }

    /** The book of the other tests is read once; this one is read here, and leads to the same. */
    @Test
    void leadsToTheSameDutiesWheneverItIsRead() {
        ComputingObligations fresh = new ComputingObligations(RuleFiles.shipped());
        for (Given given : ConformanceTest.facts()) {
            assertThat(keys(fresh.answer(given.facts()))).isEqualTo(keys(given.answer()));
        }
    }

    @Test
    void oneResidentIsEnoughForTheLawOfAState() {
        Given one = Given.breach()
                .with("individuals", "{'total': 40, 'byJurisdiction': {'WI': 1}}")
                .with("statePersonalInformation", "['WI']");
        assertThat(one.duty("WI-IND").due()).isEqualTo(LocalDate.of(2026, 5, 22));
    }

    @Test
    void refusesAnIdThatStandsTwice() {
        refuses(SOUND + ",\n" + SOUND, "own.json line 3, entry X-1", "own.json line 2");
    }

    @Test
    void refusesAPrincipleOrAJurisdictionThatStandsTwice() {
        String principle =
                "{'id': 'DELAY-ORAL', 'citation': 'a section', 'says': 'a sentence', 'days': 90, 'readings': [],"
                        + " 'readIn': 'a text', 'verified': '2026-11-21'}";
        assertThatThrownBy(() -> shippedWith("{'principles': [\n" + principle + "]}"))
                .isInstanceOf(RuleDataRefused.class)
                .hasMessageContaining("federal.json line")
                .hasMessageContaining("DELAY-ORAL")
                .hasMessageContaining("stands already at own.json line 2");
        String law = "{'code': 'AL', 'statute': 'a', 'known': 'b', 'readIn': 'c', 'verified': '2026-11-21'}";
        assertThatThrownBy(() -> shippedWith("{'jurisdictions': [\n" + law + "]}"))
                .isInstanceOf(RuleDataRefused.class)
                .hasMessageContaining("AL")
                .hasMessageContaining("stands already");
    }

    @Test
    void refusesAFieldThatNobodyReads() {
        refuses(SOUND.replace("'citation'", "'helt': true, 'citation'"), "line 2, entry X-1", "unknown field helt");
    }

    @ParameterizedTest(name = "{1} in place of {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'days': 60 | 'days': '60' | days is no whole number",
                "'days': 60 | 'days': 60.5 | days is no whole number",
                "'days': 60 | 'days': null | days is no whole number",
                "'days': 60 | 'days': 6000000000 | days is no whole number",
                "'days': 60 | 'days': 60, 'held': 'yes' | held is neither true nor false",
                "'days': 60 | 'days': 60, 'count': 500 | count holds something that is no object",
                "'days': 60 | 'days': 60, 'count': {'of': 'TOTAL', 'atLeast': '500'} | count.atLeast is no whole number",
                "'days': 60 | 'days': 60, 'count': {'of': 'TOTAL', 'atLeast': 1, 'lessThan': 500} | unknown field lessThan",
                "'days': 60 | 'days': 60, 'must': 'a word' | must is no list",
                "'days': 60 | 'days': 60, 'must': [7] | must is no text",
                "'days': 60 | 'days': 60, 'readings': ['a'] | readings holds something that is no object",
                "'days': 60 | 'days': 60, 'readings': [{'id': 'A', 'taken': 'b'}] | readings.other is no text",
                "'a section' | 7 | citation is no text"
            })
    void refusesAValueOfTheWrongKind(String sound, String wrong, String what) {
        refuses(SOUND.replace(sound, wrong), "own.json line 2, entry X-1", what);
    }

    @Test
    void refusesAnEntryThatIsNoObjectInsteadOfDroppingTheRest() {
        refuses("7,\n" + SOUND, "own.json line 2", "no object");
        refuses(SOUND + ",\nnull", "own.json line 3", "no object");
    }

    @Test
    void refusesAListThatNobodyReadsAndAListThatIsNone() {
        assertThatThrownBy(() -> shippedWith("{'edition': 'own',\n'ruels': []}"))
                .isInstanceOf(RuleDataRefused.class)
                .hasMessageContaining("own.json line 2, entry ruels");
        assertThatThrownBy(() -> shippedWith("{'edition': 'own',\n'rules': {}}"))
                .isInstanceOf(RuleDataRefused.class)
                .hasMessageContaining("own.json line 2, entry rules");
    }

    @Test
    void refusesDaysThatCountBackward() {
        refuses(SOUND.replace("'days': 60", "'days': -1"), "entry X-1", "counted forward");
    }

    @Test
    void takesADutyOfTheAnchorDayItself() throws IOException {
        assertThat(book(SOUND.replace("'days': 60", "'days': 0")).rules())
                .hasSize(Given.BOOK.rules().size() + 1);
    }

    @Test
    void refusesEffectiveDatesThatOverlapForTheSameDuty() {
        String other = entry("X-2", "'duty': 'X-1', 'from': '2021-01-01'", "'scope': 'US'", "'days': 30");
        refuses(SOUND + ",\n" + other, "entry X-2", "effective dates overlap with X-1");
    }

    @Test
    void refusesOverlapAlsoWhenTheLaterStandsFirstAndWhenTheyShareOneDay() {
        String later = entry("X-2", "'duty': 'X', 'from': '2021-01-01'", "'scope': 'US'", "'days': 30");
        String earlier =
                entry("X-3", "'duty': 'X', 'from': '2019-01-01', 'until': '2021-01-01'", "'scope': 'US'", "'days': 30");
        refuses(later + ",\n" + earlier, "entry X-3", "effective dates overlap with X-2");
        refuses(earlier + ",\n" + later, "entry X-2", "effective dates overlap with X-3");
    }

    @Test
    void takesARuleThatReplacesAnotherTheNextDay() throws IOException {
        String earlier =
                entry("X-3", "'duty': 'X', 'from': '2019-01-01', 'until': '2020-12-31'", "'scope': 'US'", "'days': 30");
        String later = entry("X-2", "'duty': 'X', 'from': '2021-01-01'", "'scope': 'US'", "'days': 30");
        assertThat(book(earlier + ",\n" + later).rules())
                .hasSize(Given.BOOK.rules().size() + 2);
    }

    @Test
    void takesRulesOfOneDutyWhoseCountsExcludeEachOther() throws IOException {
        String few = counted("X-2", "'fewerThan': 10");
        String many = counted("X-3", "'atLeast': 10");
        assertThat(book(few + ",\n" + many).rules()).hasSize(Given.BOOK.rules().size() + 2);
        assertThat(book(counted("X-2", "'moreThan': 9") + ",\n" + counted("X-3", "'fewerThan': 10"))
                        .rules())
                .hasSize(Given.BOOK.rules().size() + 2);
    }

    @Test
    void refusesCountsThatShareANumber() {
        refuses(counted("X-2", "'fewerThan': 11") + ",\n" + counted("X-3", "'atLeast': 10"), "entry X-3", "overlap");
        refuses(counted("X-2", "'moreThan': 8") + ",\n" + counted("X-3", "'fewerThan': 10"), "entry X-3", "overlap");
        refuses(counted("X-2", "'atLeast': 3") + ",\n" + counted("X-3", "'atLeast': 10"), "entry X-3", "overlap");
    }

    @Test
    void takesTheSameDutyInAnotherCapacity() throws IOException {
        String other = entry("X-2", "'duty': 'X-1', 'from': '2020-01-01'", "'scope': 'US'", "'days': 30")
                .replace("COVERED_ENTITY", "BUSINESS_ASSOCIATE");
        assertThat(book(SOUND + ",\n" + other).rules())
                .hasSize(Given.BOOK.rules().size() + 2);
    }

    @Test
    void refusesAnUnknownAnchor() {
        refuses(SOUND.replace("'anchor': 'DISCOVERY'", "'anchor': 'FULL_MOON'"), "line 2, entry X-1", "FULL_MOON");
    }

    @Test
    void refusesARuleThatEndsBeforeItBegins() {
        refuses(
                entry("X-1", "'from': '2020-01-02', 'until': '2020-01-01'", "'scope': 'US'", "'days': 60"),
                "entry X-1",
                "ends before it begins");
    }

    @Test
    void takesARuleOfOneDay() throws IOException {
        String oneDay = entry("X-1", "'from': '2020-01-01', 'until': '2020-01-01'", "'scope': 'US'", "'days': 60");
        assertThat(book(oneDay).rules()).hasSize(Given.BOOK.rules().size() + 1);
    }

    @Test
    void refusesAnUnknownJurisdiction() {
        refuses(entry("X-1", "'from': '2020-01-01'", "'scope': 'XX'", "'days': 60"), "entry X-1", "XX");
    }

    @Test
    void refusesARuleForEachJurisdictionThatCountsNoResidents() {
        refuses(entry("X-1", "'from': '2020-01-01'", "'scope': 'EACH'", "'days': 60"), "entry X-1", "residents");
    }

    @Test
    void refusesACountWithoutABound() {
        refuses(counted("X-1", "").replace(", }", "}"), "entry X-1", "a count needs a bound");
    }

    @Test
    void refusesOpenDaysThatNoContractFills() {
        refuses(entry("X-1", "'from': '2020-01-01'", "'scope': 'US'", "'held': true"), "entry X-1", "days open");
    }

    @Test
    void refusesABusinessAssociatesClockWithoutItsKnowledge() {
        refuses(SOUND.replace("'DISCOVERY'", "'BUSINESS_ASSOCIATE_KNEW'"), "entry X-1", "business associate");
        refuses(SOUND.replace("'UNSECURED_PHI'", "'BUSINESS_ASSOCIATE_KNEW'"), "entry X-1", "business associate");
    }

    @Test
    void refusesToStartWithoutThePrinciplesOfTheHold() {
        assertThatThrownBy(() -> new RuleFiles()
                        .read("own.json", stream("{'rules': []}"))
                        .book())
                .isInstanceOf(RuleDataRefused.class)
                .hasMessageContaining("principles")
                .hasMessageContaining("DELAY-ORAL");
    }

    @Test
    void refusesToStartWhenNothingIsKnownOfAJurisdiction() {
        assertThatThrownBy(() -> new RuleFiles()
                        .read("/rules/federal.json", RuleBookTest.class.getResourceAsStream("/rules/federal.json"))
                        .book())
                .isInstanceOf(RuleDataRefused.class)
                .hasMessageContaining("jurisdictions")
                .hasMessageContaining("AL");
    }

    @Test
    void appliesARuleFromItsFirstDayThroughItsLast() {
        Rule rule = Given.BOOK.rules().stream()
                .filter(candidate -> candidate.id().equals("CA-IND"))
                .findFirst()
                .orElseThrow();
        assertThat(rule.inForceOn(rule.from())).isTrue();
        assertThat(rule.inForceOn(rule.from().minusDays(1))).isFalse();
    }

    @Test
    void leavesARuleBehindAfterItsLastDay() throws IOException {
        RuleBook book = book(entry("X-1", "'from': '2020-01-01', 'until': '2026-04-07'", "'scope': 'US'", "'days': 7"));
        ComputingObligations computing = new ComputingObligations(book);
        assertThat(keys(computing.answer(Given.breach().facts()))).contains("X-1");
        assertThat(keys(computing.answer(Given.breach()
                        .with("knowledge", "[{'by': 'WORKFORCE', 'at': '2026-04-08'}]")
                        .facts())))
                .doesNotContain("X-1");
    }

    private static java.util.List<String> keys(Answer answer) {
        return ((Answer.Computed) answer).duties().stream().map(Duty::key).toList();
    }

    private static String counted(String id, String bound) {
        return entry(id, "'duty': 'X', 'from': '2020-01-01'", "'scope': 'US'", "'days': 60")
                .replace("'kind'", "'count': {'of': 'TOTAL', " + bound + "}, 'kind'");
    }

    private static String entry(String id, String dates, String scope, String days) {
        return "{'id': '" + id + "', 'kind': 'HHS_NOTICE', " + scope + ", 'capacity': 'COVERED_ENTITY', " + dates
                + ", 'when': 'UNSECURED_PHI', 'anchor': 'DISCOVERY', " + days + ", 'unit': 'CALENDAR',"
                + " 'recipient': 'somebody', 'citation': 'a section', 'says': 'a sentence', 'readIn': 'a text',"
                + " 'verified': '2026-11-21'}";
    }

    private static void refuses(String entries, String place, String what) {
        assertThatThrownBy(() -> book(entries))
                .isInstanceOf(RuleDataRefused.class)
                .hasMessageContaining(place)
                .hasMessageContaining(what);
    }

    private static RuleBook book(String entries) throws IOException {
        return shippedWith("{'edition': 'own', 'rules': [\n" + entries + "]}");
    }

    private static RuleBook shippedWith(String own) throws IOException {
        RuleFiles files = new RuleFiles().read("own.json", stream(own));
        for (String name :
                java.util.List.of("/rules/federal.json", "/rules/states.json", "/rules/jurisdictions.json")) {
            files.read(name, RuleBookTest.class.getResourceAsStream(name));
        }
        return files.book();
    }

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
