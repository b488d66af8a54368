package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts that contradict themselves are refused with the name of what they break; nothing is guessed. */
class PreconditionsTest {

    @ParameterizedTest(name = "{0} is refused at {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "determinedOn | '2026-04-06' | DETERMINED_BEFORE_DISCOVERY | /determinedOn",
                "sent | {'individualFirst': '2026-04-06'} | SENT_BEFORE_DISCOVERY | /sent/individualFirst",
                "sent | {'hhs': '2026-04-06'} | SENT_BEFORE_DISCOVERY | /sent/hhs",
                "sent | {'media': '2026-04-06'} | SENT_BEFORE_DISCOVERY | /sent/media",
                "sent | {'substitutePostingStarted': '2026-04-06'} | SENT_BEFORE_DISCOVERY | /sent/substitutePostingStarted",
                "lawEnforcementDelays | [{'form': 'ORAL', 'statedOn': '2026-04-06'}] | STATED_BEFORE_DISCOVERY | /lawEnforcementDelays/0/statedOn",
                "lawEnforcementDelays | [{'form': 'ORAL', 'statedOn': '2026-04-07', 'until': '2026-04-07'}, {'form': 'WRITTEN', 'statedOn': '2026-04-09', 'until': '2026-04-08'}] | DELAY_ENDS_BEFORE_STATED | /lawEnforcementDelays/1/until",
                "individuals | {'total': 10, 'byJurisdiction': {'WI': 6, 'IL': 5}} | RESIDENTS_OVER_TOTAL | /individuals/byJurisdiction",
                "part2Records | 41 | PART2_RECORDS_OVER_TOTAL | /part2Records",
                "undeliverable | {'living': 41} | UNDELIVERABLE_OVER_TOTAL | /undeliverable/living",
                "knowledge | [{'by': 'BUSINESS_ASSOCIATE', 'at': '2026-04-07', 'toldEntityAt': '2026-04-06'}] | TOLD_BEFORE_KNOWN | /knowledge/0/toldEntityAt"
            },
            quoteCharacter = '"')
    void refuses(String field, String json, Precondition which, String pointer) {
        List<Precondition.Broken> broken = broken(Given.breach().with(field, json));
        assertThat(broken).hasSize(1);
        assertThat(broken.getFirst().which()).isEqualTo(which);
        assertThat(broken.getFirst().pointer()).isEqualTo(pointer);
        assertThat(broken.getFirst().text()).isNotBlank();
    }

    @ParameterizedTest(name = "{0} may be {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "knowledge | [{'by': 'WORKFORCE', 'at': '2009-09-22'}]",
                "knowledge | [{'by': 'WORKFORCE', 'at': '1900-01-01'}]",
                "knowledge | [{'by': 'WORKFORCE', 'at': '2026-04-07'}, {'by': 'WORKFORCE', 'at': '2026-04-07', 'agentOfEntity': true}]",
                "knowledge | [{'by': 'AGENT', 'at': '2026-04-07', 'toldEntityAt': '2026-04-06', 'contractDays': 0}]",
                "knowledge | [{'by': 'WRONGDOER', 'at': '2004-01-01'}, {'by': 'WORKFORCE', 'at': '2026-04-07'}]",
                "determinedOn | '2026-04-07'",
                "sent | {'individualFirst': '2026-04-07', 'hhs': '2026-04-07', 'media': '2026-04-07'}",
                "lawEnforcementDelays | [{'form': 'ORAL', 'statedOn': '2026-04-07', 'until': '2026-04-07'}]",
                "individuals | {'total': 11, 'byJurisdiction': {'WI': 6, 'IL': 5}}",
                "part2Records | 40",
                "undeliverable | {'living': 40, 'nextOfKin': 99}",
                "knowledge | [{'by': 'BUSINESS_ASSOCIATE', 'at': '2026-04-07', 'toldEntityAt': '2026-04-07'}]",
                "knowledge | [{'by': 'WORKFORCE', 'at': '2026-04-07', 'agentOfEntity': false}]"
            },
            quoteCharacter = '"')
    void acceptsTheDayItself(String field, String json) {
        assertThat(Given.breach().with(field, json).answer()).isInstanceOf(Answer.Computed.class);
    }

    @Test
    void answersADiscoveryBeforeTheRuleBeganAndWarnsOfIt() {
        Given old = Given.breach()
                .with("knowledge", "[{'by': 'WORKFORCE', 'at': '2009-09-22'}]")
                .with("individuals", "{'total': 40, 'byJurisdiction': {'WI': 3}}")
                .with("statePersonalInformation", "['WI']");
        assertThat(old.duty("US-INDIVIDUAL").due()).isEqualTo(LocalDate.of(2009, 11, 21));
        assertThat(old.duty("US-HHS").due()).isEqualTo(LocalDate.of(2010, 3, 1));
        assertThat(old.duty("WI-IND").due()).isEqualTo(LocalDate.of(2009, 11, 6));
        assertThat(old.computed().warnings()).anyMatch(text -> text.contains("45 CFR 164.400"));
        old.with("knowledge", "[{'by': 'WORKFORCE', 'at': '2009-09-23'}]");
        assertThat(old.computed().warnings()).noneMatch(text -> text.contains("45 CFR 164.400"));
    }

    @Test
    void passesOverWhatOnlyConcernsABusinessAssociateAndSaysSo() {
        Given idle = Given.breach()
                .with(
                        "knowledge",
                        "[{'by': 'WRONGDOER', 'at': '2026-04-01', 'agentOfEntity': true, 'toldEntityAt': '2026-03-01'},"
                                + " {'by': 'WORKFORCE', 'at': '2026-04-07', 'contractDays': 3}]");
        assertThat(idle.computed().discovery().on()).contains(LocalDate.of(2026, 4, 7));
        assertThat(idle.computed().duties()).noneMatch(duty -> duty.key().startsWith("US-BA"));
        assertThat(idle.computed().warnings()).anyMatch(text -> text.endsWith("other entries of knowledge: 2"));
    }

    @Test
    void countsAContractOfAnyLengthThatACalendarCanName() {
        Given given = Given.breach()
                .with("knowledge", "[{'by': 'BUSINESS_ASSOCIATE', 'at': '2100-12-31', 'contractDays': 2885000}]");
        assertThat(given.duty("US-BA-CONTRACT-0").due())
                .isEqualTo(LocalDate.of(2100, 12, 31).plusDays(2_885_000));
        assertThat(given.duty("US-BA-CONTRACT-0").due().getYear()).isEqualTo(9999);
    }

    @Test
    void refusesEveryDateWhileNobodyCounts() {
        Given given =
                Given.facts("{'knowledge': [{'by': 'WRONGDOER', 'at': '2026-04-07'}], 'individuals': {'total': 4},"
                        + " 'determinedOn': '2026-04-09', 'sent': {'hhs': '2026-04-09'},"
                        + " 'lawEnforcementDelays': [{'form': 'ORAL', 'statedOn': '2026-04-09'}]}");
        assertThat(broken(given).stream().map(Precondition.Broken::which))
                .containsExactly(
                        Precondition.NOBODY_COUNTS_YET, Precondition.NOBODY_COUNTS_YET, Precondition.NOBODY_COUNTS_YET);
    }

    @Test
    void comparesTwoInstantsAsInstantsAndADayWithAnInstantByDays() {
        assertThat(broken(told("'2026-04-07T12:00:00Z'", "'2026-04-07T11:59:00Z'")))
                .hasSize(1);
        assertThat(told("'2026-04-07T12:00:00Z'", "'2026-04-07T12:00:00Z'").answer())
                .isInstanceOf(Answer.Computed.class);
        assertThat(told("'2026-04-07T12:00:00Z'", "'2026-04-07'").answer()).isInstanceOf(Answer.Computed.class);
        assertThat(told("'2026-04-07'", "'2026-04-07T06:00:00Z'").answer()).isInstanceOf(Answer.Computed.class);
        assertThat(broken(told("'2026-04-07'", "'2026-04-07T04:00:00Z'"))).hasSize(1);
    }

    private static Given told(String at, String told) {
        return Given.breach()
                .with("knowledge", "[{'by': 'BUSINESS_ASSOCIATE', 'at': " + at + ", 'toldEntityAt': " + told + "}]");
    }

    private static List<Precondition.Broken> broken(Given given) {
        return ((Answer.Refused) given.answer()).broken();
    }
}
