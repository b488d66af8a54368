package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every duty says why it exists, from where its day is counted, and on which readings it rests. */
class ReasonsTest {

    private static final String BIG = "{'total': 700, 'byJurisdiction': {'WI': 620, 'IL': 80}}";
    private static final String ORAL = "[{'form': 'ORAL', 'statedOn': '2026-05-20'}]";

    @Test
    void namesTheCountTheComparatorAndTheThreshold() {
        Given given = Given.breach().with("individuals", BIG).with("undeliverable", "{'living': 9}");
        assertThat(given.duty("US-HHS").reason()).startsWith("700 individuals in all, at least 500: ");
        assertThat(given.duty("US-MEDIA-WI").reason()).startsWith("620 residents, more than 500: ");
        assertThat(given.duty("US-SUBSTITUTE").reason())
                .startsWith("9 living people without a usable address, at least 1 and fewer than 10: ");
        assertThat(given.with("part2Records", "3").duty("US-PART2").reason())
                .startsWith("3 people with Part 2 records, at least 1 and fewer than 500: ");
        assertThat(given.duty("US-INDIVIDUAL").reason()).startsWith("every affected individual");
    }

    @Test
    void namesTheAnchor() {
        Given given = Given.breach()
                .with("individuals", "{'total': 1400, 'byJurisdiction': {'NY': 200, 'FL': 1100}}")
                .with("statePersonalInformation", "['NY', 'FL']");
        assertThat(given.duty("US-INDIVIDUAL").reason()).endsWith("; 60 calendar days after discovery on 2026-04-07");
        assertThat(given.duty("FL-IND").reason())
                .endsWith("; 30 calendar days after the determination that there was a breach");
        assertThat(given.duty("FL-CRA").reason()).endsWith("; on the day of the letters");
        assertThat(given.duty("NY-REG-HHS").reason()).endsWith("; 5 business days after the report to the Secretary");
        assertThat(Given.breach().duty("US-HHS").reason())
                .endsWith("; 60 calendar days after the end of 2026, the year of discovery");
        assertThat(Given.breach().with("urgent", "true").duty("US-URGENT").reason())
                .endsWith("; on the day of discovery on 2026-04-07");
    }

    @Test
    void saysWhenTheLettersOrTheStatesReliefMakeTheDay() {
        Given given = Given.breach().with("individuals", BIG).with("sent", "{'individualFirst': '2026-05-01'}");
        assertThat(given.duty("US-HHS").reason()).endsWith("; due with the first letters");
        Given late = Given.breach().with("individuals", BIG).with("sent", "{'individualFirst': '2026-06-06'}");
        assertThat(late.duty("US-HHS").reason()).endsWith("; 60 calendar days after discovery on 2026-04-07");
        assertThat(washington().duty("WA-REG").reason())
                .endsWith("; on the HIPAA timetable, as the State's relief is relied on");
    }

    @Test
    void namesTheDaysOfABusinessAssociate() {
        Given given = Given.breach()
                .with("knowledge", "[{'by': 'BUSINESS_ASSOCIATE', 'at': '2026-04-07', 'contractDays': 1}]");
        assertThat(given.duty("US-BA-CONTRACT-0").reason())
                .endsWith("; 1 calendar day after the business associate knew on 2026-04-07");
    }

    @Test
    void saysWhatAHoldDoes() {
        Given given = Given.breach().with("lawEnforcementDelays", ORAL);
        assertThat(given.duty("US-INDIVIDUAL").reason())
                .endsWith("; a law-enforcement statement holds it until 2026-06-19, which moves the due day from"
                        + " 2026-06-06 to 2026-06-19");
        assertThat(given.duty("US-HHS").reason()).endsWith("until 2026-06-19, which does not move the due day");
    }

    @Test
    void carriesTheReadingsOfTheRule() {
        Given given = Given.breach().with("individuals", BIG);
        assertThat(ids(given.duty("US-HHS"))).containsExactly("HHS-CONTEMPORANEOUS");
        assertThat(ids(given.duty("US-INDIVIDUAL"))).isEmpty();
    }

    @Test
    void carriesTheReadingsOfTheHoldsThatAreThere() {
        Given oral = Given.breach().with("lawEnforcementDelays", ORAL);
        assertThat(ids(oral.duty("US-INDIVIDUAL")))
                .containsExactlyInAnyOrder("LAST-DAY", "UNDATED-WRITING", "SECOND-ORAL");
        Given written = Given.breach()
                .with("lawEnforcementDelays", "[{'form': 'WRITTEN', 'statedOn': '2026-06-10', 'until': '2026-06-20'}]");
        assertThat(ids(written.duty("US-INDIVIDUAL")))
                .containsExactlyInAnyOrder("LAST-DAY", "WRITTEN-KEEPS-ORAL", "NO-CURE");
        Given state = Given.breach()
                .with("individuals", BIG)
                .with("statePersonalInformation", "['WI']")
                .with("lawEnforcementDelays", ORAL);
        assertThat(ids(state.duty("WI-IND"))).contains("HOLD-STATE", "RELIEF-NEEDS-NOTICE");
        assertThat(ids(state.duty("IL-REG-HHS"))).isEmpty();
    }

    @Test
    void carriesTheReadingOfTheReliefWhereTheStateGrantsOne() {
        assertThat(ids(washington().duty("WA-REG"))).containsExactly("RELIEF-NEEDS-NOTICE");
    }

    private static Given washington() {
        return Given.breach()
                .with("individuals", "{'total': 700, 'byJurisdiction': {'WA': 700}}")
                .with("statePersonalInformation", "['WA']")
                .with("hipaaExemptionRelied", "['WA']");
    }

    private static java.util.List<String> ids(Duty duty) {
        return duty.readings().stream().map(Reading::id).toList();
    }
}
