package org.candor.investigation.mitigation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.investigation.DecisionTable;
import org.candor.investigation.decision.Verdict;
import org.candor.investigation.mitigation.decision.Request.Status;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state of a request to a business associate meets every command once. */
class EveryStateAndRequestTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-12");

    private static final DecisionTable TABLE = DecisionTable.read("""
            request   | reply                 | withdraw
            OPEN      | ACCEPTED              | ACCEPTED
            REPLIED   | REQUEST_ENDED_ALREADY | REQUEST_ENDED_ALREADY
            WITHDRAWN | REQUEST_ENDED_ALREADY | REQUEST_ENDED_ALREADY""");

    @TestFactory
    Stream<DynamicTest> answersAsThePolicySays() {
        return TABLE.check((state, command) -> answer(ask(request(Status.valueOf(state)), command)));
    }

    @Test
    void everyStateAndEveryCommandStandInTheTable() {
        assertThat(TABLE.cells()).isEqualTo(6);
        assertThat(TABLE.answers().keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(Status.values()).map(Enum::name).toList());
        // The finding has no states; asking makes a request; the last is a day and no command.
        assertThat(DecisionTable.commandsOf(Mitigation.class))
                .containsExactlyInAnyOrder("write", "ask", "reply", "withdraw", "lastDayOfCorrection");
    }

    private static Request request(Status status) {
        Optional<LocalDate> ended = status == Status.OPEN ? Optional.empty() : Optional.of(TODAY);
        return new Request(UUID.randomUUID(), TODAY.minusDays(2), TODAY.plusDays(2), status, ended);
    }

    private static Verdict<Request> ask(Request request, String command) {
        return switch (command) {
            case "reply" -> Mitigation.reply(request, TODAY, TODAY);
            case "withdraw" -> Mitigation.withdraw(request, TODAY);
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static String answer(Verdict<?> verdict) {
        return verdict instanceof Verdict.Refused<?> refused ? refused.reason().name() : "ACCEPTED";
    }
}
