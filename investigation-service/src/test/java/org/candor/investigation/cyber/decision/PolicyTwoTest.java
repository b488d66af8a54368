package org.candor.investigation.cyber.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.CasePhase;
import org.candor.investigation.cyber.decision.Agency.Kind;
import org.candor.investigation.cyber.decision.ReportingOrder.Part;
import org.candor.investigation.decision.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTwoTest {

    private static final Instant NOW = Instant.parse("2026-03-11T15:00:00Z");

    @ParameterizedTest
    @EnumSource(CasePhase.class)
    void theResponseIsNotOverBeforeContainmentIs(CasePhase phase) {
        boolean responding = phase == CasePhase.TRIAGE || phase == CasePhase.CONTAINMENT;
        assertThat(ReportingOrder.state(Part.RESPONSE, Set.of(), phase, NOW, NOW))
                .isEqualTo(
                        responding ? Verdict.refused(CyberRefusal.RESPONSE_NOT_OVER) : Verdict.accepted(Part.RESPONSE));
        assertThat(ReportingOrder.state(Part.MITIGATION, Set.of(), phase, NOW, NOW))
                .isEqualTo(Verdict.accepted(Part.MITIGATION));
    }

    @Test
    void aPartIsStatedOnceAndNotAhead() {
        assertThat(ReportingOrder.state(Part.MITIGATION, Set.of(Part.MITIGATION), CasePhase.FORMS, NOW, NOW))
                .isEqualTo(Verdict.refused(CyberRefusal.ORDER_STATED_ALREADY));
        assertThat(ReportingOrder.state(Part.MITIGATION, Set.of(), CasePhase.FORMS, NOW.plusSeconds(1), NOW))
                .isEqualTo(Verdict.refused(CyberRefusal.STATED_IN_THE_FUTURE));
    }

    /** 45 CFR 164.404(b): calendar days, over leap days and changes of the clock, and no roll off weekends. */
    @ParameterizedTest
    @CsvSource({"2026-03-01,2026-04-30,2026-03-01,60", "2024-01-15,2024-03-15,2024-03-20,-5"})
    void theClockRunsSixtyCalendarDays(LocalDate from, LocalDate last, LocalDate today, long left) {
        NoticeClock clock = NoticeClock.of(from, true, today);
        assertThat(clock.lastDay()).isEqualTo(last);
        assertThat(clock.daysLeft()).isEqualTo(left);
    }

    @Test
    void aCyberRelatedCaseAnswersBothQuestionsAndSendsWhatItDecided() {
        Draft signed = Draft.written(UUID.randomUUID(), Agency.FBI, "a", Set.of())
                .signed(new Draft.Signature("b", NOW), Set.of());
        assertThat(CyberMatters.open(false, Map.of(), List.of(), false)).isEmpty();
        assertThat(CyberMatters.open(true, Map.of(), List.of(), false))
                .containsExactly("cyber.decision.CRIME_REPORT", "cyber.decision.INDICATORS");
        Map<Kind, Boolean> decided = Map.of(Kind.CRIME_REPORT, true, Kind.INDICATORS, false);
        assertThat(CyberMatters.open(true, decided, List.of(), false)).containsExactly("cyber.report.CRIME_REPORT");
        assertThat(CyberMatters.open(true, decided, List.of(signed), false))
                .containsExactly("cyber.report.CRIME_REPORT", "cyber.draft." + signed.id());
        assertThat(CyberMatters.open(true, decided, List.of(signed), true)).isEmpty();
        assertThat(CyberMatters.open(true, decided, List.of(signed.sent(new Draft.Sending("a", NOW, false))), false))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "IPV4,198.51.100.7,true",
        "IPV4,198.51.100.700,false",
        "IPV6,2001:db8::7,true",
        "IPV6,bad,false",
        "DOMAIN,evil.example,true",
        "DOMAIN,evil,false",
        "URL,https://evil.example/a,true",
        "URL,javascript:alert(1),false",
        "EMAIL,a@evil.example,true",
        "EMAIL,evil.example,false",
        "MD5,d41d8cd98f00b204e9800998ecf8427e,true",
        "SHA1,da39a3ee5e6b4b0d3255bfef95601890afd80709,true",
        "SHA256,e3b0c442,false"
    })
    void anIndicatorHasTheFormOfItsType(Indicator.Type type, String value, boolean wellFormed) {
        assertThat(new Indicator(type, value, Optional.empty()).wellFormed()).isEqualTo(wellFormed);
    }
}
