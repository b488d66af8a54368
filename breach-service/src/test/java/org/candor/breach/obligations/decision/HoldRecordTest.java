package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.candor.breach.obligations.decision.HoldRecord.Effect;
import org.candor.breach.obligations.decision.LawEnforcementDelay.Form;
import org.junit.jupiter.api.Test;

/** Each law-enforcement statement, what it does and why, in the order of the days on which they were made. */
class HoldRecordTest {

    /** Letters are due on 6 June. */
    private static final LocalDate LETTERS = LocalDate.of(2026, 6, 6);

    @Test
    void anOralStatementHoldsForThirtyDaysFromItsDay() {
        Effect effect = only(oral("2026-05-20", null));
        assertThat(effect.counts()).isTrue();
        assertThat(effect.through()).contains(LocalDate.of(2026, 6, 19));
        assertThat(effect.moves()).isTrue();
        assertThat(effect.why()).isEqualTo("an oral statement holds for at most 30 days from its day");
    }

    @Test
    void anOralStatementThatNamesAnEarlierDayEndsThen() {
        assertThat(only(oral("2026-05-20", "2026-06-18")).through()).contains(LocalDate.of(2026, 6, 18));
        assertThat(only(oral("2026-05-20", "2026-06-20")).through()).contains(LocalDate.of(2026, 6, 19));
    }

    @Test
    void aWritingWithATimeHoldsForThatTime() {
        Effect effect = only(written("2026-05-20", "2026-09-01"));
        assertThat(effect.through()).contains(LocalDate.of(2026, 9, 1));
        assertThat(effect.why()).isEqualTo("a writing that gives a time holds for that time");
        assertThat(effect.moves()).isTrue();
    }

    @Test
    void aWritingWithoutATimeIsHeldLikeAnOralOne() {
        Effect effect = only(written("2026-05-20", null));
        assertThat(effect.through()).contains(LocalDate.of(2026, 6, 19));
        assertThat(effect.why()).startsWith("a writing without a time, like an oral one,");
    }

    @Test
    void aSecondOralStatementAddsNothing() {
        List<Effect> effects = effects(oral("2026-06-01", null), oral("2026-05-20", null));
        assertThat(effects).extracting(Effect::counts).containsExactly(true, false);
        assertThat(effects.get(0).statement().statedOn()).isEqualTo(LocalDate.of(2026, 5, 20));
        assertThat(effects.get(1).through()).isEmpty();
        assertThat(effects.get(1).moves()).isFalse();
        assertThat(effects.get(1).why()).contains("ask for a writing that gives a time");
    }

    @Test
    void anEarlierWritingTakesNothingFromTheFirstOralStatement() {
        List<Effect> effects = effects(written("2026-05-01", "2026-05-05"), oral("2026-05-20", null));
        assertThat(effects).extracting(Effect::counts).containsExactly(true, true);
        assertThat(effects.get(1).through()).contains(LocalDate.of(2026, 6, 19));
    }

    @Test
    void ofTwoOralStatementsOfOneDayTheOneThatReachesFurtherCounts() {
        List<Effect> effects = effects(oral("2026-05-20", "2026-06-01"), oral("2026-05-20", null));
        assertThat(effects).extracting(Effect::counts).containsExactly(false, true);
    }

    @Test
    void aStatementMadeAfterTheDueDayHoldsAndCuresNothing() {
        Effect effect = only(written("2026-06-07", "2026-09-01"));
        assertThat(effect.counts()).isTrue();
        assertThat(effect.moves()).isFalse();
        assertThat(effect.why())
                .endsWith("made after the letters were due on 2026-06-06: it holds, and cures no lateness");
    }

    @Test
    void aStatementMadeOnTheDueDayMovesIt() {
        assertThat(only(written("2026-06-06", "2026-06-07")).moves()).isTrue();
    }

    @Test
    void aStatementThatEndsOnTheDueDayMovesNothing() {
        assertThat(only(written("2026-05-20", "2026-06-06")).moves()).isFalse();
    }

    @Test
    void aLaterStatementIsMeasuredAgainstTheDueDayThatTheEarlierOneMoved() {
        List<Effect> effects = effects(written("2026-05-20", "2026-06-30"), written("2026-06-30", "2026-07-31"));
        assertThat(effects).extracting(Effect::moves).containsExactly(true, true);
        assertThat(effects.get(1).why()).doesNotContain("nothing held");
    }

    @Test
    void saysWhenNothingHeldTheNoticesBetweenTwoStatements() {
        List<Effect> effects = effects(written("2026-04-20", "2026-04-30"), written("2026-05-02", "2026-05-04"));
        assertThat(effects.get(1).why()).endsWith("between 2026-04-30 and 2026-05-02 nothing held the notices");
        assertThat(effects.get(0).why()).doesNotContain("nothing held");
        List<Effect> joined = effects(written("2026-04-20", "2026-04-30"), written("2026-04-30", "2026-05-04"));
        assertThat(joined.get(1).why()).doesNotContain("nothing held");
    }

    @Test
    void theLongestStatementSoFarDecidesWhetherThereWasAGap() {
        List<Effect> effects = effects(
                written("2026-04-20", "2026-05-30"),
                written("2026-04-21", "2026-04-22"),
                oral("2026-04-22", "2026-04-23"),
                oral("2026-04-24", null),
                written("2026-05-20", "2026-05-21"));
        assertThat(effects).extracting(Effect::why).noneMatch(why -> why.contains("nothing held"));
    }

    @Test
    void withoutLettersNothingIsMeasuredAgainstTheirDay() {
        List<Effect> effects = HoldRecord.of(List.of(written("2026-06-07", "2026-09-01")), 30, Optional.empty());
        assertThat(effects.getFirst().moves()).isFalse();
        assertThat(effects.getFirst().why()).doesNotContain("cures");
    }

    @Test
    void theShippedRulesGiveAnOralStatementThirtyDays() {
        List<Effect> effects =
                new ComputingObligations(Given.BOOK).effects(List.of(oral("2026-05-20", null)), Optional.of(LETTERS));
        assertThat(effects.getFirst().through()).contains(LocalDate.of(2026, 6, 19));
    }

    private static Effect only(LawEnforcementDelay statement) {
        return effects(statement).getFirst();
    }

    private static List<Effect> effects(LawEnforcementDelay... statements) {
        return HoldRecord.of(Arrays.asList(statements), 30, Optional.of(LETTERS));
    }

    private static LawEnforcementDelay oral(String stated, String until) {
        return statement(Form.ORAL, stated, until);
    }

    private static LawEnforcementDelay written(String stated, String until) {
        return statement(Form.WRITTEN, stated, until);
    }

    private static LawEnforcementDelay statement(Form form, String stated, String until) {
        return new LawEnforcementDelay(
                form,
                LocalDate.parse(stated),
                Optional.ofNullable(until).map(LocalDate::parse),
                Optional.of(LawEnforcementDelay.Ground.IMPEDE_INVESTIGATION),
                "Det. B. Sample",
                "County sheriff");
    }
}
