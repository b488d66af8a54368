package org.candor.audit.reading.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnusualReadingTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final UnusualReading RULES =
            new UnusualReading(3, LocalTime.parse("22:00"), LocalTime.parse("06:00"));
    private static final UUID ONE = new UUID(0, 1);

    @Test
    void findsNothingInADaysWork() {
        assertThat(RULES.findings("officer", List.of(read(1, "2026-03-04T16:00:00Z"), read(2, "2026-03-04T17:00:00Z"))))
                .isEmpty();
    }

    @Test
    void findsManyDifferentIncidentsAndNotOneReadOften() {
        List<Read> often =
                Stream.generate(() -> read(1, "2026-03-04T16:00:00Z")).limit(50).toList();
        assertThat(RULES.findings("officer", often)).isEmpty();
        List<Read> three =
                Stream.of(1, 2, 3).map(n -> read(n, "2026-03-04T16:00:00Z")).toList();
        assertThat(RULES.findings("officer", three)).isEmpty();
        List<Read> four =
                Stream.of(1, 2, 3, 4).map(n -> read(n, "2026-03-04T16:00:00Z")).toList();
        assertThat(RULES.findings("officer", four)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.VOLUME);
            assertThat(finding.incidents()).hasSize(4);
        });
    }

    /** Six hours behind UTC in winter, five in summer. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-04T03:59:59Z,false",
        "2026-03-04T04:00:00Z,true",
        "2026-03-04T11:59:59Z,true",
        "2026-03-04T12:00:00Z,false",
        "2026-07-04T02:59:59Z,false",
        "2026-07-04T03:00:00Z,true",
    })
    void countsTheNightInTheEntitysTime(Instant at, boolean night) {
        List<Finding> found = RULES.findings("officer", List.of(new Read("officer", ONE, at, CHICAGO, true, false)));
        assertThat(found).extracting(Finding::rule).isEqualTo(night ? List.of(Rule.HOUR) : List.of());
    }

    @Test
    void findsWhoIsNotInChargeUnlessHisOfficeReadsAll() {
        Instant noon = Instant.parse("2026-03-04T18:00:00Z");
        assertThat(RULES.findings("x", List.of(new Read("x", ONE, noon, CHICAGO, false, false))))
                .extracting(Finding::rule)
                .containsExactly(Rule.NOT_IN_CHARGE);
        assertThat(RULES.findings("x", List.of(new Read("x", ONE, noon, CHICAGO, false, true))))
                .isEmpty();
    }

    @Test
    void refusesANightThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnusualReading(3, LocalTime.parse("01:00"), LocalTime.parse("06:00")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnusualReading(0, LocalTime.parse("22:00"), LocalTime.parse("06:00")));
    }

    private static Read read(int incident, String at) {
        return new Read("officer", new UUID(0, incident), Instant.parse(at), CHICAGO, true, false);
    }
}
