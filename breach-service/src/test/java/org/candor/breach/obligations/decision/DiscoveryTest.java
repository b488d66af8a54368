package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 45 CFR 164.404(a)(2) and 164.410(a)(2); policy III.C. */
class DiscoveryTest {

    @Test
    void keepsEveryCandidateAndSaysWhichOneDecidesAndWhy() {
        Discovery discovery =
                discovery("{'by': 'WRONGDOER', 'at': '2026-01-02'}, {'by': 'WORKFORCE', 'at': '2026-04-07'},"
                        + " {'by': 'AGENT', 'at': '2026-04-03', 'basis': 'REASONABLE_DILIGENCE'}");
        assertThat(discovery.on()).contains(LocalDate.of(2026, 4, 3));
        assertThat(discovery.candidates()).hasSize(3);
        assertThat(discovery.candidates().get(0).counted()).isEmpty();
        assertThat(discovery.candidates().get(0).why()).contains("never counts");
        assertThat(discovery.candidates().get(0).decides()).isFalse();
        assertThat(discovery.candidates().get(1).decides()).isFalse();
        assertThat(discovery.candidates().get(1).why()).startsWith("known to a member of the workforce");
        assertThat(discovery.candidates().get(2).decides()).isTrue();
        assertThat(discovery.candidates().get(2).why()).startsWith("with reasonable diligence known to an agent");
        assertThat(discovery.reason())
                .startsWith("earliest of 2 days that count: with reasonable diligence known to an agent");
    }

    @Test
    void speaksOfOneDayWhenOnlyOneCounts() {
        assertThat(discovery("{'by': 'WORKFORCE', 'at': '2026-04-07'}").reason())
                .isEqualTo("earliest of 1 day that counts: known to a member of the workforce, whose knowledge is the"
                        + " entity's");
    }

    @Test
    void takesTheFirstOfTwoCandidatesWithTheSameDay() {
        Discovery discovery = discovery("{'by': 'AGENT', 'at': '2026-04-07'}, {'by': 'WORKFORCE', 'at': '2026-04-07'}");
        assertThat(discovery.candidates().get(0).decides()).isTrue();
        assertThat(discovery.candidates().get(1).decides()).isFalse();
    }

    @Test
    void tellsBusinessAssociatesApartByAgencyAndByWhetherTheyHaveTold() {
        Discovery discovery = discovery(
                "{'by': 'BUSINESS_ASSOCIATE', 'at': '2026-03-01'}, {'by': 'BUSINESS_ASSOCIATE', 'at': '2026-03-02',"
                        + " 'toldEntityAt': '2026-03-20'}, {'by': 'BUSINESS_ASSOCIATE', 'at': '2026-03-10',"
                        + " 'agentOfEntity': true, 'toldEntityAt': '2026-03-15'}");
        assertThat(discovery.candidates().stream().map(Discovery.Candidate::why))
                .containsExactly(
                        "a business associate that is no agent has not told the entity yet",
                        "a business associate that is no agent told the entity on that day",
                        "known to a business associate that is an agent, whose knowledge is the entity's");
        assertThat(discovery.on()).contains(LocalDate.of(2026, 3, 10));
    }

    @Test
    void findsNoneWhileNobodyCounts() {
        Discovery discovery = discovery("{'by': 'WRONGDOER', 'at': '2026-01-02'}");
        assertThat(discovery.on()).isEmpty();
        assertThat(discovery.reason()).contains("nobody's knowledge counts");
    }

    @Test
    void countsAnInstantOnTheEntitysOwnCalendar() {
        Discovery discovery = discovery("{'by': 'WORKFORCE', 'at': '2026-04-08T04:59:59Z'}");
        assertThat(discovery.on()).contains(LocalDate.of(2026, 4, 7));
        assertThat(discovery("{'by': 'WORKFORCE', 'at': '2026-04-08T05:00:00Z'}")
                        .on())
                .contains(LocalDate.of(2026, 4, 8));
    }

    @Test
    void copesWithTenThousandCandidatesAndAThousandClocks() {
        String many = String.join(
                ",",
                IntStream.range(0, 10_000)
                        .mapToObj(i -> i < 1_000
                                ? "{'by': 'BUSINESS_ASSOCIATE', 'at': '2026-04-07', 'contractDays': 4}"
                                : "{'by': 'WRONGDOER', 'at': '2026-04-07'}")
                        .toList());
        Given given = Given.facts("{'knowledge': [" + many + "], 'individuals': {'total': 40}}");
        assertThat(given.computed().duties()).hasSize(3_000);
    }

    private static Discovery discovery(String knowledge) {
        return Given.breach()
                .with("knowledge", "[" + knowledge + "]")
                .computed()
                .discovery();
    }
}
