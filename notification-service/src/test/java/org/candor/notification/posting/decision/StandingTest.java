package org.candor.notification.posting.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candor.notification.posting.decision.Standing.Command;
import org.candor.notification.posting.decision.Standing.Outcome;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 20);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 18);
    private static final Posting UP = Posting.Up.first(START);
    private static final Posting DOWN = new Posting.Down(13, LocalDate.of(2026, 5, 2));
    private static final Posting ENDED = new Posting.Ended(LAST.plusDays(1));

    @Test
    void standsThroughTheNinetiethDayAfterItsFirst() {
        assertThat(Posting.Up.first(START).keepThrough()).isEqualTo(LAST);
    }

    @Test
    void isNotTakenDownBeforeItsDaysAreFull() {
        assertThat(Standing.decide(UP, new Command.End(), LAST)).isEqualTo(new Outcome.MustStand(LAST));
        assertThat(Standing.decide(UP, new Command.End(), LAST.plusDays(1)))
                .isEqualTo(new Outcome.Accepted(new Posting.Ended(LAST.plusDays(1))));
    }

    @Test
    void comesDownUnderAHoldAndKeepsItsDays() {
        LocalDate today = START.plusDays(13);

        assertThat(hear(UP, LocalDate.of(2026, 5, 2), today)).isEqualTo(DOWN);
    }

    @Test
    void isUpAgainOnTheDayOnWhichTheHoldEndsAndOwesWhatIsLeft() {
        LocalDate today = LocalDate.of(2026, 5, 2);

        Posting again = hear(DOWN, today, today);

        assertThat(again).isEqualTo(new Posting.Up(today, 13));
        assertThat(((Posting.Up) again).keepThrough()).isEqualTo(today.plusDays(77));
    }

    @Test
    void isUpAgainWhenTheHoldIsLiftedEarly() {
        LocalDate today = LocalDate.of(2026, 4, 10);

        assertThat(((Outcome.Accepted) Standing.decide(DOWN, new Command.Hear(Optional.empty()), today)).next())
                .isEqualTo(new Posting.Up(today, 13));
    }

    @Test
    void aHoldOfOneDayCostsNothingButThatDay() {
        LocalDate down = START.plusDays(10);

        Posting again = hear(hear(UP, down.plusDays(1), down), down.plusDays(1), down.plusDays(1));

        assertThat(((Posting.Up) again).keepThrough()).isEqualTo(LAST.plusDays(1));
    }

    @Test
    void staysDownUnderALongerHold() {
        assertThat(hear(DOWN, LocalDate.of(2026, 6, 1), LocalDate.of(2026, 5, 1)))
                .isEqualTo(new Posting.Down(13, LocalDate.of(2026, 6, 1)));
    }

    @Test
    void whileItIsDownItsDaysAreOwed() {
        assertThat(Standing.decide(DOWN, new Command.End(), LAST))
                .isEqualTo(new Outcome.DaysAreOwed(LocalDate.of(2026, 5, 2)));
    }

    /** Three states, two commands. */
    @Test
    void everyStateAnswersEveryCommand() {
        List<Posting> states = List.of(UP, DOWN, ENDED);
        List<Command> commands = List.of(new Command.Hear(Optional.of(LAST)), new Command.End());

        assertThat(Posting.class.getPermittedSubclasses()).hasSize(states.size());
        assertThat(Command.class.getPermittedSubclasses()).hasSize(commands.size());
        assertThat(states.stream()
                        .flatMap(state -> commands.stream().map(command -> Standing.decide(state, command, START)))
                        .map(outcome -> outcome.getClass().getSimpleName()))
                .containsExactly("Accepted", "MustStand", "Accepted", "DaysAreOwed", "Accepted", "EndedAlready");
    }

    @Test
    void theLineIsCheckedOnTheNextDayThenEveryThirtyDaysAndOnItsLast() {
        assertThat(LineChecks.first(START)).isEqualTo(START.plusDays(1));
        assertThat(LineChecks.after(START.plusDays(1), LAST)).contains(START.plusDays(31));
        assertThat(LineChecks.after(LAST.minusDays(5), LAST)).contains(LAST);
        assertThat(LineChecks.after(LAST, LAST)).isEmpty();
    }

    private static Posting hear(Posting posting, LocalDate until, LocalDate today) {
        return ((Outcome.Accepted) Standing.decide(posting, new Command.Hear(Optional.of(until)), today)).next();
    }
}
