package org.candor.audit.trail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class YearLogTest {

    private static final YearLog FIRST = new YearLog("trail/2026", 2026, 0);
    private static final YearLog SECOND = new YearLog("trail/2027", 2027, 40);
    private static final List<YearLog> LOGS = List.of(FIRST, SECOND);

    @Test
    void beginsWithTheYearInUtc() {
        assertThat(YearLog.beginning("trail", Instant.parse("2026-12-31T23:59:59.999Z"), 0))
                .isEqualTo(FIRST);
        assertThat(YearLog.beginning("trail", Instant.parse("2027-01-01T00:00:00Z"), 40))
                .isEqualTo(SECOND);
    }

    @Test
    void isOverWhenALaterYearHasBegunAndNotWhenTheClockGoesBack() {
        assertThat(FIRST.isOverAt(Instant.parse("2026-12-31T23:59:59.999Z"))).isFalse();
        assertThat(FIRST.isOverAt(Instant.parse("2027-01-01T00:00:00Z"))).isTrue();
        assertThat(SECOND.isOverAt(Instant.parse("2026-06-01T00:00:00Z"))).isFalse();
    }

    @Test
    void holdsTheEntriesUpToTheFirstOfTheNext() {
        assertThat(YearLog.of(LOGS, 0)).contains(FIRST);
        assertThat(YearLog.of(LOGS, 39)).contains(FIRST);
        assertThat(YearLog.of(LOGS, 40)).contains(SECOND);
        assertThat(YearLog.of(List.of(), 0)).isEmpty();
        assertThat(FIRST.end(LOGS)).contains(40L);
        assertThat(SECOND.end(LOGS)).isEmpty();
    }

    @Test
    void leavesAYearWithoutEntriesEmpty() {
        List<YearLog> logs = List.of(FIRST, new YearLog("trail/2027", 2027, 0));
        assertThat(YearLog.of(logs, 0)).map(YearLog::year).contains(2027);
        assertThat(FIRST.end(logs)).contains(0L);
    }
}
