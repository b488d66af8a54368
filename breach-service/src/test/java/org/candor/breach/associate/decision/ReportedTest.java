package org.candor.breach.associate.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.candor.breach.associate.decision.Reported.Registered;
import org.candor.breach.obligations.decision.Knowledge;
import org.candor.breach.obligations.decision.Moment;
import org.junit.jupiter.api.Test;

/** What a business associate says of its own knowledge, as a candidate for the discovery. */
class ReportedTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    /** 23:30 on 12 April in Chicago. */
    private static final Instant RECEIVED = Instant.parse("2026-04-13T04:30:00Z");

    private static final LocalDate DISCOVERED = LocalDate.of(2026, 4, 1);

    @Test
    void knewOnTheDayThatItSaysAndToldWithItsReport() {
        Knowledge knowledge =
                reported(Optional.of(DISCOVERED), Optional.empty()).knowledge("k", CHICAGO, none());
        assertThat(knowledge.at()).isEqualTo(new Moment.OnDay(DISCOVERED));
        assertThat(knowledge.toldEntityAt()).contains(new Moment.AtInstant(RECEIVED));
        assertThat(knowledge.contractDays()).hasValue(9);
        assertThat(knowledge.agentOfEntity()).isFalse();
        assertThat(knowledge.key()).isEqualTo("k");
    }

    @Test
    void knewAtTheLatestWhenItTold() {
        assertThat(reported(Optional.empty(), Optional.empty())
                        .knowledge("k", CHICAGO, none())
                        .at())
                .isEqualTo(new Moment.AtInstant(RECEIVED));
        assertThat(reported(Optional.of(LocalDate.of(2026, 4, 13)), Optional.empty())
                        .knowledge("k", CHICAGO, none())
                        .at())
                .isEqualTo(new Moment.AtInstant(RECEIVED));
        assertThat(reported(Optional.of(LocalDate.of(2026, 4, 12)), Optional.empty())
                        .knowledge("k", CHICAGO, none())
                        .at())
                .isEqualTo(new Moment.OnDay(LocalDate.of(2026, 4, 12)));
    }

    @Test
    void knewWhenItsOwnPeopleLearnedWhereItSaysNoDay() {
        Instant learned = RECEIVED.minusSeconds(90_000);
        Reported reported =
                new Reported(Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.of(learned), RECEIVED);
        assertThat(reported.knowledge("k", CHICAGO, none()).at()).isEqualTo(new Moment.AtInstant(learned));
    }

    @Test
    void isAnAgentWhenItSaysSoOrTheRegisterDoes() {
        Registered agent = new Registered(true, OptionalInt.of(5));
        Registered independent = new Registered(false, OptionalInt.empty());
        assertThat(agent(Optional.of(true), none())).isTrue();
        assertThat(agent(Optional.of(false), none())).isFalse();
        assertThat(agent(Optional.of(false), Optional.of(agent))).isTrue();
        assertThat(agent(Optional.of(true), Optional.of(independent))).isTrue();
        assertThat(agent(Optional.empty(), Optional.of(independent))).isFalse();
    }

    @Test
    void isBoundByTheContractInTheRegister() {
        Reported reported = reported(Optional.of(DISCOVERED), Optional.empty());
        assertThat(reported.knowledge("k", CHICAGO, Optional.of(new Registered(false, OptionalInt.of(5))))
                        .contractDays())
                .hasValue(5);
        assertThat(reported.knowledge("k", CHICAGO, Optional.of(new Registered(false, OptionalInt.empty())))
                        .contractDays())
                .hasValue(9);
    }

    private static boolean agent(Optional<Boolean> says, Optional<Registered> registered) {
        return reported(Optional.of(DISCOVERED), says)
                .knowledge("k", CHICAGO, registered)
                .agentOfEntity();
    }

    private static Reported reported(Optional<LocalDate> discovered, Optional<Boolean> agent) {
        return new Reported(discovered, agent, OptionalInt.of(9), Optional.empty(), RECEIVED);
    }

    private static Optional<Registered> none() {
        return Optional.empty();
    }
}
