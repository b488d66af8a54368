package org.candor.audit.witness.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.candor.audit.witness.decision.WitnessAnswer.Away;
import org.candor.audit.witness.decision.WitnessAnswer.LastSaw;
import org.candor.audit.witness.decision.WitnessAnswer.Refused;
import org.candor.audit.witness.decision.WitnessAnswer.Signed;
import org.junit.jupiter.api.Test;

class WitnessAnswerTest {

    @Test
    void tellsRefusingFromBeingAway() {
        assertThat(WitnessAnswer.of(200, "\u2014 w c2ln\n")).isEqualTo(new Signed("\u2014 w c2ln"));
        assertThat(WitnessAnswer.of(409, "17\n")).isEqualTo(new LastSaw(17));
        assertThat(WitnessAnswer.of(409, "many")).isEqualTo(new Refused(409));
        for (int status : new int[] {400, 403, 404, 422}) {
            assertThat(WitnessAnswer.of(status, "")).isEqualTo(new Refused(status));
        }
        for (int status : new int[] {500, 502, 503, 301}) {
            assertThat(WitnessAnswer.of(status, "")).isInstanceOf(Away.class);
        }
        assertThat(WitnessAnswer.of(200, " ")).isInstanceOf(Away.class);
    }

    @Test
    void believesNoKeyOfAnotherKind() {
        for (String line : new String[] {
            "", "w", "w+00000000", "w+00000000+AAAA", "w+00000000+BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        }) {
            assertThatIllegalArgumentException().isThrownBy(() -> WitnessKey.read(line));
        }
    }
}
