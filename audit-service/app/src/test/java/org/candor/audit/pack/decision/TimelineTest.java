package org.candor.audit.pack.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.candor.audit.pack.decision.Timeline.Access;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final Timeline timeline = new Timeline();

    @Test
    void tellsInTheOrderOfTheClockAndNotOfTheArrival() {
        timeline.fact(7, NOON, "org.candor.investigation.case-closed.v1", "privacy-officer", false);
        timeline.fact(8, NOON.minusSeconds(60), "org.candor.investigation.case-opened.v1", "system", false);
        timeline.fact(9, NOON, "org.candor.audit.retention-set.v1", "system", false);
        assertThat(timeline.facts()).extracting(Timeline.Fact::place).containsExactly(8L, 7L, 9L);
        assertThat(timeline.facts()).extracting(Timeline.Fact::fact).contains("case-opened", "retention-set");
        assertThat(timeline.drill()).isFalse();
    }

    @Test
    void countsWhoLooked() {
        timeline.access("auditor", "list-trail");
        timeline.access("auditor", "list-trail");
        timeline.access("administrator", "read-case");
        assertThat(timeline.accesses())
                .containsExactly(new Access("administrator", "read-case", 1), new Access("auditor", "list-trail", 2));
    }

    @Test
    void saysWhatFoundNoRoomAndThatItIsAnExercise() {
        for (int i = 0; i <= Timeline.MOST_FACTS; i++) {
            timeline.fact(i, NOON, "odd", "system", i == 3);
        }
        for (int i = 0; i < 600; i++) {
            timeline.access("person-" + i, "read");
        }
        assertThat(timeline.facts()).hasSize(Timeline.MOST_FACTS);
        assertThat(timeline.accesses()).hasSize(500);
        assertThat(timeline.untold()).isEqualTo(101);
        assertThat(timeline.drill()).isTrue();
    }
}
