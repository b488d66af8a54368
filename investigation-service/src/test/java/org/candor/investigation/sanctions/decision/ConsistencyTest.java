package org.candor.investigation.sanctions.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.candor.investigation.sanctions.decision.Conduct.Intent;
import org.candor.investigation.sanctions.decision.Consistency.Decided;
import org.candor.investigation.sanctions.decision.Consistency.Earlier;
import org.candor.investigation.sanctions.decision.Consistency.Group;
import org.candor.investigation.sanctions.decision.Consistency.Likeness;
import org.candor.investigation.sanctions.decision.Consistency.Outcome;
import org.candor.investigation.sanctions.decision.Consistency.Overview;
import org.junit.jupiter.api.Test;

/** Policy R10.a: like cases, like outcomes. */
class ConsistencyTest {

    private static int people;

    private static String somebody() {
        return "somebody-" + people++;
    }

    private static Decided decided(Relation relation, Earlier earlier, Measure measure) {
        return new Decided(
                somebody(), relation, Conduct.CONFIDENTIALITY_BREACH, Intent.NEGLIGENT, earlier, measure, false);
    }

    private static List<Decided> workforce(Measure... measures) {
        return List.of(measures).stream()
                .map(measure -> decided(Relation.WORKFORCE, Earlier.NONE, measure))
                .toList();
    }

    @Test
    void aGroupSaysWhatIsUsualAndMarksWhatIsFarFromIt() {
        List<Decided> all = new ArrayList<>(
                workforce(Measure.WARNING, Measure.RETRAINING, Measure.WARNING, Measure.WARNING, Measure.SUSPENSION));
        all.add(new Decided(
                somebody(),
                Relation.WORKFORCE,
                Conduct.CONFIDENTIALITY_BREACH,
                Intent.NEGLIGENT,
                Earlier.NONE,
                Measure.TERMINATION,
                true));
        assertThat(Consistency.of(all))
                .isEqualTo(new Overview(
                        List.of(new Group(
                                new Likeness(false, Conduct.CONFIDENTIALITY_BREACH, Intent.NEGLIGENT, Earlier.NONE),
                                6,
                                Measure.WARNING,
                                List.of(
                                        new Outcome(Measure.RETRAINING, 1, 0, false),
                                        new Outcome(Measure.WARNING, 3, 0, false),
                                        new Outcome(Measure.SUSPENSION, 1, 0, false),
                                        new Outcome(Measure.TERMINATION, 1, 1, true)))),
                        0));
    }

    /** With four decisions who knows the house knows the person. */
    @Test
    void aGroupOfFewerThanFiveIsNotShown() {
        Measure[] four = {Measure.WARNING, Measure.WARNING, Measure.WARNING, Measure.TERMINATION};
        assertThat(Consistency.of(workforce(four))).isEqualTo(new Overview(List.of(), 1));
        List<Decided> five = new ArrayList<>(workforce(four));
        five.addAll(workforce(Measure.WARNING));
        assertThat(Consistency.of(five).groups()).hasSize(1);
        assertThat(Consistency.of(List.of())).isEqualTo(new Overview(List.of(), 0));
    }

    /** Who was sanctioned nine times is one person, whatever the number of decisions. */
    @Test
    void aGroupAboutFewerThanFivePeopleIsNotShown() {
        List<Decided> nine = IntStream.range(0, 9)
                .mapToObj(time -> new Decided(
                        "robin-" + time % 4,
                        Relation.WORKFORCE,
                        Conduct.CONFIDENTIALITY_BREACH,
                        Intent.NEGLIGENT,
                        Earlier.SEVERAL,
                        Measure.WARNING,
                        false))
                .toList();
        assertThat(Consistency.of(nine)).isEqualTo(new Overview(List.of(), 1));
    }

    /** They may be five people or one. */
    @Test
    void whoIsNotRecognisedIsInNoGroup() {
        List<Decided> nine = IntStream.range(0, 9)
                .mapToObj(time -> decided(Relation.PARTNER, Earlier.NOT_KNOWN, Measure.WARNING))
                .toList();
        assertThat(Consistency.of(nine)).isEqualTo(new Overview(List.of(), 1));
    }

    @Test
    void conductIntentEarlierSanctionsAndOutsidersKeepCasesApart() {
        List<Decided> all = new ArrayList<>(
                workforce(Measure.WARNING, Measure.WARNING, Measure.WARNING, Measure.WARNING, Measure.WARNING));
        all.add(decided(Relation.WORKFORCE, Earlier.ONE, Measure.SUSPENSION));
        all.add(decided(Relation.WORKFORCE, Earlier.NOT_KNOWN, Measure.SUSPENSION));
        all.add(decided(Relation.PARTNER, Earlier.NONE, Measure.END_OF_RELATIONSHIP));
        all.add(new Decided(
                somebody(),
                Relation.WORKFORCE,
                Conduct.CONFIDENTIALITY_BREACH,
                Intent.MALICIOUS,
                Earlier.NONE,
                Measure.TERMINATION,
                false));
        all.add(new Decided(
                somebody(),
                Relation.WORKFORCE,
                Conduct.RETALIATION,
                Intent.NEGLIGENT,
                Earlier.NONE,
                Measure.WARNING,
                false));
        Overview overview = Consistency.of(all);
        assertThat(overview.groups()).singleElement().extracting(Group::decided).isEqualTo(5L);
        assertThat(overview.groupsTooSmall()).isEqualTo(5);
    }

    @Test
    void theEndOfARelationshipIsAsHardAsTheEndOfEmployment() {
        assertThat(Measure.END_OF_RELATIONSHIP.stepsTo(Measure.TERMINATION)).isZero();
        assertThat(Measure.WARNING.stepsTo(Measure.END_OF_RELATIONSHIP)).isEqualTo(2);
    }

    @Test
    void earlierSanctionsAreCountedInFourSteps() {
        assertThat(List.of(-1L, 0L, 1L, 2L, 9L).stream().map(Earlier::of))
                .containsExactly(Earlier.NOT_KNOWN, Earlier.NONE, Earlier.ONE, Earlier.SEVERAL, Earlier.SEVERAL);
    }
}
