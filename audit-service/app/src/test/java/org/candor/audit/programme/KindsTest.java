package org.candor.audit.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import org.candor.audit.programme.decision.DutyKind;
import org.candor.audit.programme.decision.DutyKind.Keeping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kinds that come with the product. */
class KindsTest {

    private final Kinds kinds = new Kinds();

    /** What law and policies ask for: G-12, G-15, A-04, A-13, A-14. */
    @ParameterizedTest
    @CsvSource({
        "POLICY_REVIEW, P1Y, false",
        "SAFEGUARD_ASSESSMENT, P6M, false",
        "WORKPLACE_INSPECTION, P6M, true",
        "DESTRUCTION, P1D, true",
        "INTERNAL_AUDIT, P1Y, true",
        "ACCESS_REVIEW, P1Y, true",
        "COMMITMENT, P0D, false",
        "ENFORCEMENT, P0D, false",
        "FINDING, P0D, false"
    })
    void comeAsOftenAsIsAskedFor(String code, String every, boolean stretchable) {
        DutyKind kind = kinds.of(code);
        assertThat(kind.every()).isEqualTo(Period.parse(every));
        assertThat(kind.stretchable()).isEqualTo(stretchable);
    }

    @Test
    void areWhole() {
        assertThat(kinds.edition()).isNotBlank();
        assertThat(kinds.all()).isNotEmpty().allSatisfy(kind -> {
            assertThat(kind.code()).matches("[A-Z][A-Z0-9_]{1,39}");
            assertThat(kind.title()).isNotBlank();
            assertThat(kind.citations()).isNotEmpty();
            assertThat(kind.evidence()).isNotEmpty();
            assertThat(kind.evidence().containsAll(kind.documented())).isTrue();
            assertThat(kind.where().isEmpty()).isEqualTo(kind.keeping() == Keeping.HERE);
            assertThat(kind.once()
                            && kind.keeping() == Keeping.HERE
                            && kind.within().isZero())
                    .as("%s is due at no time", kind.code())
                    .isFalse();
        });
    }
}
