package org.candor.breach.assessment.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.candor.breach.assessment.decision.Assessment.NothingOwed;
import org.candor.breach.assessment.decision.Assessment.NoticesOwed;
import org.candor.breach.assessment.decision.Assessment.Presumed;
import org.candor.breach.obligations.decision.Facts.Undeliverable;
import org.candor.events.AssessmentOutcome;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every command on every state: the next state, or the reason why not. */
class TransitionTableTest {

    private static final Map<Class<? extends Assessment>, Assessment> STATES = Map.of(
            Presumed.class, AssessmentFixtures.counted(),
            NoticesOwed.class, AssessmentFixtures.noticesOwed(),
            NothingOwed.class, AssessmentFixtures.nothingOwed());

    private static final Map<Class<? extends Command>, Command> COMMANDS = commands();

    private record Row(Class<? extends Assessment> state, Class<? extends Command> command, Object expected) {}

    private static final List<Row> TABLE = List.of(
            new Row(Presumed.class, Command.RecordFacts.class, Presumed.class),
            new Row(Presumed.class, Command.AddKnowledge.class, Presumed.class),
            new Row(Presumed.class, Command.AdoptCounts.class, Presumed.class),
            new Row(Presumed.class, Command.RecordSending.class, Presumed.class),
            new Row(Presumed.class, Command.Conclude.class, NoticesOwed.class),
            new Row(Presumed.class, Command.Reopen.class, Decision.Reason.NOT_CONCLUDED),
            new Row(NoticesOwed.class, Command.RecordFacts.class, NoticesOwed.class),
            new Row(NoticesOwed.class, Command.AddKnowledge.class, NoticesOwed.class),
            new Row(NoticesOwed.class, Command.AdoptCounts.class, NoticesOwed.class),
            new Row(NoticesOwed.class, Command.RecordSending.class, NoticesOwed.class),
            new Row(NoticesOwed.class, Command.Conclude.class, Decision.Reason.ALREADY_CONCLUDED),
            new Row(NoticesOwed.class, Command.Reopen.class, Presumed.class),
            new Row(NothingOwed.class, Command.RecordFacts.class, Decision.Reason.WORKSHEET_FROZEN),
            new Row(NothingOwed.class, Command.AddKnowledge.class, NothingOwed.class),
            new Row(NothingOwed.class, Command.AdoptCounts.class, Decision.Reason.NOTHING_OWED),
            new Row(NothingOwed.class, Command.RecordSending.class, Decision.Reason.NOTHING_OWED),
            new Row(NothingOwed.class, Command.Conclude.class, Decision.Reason.ALREADY_CONCLUDED),
            new Row(NothingOwed.class, Command.Reopen.class, Presumed.class),
            new Row(Presumed.class, Command.AskAgain.class, Presumed.class),
            new Row(NoticesOwed.class, Command.AskAgain.class, Presumed.class),
            new Row(NothingOwed.class, Command.AskAgain.class, Presumed.class));

    @Test
    void holdsEveryCommandOnEveryState() {
        int states = Assessment.class.getPermittedSubclasses().length;
        int commands = Command.class.getPermittedSubclasses().length;
        assertThat(STATES).hasSize(states);
        assertThat(COMMANDS).hasSize(commands);
        assertThat(TABLE.stream().map(row -> row.state() + " " + row.command()).distinct())
                .hasSize(states * commands)
                .hasSize(21);
    }

    @TestFactory
    Stream<DynamicTest> decides() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Row row : TABLE) {
            String name = row.state().getSimpleName() + " × " + row.command().getSimpleName();
            tests.add(
                    DynamicTest.dynamicTest(name, () -> assertThat(outcome(row)).isEqualTo(row.expected())));
        }
        return tests.stream();
    }

    private static Object outcome(Row row) {
        Decision decision = DecidingAssessments.decide(
                STATES.get(row.state()), COMMANDS.get(row.command()), AssessmentFixtures.NOW);
        return switch (decision) {
            case Decision.Accepted accepted -> accepted.next().getClass();
            case Decision.Refused refused -> refused.reason();
        };
    }

    private static Map<Class<? extends Command>, Command> commands() {
        List<Command> commands = List.of(
                new Command.RecordFacts(Worksheet.EMPTY, AssessmentFixtures.counts()),
                new Command.AddKnowledge(AssessmentFixtures.candidate("nurse", "2026-04-01", Optional.empty())),
                new Command.AdoptCounts(AssessmentFixtures.STORY, new Undeliverable(10, 0)),
                new Command.RecordSending(AssessmentFixtures.sentOn("2026-04-19")),
                AssessmentFixtures.concluding(AssessmentOutcome.REPORTABLE_BREACH),
                new Command.Reopen("the vendor found a second file"),
                new Command.AskAgain(
                        List.of(AssessmentFixtures.candidate("guard", "2026-04-02", Optional.empty())), "asked again"));
        Map<Class<? extends Command>, Command> byType = new LinkedHashMap<>();
        commands.forEach(command -> byType.put(command.getClass(), command));
        return byType;
    }
}
