package org.candor.audit.retention.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionRuleTest {

    private final List<RetentionRule> rules =
            List.of(RetentionRule.HIPAA, RetentionRule.HIPAA.longer(Period.parse("P7Y1M")));

    @Test
    void nothingIsDueBeforeItsLastDayAndEverythingIsAfterIt() {
        rules.forEach(rule -> LocalDate.parse("2033-12-01")
                .datesUntil(LocalDate.parse("2037-04-01"))
                .forEach(day -> {
                    LocalDate latest = rule.latestDue(day);
                    assertThat(rule.keepThrough(latest)).isBeforeOrEqualTo(day);
                    assertThat(rule.keepThrough(latest.plusDays(1))).isAfter(day);
                }));
    }
}
