package org.candor.audit.role.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.candor.audit.role.decision.AccessException.Granted;
import org.candor.audit.role.decision.AccessException.Over;
import org.candor.audit.role.decision.AccessException.Refusal;
import org.candor.audit.role.decision.AccessException.Requested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** */
class AccessExceptionTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-12-01");
    private static final AccessException ASKED = new Requested("manager", "clerk");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "officer, 2026-12-02, -",
                "officer, 2027-12-01, -",
                "officer, 2026-12-01, END_NOT_AHEAD",
                "officer, 2027-12-02, END_TOO_LATE",
                "manager, 2026-12-02, OWN_REQUEST",
                "clerk,   2026-12-02, OWN_REQUEST"
            })
    void isGrantedBySomebodyElseAndEndsWithinAYear(String decidedBy, LocalDate untilOn, Refusal why) {
        assertThat(ASKED.grant(decidedBy, untilOn, TODAY)).isEqualTo(Optional.ofNullable(why));
    }

    /** Every state with every command. */
    @Test
    void isDecidedOnceAndEndsOnce() {
        Optional<Refusal> otherwise = Optional.of(Refusal.NOT_IN_THAT_STATE);
        assertThat(ASKED.refuse()).isEmpty();
        assertThat(ASKED.end()).isEqualTo(otherwise);
        assertThat(new Granted().end()).isEmpty();
        Stream.of(new Granted(), new Over()).forEach(decided -> {
            assertThat(decided.grant("officer", TODAY.plusDays(1), TODAY)).isEqualTo(otherwise);
            assertThat(decided.refuse()).isEqualTo(otherwise);
        });
        assertThat(new Over().end()).isEqualTo(otherwise);
        assertThat(AccessException.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(Requested.class, Granted.class, Over.class);
    }
}
