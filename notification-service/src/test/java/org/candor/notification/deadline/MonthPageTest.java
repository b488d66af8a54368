package org.candor.notification.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.candor.events.OfficerRole;
import org.candor.kit.errors.Problem;
import org.candor.notification.NotificationProblem;
import org.candor.notification.deadline.MonthView.RoleCount;
import org.candor.notification.deadline.decision.Nature;
import org.candor.notification.document.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthPageTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 12);
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Instant NOW = Instant.parse("2026-12-10T16:00:00Z");

    private static final List<Deadline> QUARTER = List.of(
            open("Assess the safeguards of the <Health> department", 1, OfficerRole.SECURITY_OFFICER, Nature.PROGRAMME),
            open("Answer to a complaint", 8, OfficerRole.PRIVACY_OFFICER, Nature.LEGAL),
            open("Review S-04, also if nothing has changed", 15, OfficerRole.SECURITY_OFFICER, Nature.PROGRAMME),
            open("Letters to individuals", 22, OfficerRole.PRIVACY_OFFICER, Nature.LEGAL),
            open("Commitments that are not signed", 31, OfficerRole.PRIVACY_OFFICER, Nature.PROGRAMME),
            met("Security reminder", 1, 1, OfficerRole.SECURITY_OFFICER, Nature.PROGRAMME),
            met("Exercise of the response team", 4, 9, OfficerRole.SECURITY_OFFICER, Nature.PROGRAMME),
            met("Report to the Secretary", 18, 5, OfficerRole.PRIVACY_OFFICER, Nature.LEGAL));

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void anOfficerSeesWhatIsLateWhatIsDueAndTheProof(String language) throws Exception {
        MonthFilter filter = new MonthFilter();
        filter.nature = language.equals("es") ? "programme" : null;
        String html = page(QUARTER, filter, language);

        assertThat(html)
                .contains("<html lang=\"" + language)
                .contains("Assess the safeguards of the &lt;Health&gt; department")
                .contains(proof("Security reminder").toString())
                .contains(language.equals("es") ? "Deberes: diciembre de 2026" : "Duties: December 2026")
                .contains(language.equals("es") ? "5 días de retraso" : "5 days late")
                .contains("month.html?lang=" + language + "&amp;month=2026-11")
                .doesNotContain("<script", "<form", "<Health>");
        assertThat(Chromium.violations(html)).isEmpty();
        Chromium.picture("month-" + language, html, 1300, 1500);
        Chromium.picture("month-narrow-" + language, html, 500, 2400);
    }

    @Test
    void numbersAreThoseOfTheRowsRoleByRole() {
        MonthView view = MonthView.of(MONTH, QUARTER, true, NOW);

        assertThat(view.roles())
                .containsExactly(
                        new RoleCount("privacy-officer", 1, 2, 1, 0), new RoleCount("security-officer", 1, 1, 2, 1));
        assertThat(view.late()).extracting(DeadlineView::daysLeft).containsExactly(-9L, -2L);
        assertThat(view.due()).hasSize(3).noneMatch(DeadlineView::late);
        assertThat(view.done()).hasSize(3).noneMatch(one -> one.proofEventId() == null);
    }

    @Test
    void aMonthWithoutDutiesSaysSoAndALongOneSaysWhatItHides() throws Exception {
        assertThat(page(List.of(), new MonthFilter(), "en"))
                .contains("Nothing is late.", "Nothing more is due this month.", "Nothing was done yet.")
                .doesNotContain("<table");
        List<Deadline> many = IntStream.range(0, MonthPage.ROWS + 7)
                .mapToObj(i -> open("Training " + i, 20, OfficerRole.SECURITY_OFFICER, Nature.PROGRAMME))
                .toList();
        assertThat(page(many, new MonthFilter(), "en"))
                .contains("7 more")
                .doesNotContain("Training 206", "Only the first");
    }

    @Test
    void aPageThatWasCutSaysThatItsNumbersAreNotAllAndAFileIsRefused() {
        MonthView cut = MonthView.of(MONTH, QUARTER, false, NOW);
        assertThat(MonthPage.html(cut, MONTH, new MonthFilter(), MonthWords.in("en")))
                .contains("Only the first 10,000 duties are read");

        List<Deadline> most = Collections.nCopies(Board.SHEET, QUARTER.getFirst());
        assertThat(Board.whole(most)).hasSize(Board.SHEET);
        List<Deadline> tooMany = Collections.nCopies(Board.SHEET + 1, QUARTER.getFirst());
        assertThatThrownBy(() -> Board.whole(tooMany))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.code()).isEqualTo(NotificationProblem.SHEET_TOO_LONG));
    }

    private static String page(List<Deadline> duties, MonthFilter filter, String language) {
        return MonthPage.html(MonthView.of(MONTH, duties, true, NOW), MONTH, filter, MonthWords.in(language));
    }

    private static Deadline open(String title, int day, OfficerRole role, Nature nature) {
        return duty(title, MONTH.atDay(day), role, nature, null, 0);
    }

    private static Deadline met(String title, int day, int metOn, OfficerRole role, Nature nature) {
        return duty(title, MONTH.atDay(day), role, nature, MONTH.atDay(metOn), Math.max(0, metOn - day));
    }

    private static Deadline duty(
            String title, LocalDate due, OfficerRole role, Nature nature, LocalDate metOn, long daysLate) {
        return new Deadline(
                UUID.randomUUID(),
                nature == Nature.LEGAL ? UUID.randomUUID() : null,
                "larkspur-falls",
                "KIND",
                title,
                due,
                null,
                ZONE,
                role,
                nature == Nature.LEGAL ? "45 CFR 164.404(b)" : "45 CFR 164.308(a)(8)",
                metOn == null ? "OPEN" : "MET",
                metOn,
                daysLate,
                false,
                due.plusDays(1).atStartOfDay(ZONE).toInstant(),
                "audit",
                metOn == null ? null : proof(title),
                "",
                NOW,
                1);
    }

    private static UUID proof(String title) {
        return UUID.nameUUIDFromBytes(title.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
