package org.candor.investigation.mitigation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.decision.Verdict;
import org.candor.investigation.mitigation.decision.Finding.Harm;
import org.candor.investigation.mitigation.decision.Finding.Training;
import org.candor.investigation.mitigation.decision.Request.Status;
import org.junit.jupiter.api.Test;

class MitigationTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-12");

    @Test
    void knownHarmIsDescribed() {
        assertThat(Mitigation.write(found(Harm.KNOWN, false, null), TODAY))
                .isEqualTo(Verdict.refused(MitigationRefusal.HARM_NOT_DESCRIBED));
        assertThat(Mitigation.write(found(Harm.KNOWN, true, null), TODAY)).isInstanceOf(Verdict.Accepted.class);
        assertThat(Mitigation.write(found(Harm.NOT_KNOWN, false, null), TODAY)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void nothingIsCorrectedTomorrow() {
        assertThat(Mitigation.write(found(Harm.NOT_KNOWN, false, TODAY.plusDays(1)), TODAY))
                .isEqualTo(Verdict.refused(MitigationRefusal.CORRECTED_IN_THE_FUTURE));
        assertThat(Mitigation.write(found(Harm.NOT_KNOWN, false, TODAY), TODAY)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void aReplyEndsARequestOnceAndCountsItsDaysLate() {
        Request asked = Request.asked(UUID.randomUUID(), TODAY.minusDays(9), TODAY.minusDays(4));
        Request replied = accepted(Mitigation.reply(asked, TODAY.minusDays(1), TODAY));
        assertThat(replied.status()).isEqualTo(Status.REPLIED);
        assertThat(replied.daysLate()).isEqualTo(3);
        assertThat(accepted(Mitigation.reply(asked, TODAY.minusDays(4), TODAY)).daysLate())
                .isZero();
        assertThat(Mitigation.reply(replied, TODAY, TODAY))
                .isEqualTo(Verdict.refused(MitigationRefusal.REQUEST_ENDED_ALREADY));
        assertThat(Mitigation.withdraw(replied, TODAY))
                .isEqualTo(Verdict.refused(MitigationRefusal.REQUEST_ENDED_ALREADY));
        assertThat(accepted(Mitigation.withdraw(asked, TODAY)).status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void aReplyLiesBetweenRequestAndToday() {
        Request asked = Request.asked(UUID.randomUUID(), TODAY, TODAY.plusDays(5));
        for (LocalDate wrong : new LocalDate[] {TODAY.minusDays(1), TODAY.plusDays(1)}) {
            assertThat(Mitigation.reply(asked, wrong, TODAY))
                    .isEqualTo(Verdict.refused(MitigationRefusal.REPLY_OUT_OF_TIME));
        }
        assertThat(Mitigation.ask(Request.asked(UUID.randomUUID(), TODAY, TODAY.minusDays(1)), TODAY))
                .isEqualTo(Verdict.refused(MitigationRefusal.REPLY_DUE_DAY_PASSED));
    }

    /** 45 CFR 160.410(c)(2)(i): "the 30-day period beginning on the first date"; that date is day one. */
    @Test
    void theFirstDayIsDayOneOfThirty() {
        assertThat(Mitigation.lastDayOfCorrection(LocalDate.parse("2026-03-02")))
                .isEqualTo(LocalDate.parse("2026-03-31"));
        assertThat(Mitigation.lastDayOfCorrection(LocalDate.parse("2024-02-01")))
                .isEqualTo(LocalDate.parse("2024-03-01"));
    }

    private static Finding found(Harm harm, boolean described, LocalDate corrected) {
        return new Finding(harm, described, Training.NEEDED, Optional.ofNullable(corrected));
    }

    private static Request accepted(Verdict<Request> verdict) {
        return verdict.orThrow(
                refused -> new IllegalStateException(refused.reason().name()));
    }
}
